import type { Kysely, Transaction } from "kysely";
import type { AuditAction } from "~/features/audit/audit-action-texts";
import type { OrganizationKind, Role } from "~/features/identity/actor";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { hashOfToken } from "./invite-member.server";
import { inOrder, rolesOf } from "./roles";

type Reader = Kysely<DB> | Transaction<DB>;

export type MemberView = { userId: string; name: string; email: string; roles: Role[]; since: Date; secondFactor: boolean };

/** The members of an organisation, the weightiest role first. Only members and the desk may see it. */
export async function listMembers(db: Reader, organizationId: string, kind: OrganizationKind): Promise<MemberView[]> {
  const rows = await db
    .selectFrom("memberships as m")
    .innerJoin("users as u", "u.id", "m.user_id")
    .leftJoin("second_factors as f", "f.user_id", "u.id")
    .select(["u.id", "u.name", "u.email", "m.role", "m.created_at", "f.enrolled_at"])
    .where("m.organization_id", "=", organizationId)
    .orderBy("m.created_at")
    .execute();
  const members = new Map<string, MemberView>();
  for (const row of rows) {
    const person = { userId: row.id, name: row.name, email: row.email, secondFactor: row.enrolled_at !== null };
    const member = members.get(row.id) ?? { ...person, roles: [], since: row.created_at };
    member.roles = inOrder(kind, [...member.roles, row.role]);
    members.set(row.id, member);
  }
  const weight = (member: MemberView) => rolesOf(kind).indexOf(member.roles[0] ?? "reader");
  return [...members.values()].sort((a, b) => weight(a) - weight(b) || a.since.getTime() - b.since.getTime());
}

/** Invitations that nobody has accepted or cancelled; those past their day too, so that they can be sent again. */
export async function listInvitations(db: Reader, organizationId: string) {
  return db
    .selectFrom("invitations as i")
    .innerJoin("users as u", "u.id", "i.invited_by")
    .select(["i.id", "i.email", "i.role", "i.created_at as createdAt", "i.valid_until as validUntil", "u.name as inviter"])
    .where("i.organization_id", "=", organizationId)
    .where("i.accepted_at", "is", null)
    .where("i.cancelled_at", "is", null)
    .orderBy("i.created_at")
    .execute();
}

export type InvitationView = Awaited<ReturnType<typeof listInvitations>>[number];

/** An invitation by its secret link, while it can be accepted. */
export async function findInvitation(db: Reader, token: string) {
  return db
    .selectFrom("invitations as i")
    .innerJoin("organizations as o", "o.id", "i.organization_id")
    .innerJoin("users as u", "u.id", "i.invited_by")
    .select(["i.email", "i.role", "i.valid_until as validUntil", "o.name as organization", "o.kind", "u.name as inviter"])
    .where("i.token_hash", "=", hashOfToken(token))
    .where("i.accepted_at", "is", null)
    .where("i.cancelled_at", "is", null)
    .where("i.valid_until", ">=", today())
    .executeTakeFirst();
}

/** The last things that happened to the team, for the log at the foot of the page. */
export async function listTeamEvents(db: Reader, organizationId: string) {
  const rows = await db
    .selectFrom("audit_log as l")
    .leftJoin("users as u", "u.id", "l.actor_id")
    .select(["l.id", "l.at", "l.action", "l.details", "u.name as actor"])
    .where("l.organization_id", "=", organizationId)
    .where("l.action", "like", "member.%")
    .orderBy("l.at", "desc")
    .limit(12)
    .execute();
  return rows.map((row) => ({ ...row, action: row.action as AuditAction }));
}
