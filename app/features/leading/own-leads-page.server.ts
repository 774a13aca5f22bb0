import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";
import { answerLead } from "./answer-lead.server";
import { endLead } from "./end-lead.server";
import { leadMessages, leadRefusals } from "./lead-messages";
import { endLeadSchema } from "./program-leader-page.server";

const answerSchema = z.object({
  leadId: z.string({ error: "required" }),
  jawaban: z.enum(["terima", "tolak"], { error: "not_a_choice" }),
  note: z.string().trim().max(600, "too_long").default(""),
});

/** A woman leader answers a question to lead, or with `aksi` steps back from a program. */
export async function changeOwnLeads(c: Context<ReturnType<typeof practitioner>>) {
  const form = await c.form();
  const about = String(form.get("leadId") ?? "");
  const { done } = leadMessages[c.language];
  const page = "/ruang/petugas/pendampingan";
  if (form.get("aksi") === "akhiri") {
    const submission = parseWithZod(form, { schema: endLeadSchema });
    if (submission.status !== "success") return alongside(misread(submission), { about });
    const outcome = await c.attempt(endLead, submission.value);
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, leadRefusals), { about });
    throw redirect(page, { status: 303, headers: await flash(done.ended) });
  }
  const submission = parseWithZod(form, { schema: answerSchema });
  if (submission.status !== "success") return alongside(misread(submission), { about });
  const { jawaban, ...said } = submission.value;
  const outcome = await c.attempt(answerLead, { ...said, accept: jawaban === "terima" });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, leadRefusals), { about });
  throw redirect(page, { status: 303, headers: await flash(done.answered) });
}
