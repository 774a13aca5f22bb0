import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import { leaveIfSettled } from "~/features/identity/lead-back.server";
import type { DomainError } from "~/kernel/domain-error";
import { flash } from "~/platform/flash.server";
import { answerLead } from "./answer-lead.server";
import { endLead } from "./end-lead.server";
import { leadMessages, leadRefusals } from "./lead-messages";
import { endLeadSchema } from "./program-leader-page.server";

type C = Context<ReturnType<typeof practitioner>>;
const page = "/ruang/petugas/pendampingan";
const settled = ["lead_not_found", "lead_program_over", "lead_answered", "lead_over"];
const answerSchema = z.object({
  leadId: z.string({ error: "required" }),
  jawaban: z.enum(["terima", "tolak"], { error: "not_a_choice" }),
  note: z.string().trim().max(600, "too_long").default(""),
});

/** A woman leader answers a question to lead, or with `aksi` steps back from a program. */
export async function changeOwnLeads(c: C) {
  const form = await c.form();
  const about = String(form.get("leadId") ?? "");
  const { done } = leadMessages[c.language];
  if (form.get("aksi") === "akhiri") {
    const submission = parseWithZod(form, { schema: endLeadSchema });
    if (submission.status !== "success") return alongside(misread(submission), { about });
    const outcome = await c.attempt(endLead, submission.value);
    if (!outcome.ok) return notTaken(c, submission, outcome.refusal, about);
    throw redirect(page, { status: 303, headers: await flash(done.ended) });
  }
  const submission = parseWithZod(form, { schema: answerSchema });
  if (submission.status !== "success") return alongside(misread(submission), { about });
  const { jawaban, ...said } = submission.value;
  const outcome = await c.attempt(answerLead, { ...said, accept: jawaban === "terima" });
  if (!outcome.ok) return notTaken(c, submission, outcome.refusal, about);
  throw redirect(page, { status: 303, headers: await flash(done.answered) });
}

async function notTaken(c: C, submission: Parameters<typeof refused>[0], refusal: DomainError, about: string) {
  await leaveIfSettled(c, refusal, { codes: settled, to: page, refusals: leadRefusals });
  return alongside(refused(submission, refusal, c.language, leadRefusals), { about });
}
