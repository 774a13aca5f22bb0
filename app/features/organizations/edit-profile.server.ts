import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { keepIdentifier } from "~/features/identifiers/keep-identifier.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import { communityPowers, companyPowers } from "~/features/identity/powers";

export type EditProfileInput = {
  organizationId: string;
  version: number;
  about: string;
  address: string;
  phone?: string;
  taxNumber?: string;
};

/**
 * Changes what an organisation says of itself; a phone or tax number that is not given stays. Refuses `stale_version` when somebody else
 * saved in between, `phone_form` and `npwp_form`.
 */
export async function editProfile(trx: Transaction<DB>, actor: Actor, input: EditProfileInput): Promise<void> {
  requireMembership(actor, input.organizationId, ...communityPowers.edits_profile, ...companyPowers.edits_profile, "practitioner");
  const organization = await lockOrganization(trx, input.organizationId);
  if (organization.version !== input.version) throw new DomainError("stale_version");
  await trx
    .updateTable("organizations")
    .set({ about: input.about, address: input.address, version: organization.version + 1 })
    .where("id", "=", organization.id)
    .execute();
  const { phone, taxNumber } = input;
  if (phone) await keepIdentifier(trx, { organizationId: organization.id, kind: "phone", typed: phone, field: "phone" });
  if (taxNumber) await keepIdentifier(trx, { organizationId: organization.id, kind: "npwp", typed: taxNumber, field: "taxNumber" });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "organization.profile_edited",
    subject: { kind: "organization", id: organization.id },
    organizationId: organization.id,
  });
}
