import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { holds } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";
import { answerReferral } from "./answer-referral.server";
import { servingRoles } from "./referral";
import { referralMessages, referralRefusals } from "./referral-messages";
import { findReferral } from "./referral-queries.server";
import { answerReferralSchema, reportReferralSchema } from "./referral.schema";
import { reportReferral } from "./report-referral.server";

type C = Context<ReturnType<typeof community>>;

async function own(c: C) {
  const referral = await findReferral(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!referral) throw new Response(null, { status: 404 });
  return referral;
}

/** One referral as the side whose service it is sees it. */
export async function loadReferral(c: C) {
  return { language: c.language, referral: await own(c), mayWrite: holds(c.membership, servingRoles) };
}

/** Answers, or reports what came of it, by `aksi`. */
export async function changeReferral(c: C) {
  const referral = await own(c);
  const form = await c.form();
  const step = form.get("aksi");
  if (step === "jawab") return answer(c, referral.id, form);
  if (step === "lapor") return report(c, referral.id, form);
  throw data(null, { status: 400 });
}

async function answer(c: C, referralId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: answerReferralSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "answer" as const });
  const { jawaban, ...said } = submission.value;
  const outcome = await c.attempt(answerReferral, { referralId, accept: jawaban === "terima", ...said });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, referralRefusals), { step: "answer" as const });
  return done(c, "answered");
}

async function report(c: C, referralId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: reportReferralSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "report" as const });
  const outcome = await c.attempt(reportReferral, { referralId, ...submission.value });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, referralRefusals), { step: "report" as const });
  return done(c, "reported");
}

async function done(c: C, what: "answered" | "reported"): Promise<never> {
  throw redirect(c.url.pathname, { status: 303, headers: await flash(referralMessages[c.language].done[what]) });
}
