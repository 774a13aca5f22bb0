import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import { areasOfWork } from "~/features/practitioners/practitioner-queries.server";
import { flash } from "~/platform/flash.server";
import { needMessages } from "./need-messages";
import { type Need, openNeeds } from "./need-queries.server";
import { needRefusals } from "./need-refusals";
import { recordNeedSchema } from "./need.schema";
import { recordNeed } from "./record-need.server";

type C = Context<ReturnType<typeof practitioner>>;

/** An open record of the same village and group, with what was typed, so that the page can ask what to do with the number. */
export type Question = { existing: Need; typed: [name: string, value: string][]; people: number };

/** Records the need of the form, or answers with what is wrong beside its field, or with the question about an open record. */
export async function recordFromForm(c: C) {
  const { organizationId } = c.membership;
  const form = await c.form();
  const submission = parseWithZod(form, { schema: recordNeedSchema });
  if (submission.status !== "success") {
    const question = form.has("instead") ? await questionOf(c, form) : undefined;
    return data({ result: submission.reply(), question }, { status: 400 });
  }
  const { kunci: key, instead, seen, reason, ...need } = submission.value;
  const existing = instead && seen !== undefined ? { existing: { instead, seen, reason } } : {};
  const outcome = await c.attempt(recordNeed, { key, organizationId, ...need, ...existing });
  if (outcome.ok) {
    const { done } = needMessages[c.language];
    throw redirect("/ruang/petugas/kebutuhan", { status: 303, headers: await flash(instead ? done.updated : done.recorded) });
  }
  const { code } = outcome.refusal;
  const question = code === "need_exists" || code === "need_changed" ? await questionOf(c, form) : undefined;
  if (!question) {
    const answer = refused(submission, outcome.refusal, c.language, needRefusals);
    return data({ ...answer.data, question }, answer.init ?? {});
  }
  const formErrors = code === "need_changed" ? [refusalText(outcome.refusal, c.language, needRefusals)] : [];
  return data({ result: submission.reply({ formErrors }), question }, { status: 409 });
}

const ownFields = ["kunci", "instead", "seen", "reason"];

async function questionOf(c: C, form: FormData): Promise<Question | undefined> {
  const areas = await areasOfWork(c.db, c.membership.organizationId);
  const needs = await openNeeds(
    c.db,
    areas.map((area) => area.code),
  );
  const area = String(form.get("areaCode") ?? "");
  const existing = needs.find(
    (need) => need.needCode === form.get("needCode") && (need.areaCode === area || (need.sensitive && area.startsWith(need.areaCode))),
  );
  if (!existing) return undefined;
  const typed = [...form].flatMap(([name, value]): Question["typed"] =>
    typeof value === "string" && !ownFields.includes(name) ? [[name, name === "areaCode" ? existing.areaCode : value]] : [],
  );
  const people = recordNeedSchema.shape.people.safeParse(form.get("people"));
  return { existing, typed, people: people.data ?? existing.people };
}
