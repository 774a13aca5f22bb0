import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type LockedReferral, lockOwnReferral } from "./lock-referral.server";
import { type Outcome, mayBecome } from "./referral";
import { tellReferral } from "./tell-referral.server";

/**
 * An LK3 or LKS reports once what came of a referral that it accepted, in words and, where people were served, how many of the need's. Its
 * standing may have ended meanwhile: what is under way is brought to an end. Refuses `referral_not_found`, `not_allowed`,
 * `referral_not_accepted`, `words_missing`, `served_missing`, `served_more` (than were counted at any time) and `organization_frozen`.
 */
export async function reportReferral(
  trx: Transaction<DB>,
  actor: Actor,
  input: { referralId: string; outcome: Outcome; people: number | null; words: string },
): Promise<void> {
  const referral = await lockOwnReferral(trx, actor, input.referralId);
  if (!mayBecome(referral.status, input.outcome)) throw new DomainError("referral_not_accepted");
  const words = input.words.trim();
  if (words === "") throw new DomainError("words_missing", { field: "words" });
  await requireUnfrozen(trx, [referral.organizationId], "all");
  const people = input.outcome === "served" ? await requireServed(trx, referral, input.people) : null;
  await trx
    .updateTable("referrals")
    .set({ status: input.outcome, outcome: words, people, reported_by: actor.userId, reported_at: now() })
    .where("id", "=", referral.id)
    .where("status", "=", "accepted")
    .execute();
  await tellReferral(trx, actor, referral, { happened: input.outcome, words, by: "organization" });
}

/** People move away and are counted anew while they are served: the largest count is the limit. */
async function requireServed(trx: Transaction<DB>, referral: LockedReferral, people: number | null): Promise<number> {
  if (people === null || people < 1) throw new DomainError("served_missing", { field: "people" });
  const { most } = await trx
    .selectFrom("need_counts")
    .select((eb) => eb.fn.max("people").as("most"))
    .where("need_id", "=", referral.needId)
    .executeTakeFirstOrThrow();
  if (people > most) throw new DomainError("served_more", { field: "people" });
  return people;
}
