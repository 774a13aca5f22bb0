import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, type Role, requireMembership } from "~/features/identity/actor";
import { addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import { now, today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import { organizationsMessages } from "./organizations-messages";
import { managingRole, rolesOf } from "./roles";
import { membersOf, refuseConflict } from "./set-member-roles.server";

const validDays = 7;

export type InviteMemberInput = { key: string; organizationId: string; email: string; role: Role; language: Language };

/**
 * Invites a person by email to one role, for seven days; a new invitation replaces an open one to the same address. Refuses
 * `role_unknown` (a role of another kind of organisation), `already_member` (holds that role already) and `roles_conflict` (holds a role
 * that needs another person than this one).
 */
export async function inviteMember(trx: Transaction<DB>, actor: Actor, input: InviteMemberInput): Promise<{ invitationId: string }> {
  const organization = await lockOrganization(trx, input.organizationId);
  requireMembership(actor, organization.id, managingRole(organization.kind));
  const email = input.email.trim().toLowerCase();
  return once(trx, { key: input.key, operation: "invite_member", input: { ...input, actor: actor.userId } }, async () => {
    if (!rolesOf(organization.kind).includes(input.role)) throw new DomainError("role_unknown", { field: "role" });
    await refuseMember(trx, organization.id, email, input.role);
    await trx
      .updateTable("invitations")
      .set({ cancelled_at: now() })
      .where("organization_id", "=", organization.id)
      .where("email", "=", email)
      .where("accepted_at", "is", null)
      .where("cancelled_at", "is", null)
      .execute();
    const invitationId = newId();
    const token = randomBytes(24).toString("base64url");
    const validUntil = addDays(today(), validDays);
    await trx
      .insertInto("invitations")
      .values({
        id: invitationId,
        organization_id: organization.id,
        email,
        role: input.role,
        token_hash: hashOfToken(token),
        invited_by: actor.userId,
        created_at: now(),
        valid_until: validUntil,
      })
      .execute();
    await queueEmail(trx, {
      template: "member-invited",
      to: { email, language: input.language },
      props: {
        organization: organization.name,
        inviter: actor.name,
        roles: { id: organizationsMessages.id.roles[input.role], en: organizationsMessages.en.roles[input.role] },
        validUntil,
        url: absoluteUrl(`/gabung/${token}`),
      },
      dedupeKey: `member-invited:${invitationId}`,
    });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "member.invited",
      subject: { kind: "invitation", id: invitationId },
      organizationId: organization.id,
      details: { role: input.role },
    });
    return { invitationId };
  });
}

/** What the database keeps of a secret link: its SHA-256, so that a copy of the table opens nothing. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

async function refuseMember(trx: Transaction<DB>, organizationId: string, email: string, role: Role): Promise<void> {
  const user = await trx.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst();
  const members = await membersOf(trx, organizationId);
  const held = (user && members.get(user.id)) ?? [];
  if (held.includes(role)) throw new DomainError("already_member", { field: "email" });
  if (members.size > 1) refuseConflict([...held, role], "role");
}
