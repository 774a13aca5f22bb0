import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import type { NeedRecord } from "~/features/needs/need-queries.server";
import { flash } from "~/platform/flash.server";
import { referNeed } from "./refer-need.server";
import { isOpen, referrers } from "./referral";
import { referralMessages, referralRefusals } from "./referral-messages";
import { referralsOfNeed } from "./referral-queries.server";
import { referNeedSchema, withdrawReferralSchema } from "./referral.schema";
import { servicesFor } from "./service-queries.server";
import { withdrawReferral } from "./withdraw-referral.server";

type C = Context<ReturnType<typeof practitioner>>;

/** The referrals of a need, and to which services the practitioner may refer it now: those that don't have it already. */
export async function needReferrals(c: C, need: NeedRecord) {
  const { organizationId, element } = c.membership;
  const mayRefer = need.open !== undefined && referrers.some((one) => one === element);
  const [referrals, choices] = await Promise.all([
    referralsOfNeed(c.db, need.id),
    need.open && mayRefer ? servicesFor(c.db, { areaCode: need.areaCode, needCode: need.open.needCode }) : [],
  ]);
  const has = referrals.filter(({ status }) => isOpen(status)).map(({ serviceId }) => serviceId);
  return { referrals, choices: choices.filter(({ id }) => !has.includes(id)), mayRefer, organizationId };
}

export type NeedReferrals = Awaited<ReturnType<typeof needReferrals>>;

/** Refers a need to a service, or takes a referral back. */
export async function changeNeedReferrals(c: C, need: NeedRecord, step: "rujuk" | "tarik", form: FormData) {
  const own = { organizationId: c.membership.organizationId, needId: need.id };
  if (step === "tarik") {
    const submission = parseWithZod(form, { schema: withdrawReferralSchema });
    if (submission.status !== "success") return alongside(misread(submission), { step: "withdraw" as const });
    const outcome = await c.attempt(withdrawReferral, { ...own, ...submission.value });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, referralRefusals), { step: "withdraw" as const });
    return done(c, "withdrawn");
  }
  const submission = parseWithZod(form, { schema: referNeedSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "refer" as const });
  const outcome = await c.attempt(referNeed, { ...own, ...submission.value });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, referralRefusals), { step: "refer" as const });
  return done(c, "offered");
}

async function done(c: C, what: "offered" | "withdrawn"): Promise<never> {
  throw redirect(c.url.pathname, { status: 303, headers: await flash(referralMessages[c.language].done[what]) });
}
