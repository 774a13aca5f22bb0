import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import { managingRole } from "./roles";
import { membersOf, requireManagerLeft } from "./set-member-roles.server";

/** Takes a person out of an organisation; what they did there stays recorded. Members may leave by themselves. Refuses `last_manager`. */
export async function removeMember(trx: Transaction<DB>, actor: Actor, input: { organizationId: string; userId: string }): Promise<void> {
  const organization = await lockOrganization(trx, input.organizationId);
  if (input.userId === actor.userId) requireMembership(actor, organization.id);
  else requireMembership(actor, organization.id, managingRole(organization.kind));
  const members = await membersOf(trx, organization.id);
  if (!members.has(input.userId)) throw new DomainError("member_not_found");
  requireManagerLeft(members, managingRole(organization.kind), input.userId, []);
  await trx.deleteFrom("memberships").where("organization_id", "=", organization.id).where("user_id", "=", input.userId).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "member.removed",
    subject: { kind: "user", id: input.userId },
    organizationId: organization.id,
  });
}
