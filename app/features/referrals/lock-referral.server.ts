import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { servingRoles } from "./referral";

/** One referral with the names of its two sides, locked until the transaction ends; refuses `referral_not_found`. */
export async function lockReferral(trx: Transaction<DB>, referralId: string) {
  if (!isId(referralId)) throw new DomainError("referral_not_found");
  const row = await trx
    .selectFrom("referrals as r")
    .innerJoin("needs as n", "n.id", "r.need_id")
    .innerJoin("areas as a", "a.code", "n.area_code")
    .innerJoin("services as s", "s.id", "r.service_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .innerJoin("organizations as p", "p.id", "r.practitioner_id")
    .select(["r.id", "r.status", "n.id as needId", "n.counts", "n.closed_at as needClosedAt", "a.label as area", "a.code as areaCode"])
    .select(["o.id as organizationId", "o.name as organization", "p.id as practitionerId", "p.name as practitioner"])
    .where("r.id", "=", referralId)
    .forUpdate("r")
    .executeTakeFirst();
  if (!row) throw new DomainError("referral_not_found");
  return row;
}

/** The same for the side whose service it is. Refuses `not_allowed`, and `referral_not_found` to others, who needn't know that there is one. */
export async function lockOwnReferral(trx: Transaction<DB>, actor: Actor, referralId: string) {
  const referral = await lockReferral(trx, referralId);
  if (!actor.memberships.some((m) => m.organizationId === referral.organizationId)) throw new DomainError("referral_not_found");
  requireMembership(actor, referral.organizationId, ...servingRoles);
  return referral;
}

export type LockedReferral = Awaited<ReturnType<typeof lockReferral>>;
