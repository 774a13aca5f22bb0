import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, type Role, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { addMember } from "./add-member.server";
import { lockOrganization } from "./lock-organization.server";
import { conflictingRoles, inOrder, managingRole, rolesOf } from "./roles";

export type SetMemberRolesInput = { organizationId: string; userId: string; roles: readonly Role[] };

/**
 * Gives a member exactly these roles. Refuses `roles_empty`, `role_unknown`, `member_not_found`, `last_manager` (the organisation would
 * be left without chair or admin) and `roles_conflict` (two roles that need two people, where there are two people).
 */
export async function setMemberRoles(trx: Transaction<DB>, actor: Actor, input: SetMemberRolesInput): Promise<void> {
  const organization = await lockOrganization(trx, input.organizationId);
  requireMembership(actor, organization.id, managingRole(organization.kind));
  if (input.roles.length === 0) throw new DomainError("roles_empty", { field: "roles" });
  if (input.roles.some((role) => !rolesOf(organization.kind).includes(role))) throw new DomainError("role_unknown", { field: "roles" });
  const members = await membersOf(trx, organization.id);
  const before = members.get(input.userId);
  if (!before) throw new DomainError("member_not_found");
  requireManagerLeft(members, managingRole(organization.kind), input.userId, input.roles);
  if (members.size > 1) refuseConflict(input.roles, "roles");

  await trx
    .deleteFrom("memberships")
    .where("organization_id", "=", organization.id)
    .where("user_id", "=", input.userId)
    .where("role", "not in", input.roles)
    .execute();
  await addMember(trx, { organizationId: organization.id, userId: input.userId, roles: input.roles });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "member.roles_changed",
    subject: { kind: "user", id: input.userId },
    organizationId: organization.id,
    details: { from: inOrder(organization.kind, before).join(","), to: inOrder(organization.kind, input.roles).join(",") },
  });
}

/** Refuses `roles_conflict` for roles that need two people. */
export function refuseConflict(roles: readonly Role[], field: string): void {
  const conflict = conflictingRoles(roles);
  if (conflict) throw new DomainError("roles_conflict", { field, one: conflict[0], other: conflict[1] });
}

/** Everybody's roles in an organisation, by person. */
export async function membersOf(trx: Transaction<DB>, organizationId: string): Promise<Map<string, Role[]>> {
  const rows = await trx.selectFrom("memberships").select(["user_id", "role"]).where("organization_id", "=", organizationId).execute();
  const members = new Map<string, Role[]>();
  for (const row of rows) members.set(row.user_id, [...(members.get(row.user_id) ?? []), row.role]);
  return members;
}

/** Refuses `last_manager` when nobody would hold the managing role after one person's roles change to `roles`. */
export function requireManagerLeft(
  members: ReadonlyMap<string, readonly Role[]>,
  role: Role,
  userId: string,
  roles: readonly Role[],
): void {
  const left = roles.includes(role) || [...members].some(([id, held]) => id !== userId && held.includes(role));
  if (!left) throw new DomainError("last_manager", { field: "roles", role });
}
