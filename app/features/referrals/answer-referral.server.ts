import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import type { Actor } from "~/features/identity/actor";
import { requireUntied } from "~/features/ties/require-untied.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { lockOwnReferral } from "./lock-referral.server";
import { mayBecome } from "./referral";
import { requireServing } from "./require-serving.server";
import { tellReferral } from "./tell-referral.server";

/**
 * An LK3 or LKS takes on the people that were referred to it, or declines with a reason. Declining is open to it even when it may not
 * take on anything. Refuses `referral_not_found`, `not_allowed`, `referral_answered`, `answer_missing`, and for an acceptance `need_closed`
 * and what `requireServing`, `requireUntied` and `requireUnfrozen` refuse.
 */
export async function answerReferral(
  trx: Transaction<DB>,
  actor: Actor,
  input: { referralId: string; accept: boolean; answer: string },
): Promise<void> {
  const referral = await lockOwnReferral(trx, actor, input.referralId);
  const status = input.accept ? ("accepted" as const) : ("declined" as const);
  if (!mayBecome(referral.status, status)) throw new DomainError("referral_answered");
  const answer = input.answer.trim();
  if (!input.accept && answer === "") throw new DomainError("answer_missing", { field: "answer" });
  if (input.accept) {
    await requireServing(trx, actor, referral.organizationId);
    await requireUntied(trx, actor, [referral.practitionerId]);
    await requireUnfrozen(trx, [referral.practitionerId], "all");
    if (referral.needClosedAt) throw new DomainError("need_closed");
  }
  await trx
    .updateTable("referrals")
    .set({ status, answer, answered_by: actor.userId, answered_at: now() })
    .where("id", "=", referral.id)
    .where("status", "=", "offered")
    .execute();
  await settleAsks(trx, [`/ruang/lembaga/layanan/rujukan/${referral.id}`]);
  await tellReferral(trx, actor, referral, { happened: status, words: answer, by: "organization" });
}
