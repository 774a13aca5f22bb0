import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, type Membership, type PractitionerElement, requirePractitioner } from "~/features/identity/actor";
import { standingIsValid } from "~/features/organizations/standing";
import { DomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { worksIn } from "./area-of-work";

/**
 * The actor's practitioner profile, of one of the elements, with its standing in force today and, when an area is named, working there.
 * Refuses `not_allowed`, `practitioner_standing_invalid` (renew the papers first) `organization_frozen` and `practitioner_elsewhere` (not
 * this person's area).
 */
export async function requireStanding(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; elements: readonly PractitionerElement[]; areaCode?: string },
): Promise<Membership> {
  const membership = requirePractitioner(actor, input.organizationId, ...input.elements);
  const profile = await trx
    .selectFrom("organizations")
    .select(["standing", "standing_valid_until"])
    .where("id", "=", membership.organizationId)
    .forShare()
    .executeTakeFirstOrThrow();
  if (!standingIsValid(profile, today())) throw new DomainError("practitioner_standing_invalid");
  await requireUnfrozen(trx, [membership.organizationId], "all");
  const { areaCode } = input;
  if (areaCode !== undefined) {
    const areas = await trx
      .selectFrom("practitioner_areas")
      .select("area_code")
      .where("organization_id", "=", membership.organizationId)
      .execute();
    if (
      !worksIn(
        areas.map((area) => area.area_code),
        areaCode,
      )
    )
      throw new DomainError("practitioner_elsewhere");
  }
  return membership;
}
