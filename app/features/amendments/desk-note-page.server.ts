import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";
import { findAmendment } from "./amendment-queries.server";
import { deskNoteSchema } from "./amendment.schema";
import { refuseAmendment, returnAmendment } from "./check-amendment.server";
import { amendmentDeskMessages, amendmentRefusals } from "./desk-messages";
import type { DeskStep } from "./desk-note-page";

type C = Context<ReturnType<typeof platform>>;
const operations = { back: returnAmendment, refuse: refuseAmendment } as const;

/** The amendment that the address names while it waits for the desk; one that waits no more is shown as it is. */
export async function getSubmittedAmendment(c: C) {
  const page = await findAmendment(c.db, c.params.slug ?? "", c.params.n ?? "");
  if (!page || page.amendment.submittedAt === null) throw new Response(null, { status: 404 });
  const address = `/admin/adendum/${page.program.slug}/${page.amendment.n}`;
  if (page.amendment.status !== "submitted") throw redirect(page.amendment.status === "draft" ? "/admin/adendum" : address);
  return { id: { proposalId: page.program.id, n: page.amendment.n }, address, title: page.program.title };
}

/** Sends it back or turns it down, with what the desk wrote. */
export async function noteFromDesk(c: C, step: DeskStep) {
  const { id, address } = await getSubmittedAmendment(c);
  const submission = parseWithZod(await c.form(), { schema: deskNoteSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(operations[step], { ...id, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, amendmentRefusals);
  throw redirect(address, { status: 303, headers: await flash(amendmentDeskMessages[c.language].done[step]) });
}
