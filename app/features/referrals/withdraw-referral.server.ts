import type { Transaction } from "kysely";
import { type Actor, requirePractitioner } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockReferral } from "./lock-referral.server";
import { mayBecome } from "./referral";
import { tellReferral } from "./tell-referral.server";

/** Who referred a need takes it back before it is answered. Refuses `referral_not_found` (to others too) and `referral_answered`. */
export async function withdrawReferral(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; needId: string; referralId: string },
): Promise<void> {
  requirePractitioner(actor, input.organizationId);
  const referral = await lockReferral(trx, input.referralId);
  const own = referral.practitionerId === input.organizationId && referral.needId === input.needId;
  if (!own) throw new DomainError("referral_not_found");
  if (!mayBecome(referral.status, "withdrawn")) throw new DomainError("referral_answered");
  await trx
    .updateTable("referrals")
    .set({ status: "withdrawn", withdrawn_by: actor.userId, withdrawn_at: now() })
    .where("id", "=", referral.id)
    .where("status", "=", "offered")
    .execute();
  await tellReferral(trx, actor, referral, { happened: "withdrawn", words: "", by: "practitioner" });
}
