import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { standingIsValid } from "~/features/organizations/standing";
import { DomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { offersServices, servingRoles } from "./referral";

/**
 * Proves that the actor works for an LK3 or LKS whose standing is in force, with a role that deals with its services. Refuses
 * `not_allowed`, `serving_standing_invalid` (renew the papers first) and `organization_frozen`.
 */
export async function requireServing(trx: Transaction<DB>, actor: Actor, organizationId: string): Promise<void> {
  const membership = requireMembership(actor, organizationId, ...servingRoles);
  if (!offersServices(membership.element)) throw new DomainError("not_allowed");
  const organization = await trx
    .selectFrom("organizations")
    .select(["standing", "standing_valid_until"])
    .where("id", "=", organizationId)
    .forShare()
    .executeTakeFirstOrThrow();
  if (!standingIsValid(organization, today())) throw new DomainError("serving_standing_invalid");
  await requireUnfrozen(trx, [organizationId], "all");
}
