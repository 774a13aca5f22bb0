import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor, OrganizationKind } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { addMember } from "./add-member.server";
import { hashOfToken } from "./invite-member.server";
import { membersOf, refuseConflict } from "./set-member-roles.server";

/**
 * Joins an organisation by the link of an invitation. Whoever has the link has read the mail of that address, so the address counts
 * as confirmed. Refuses `invitation_not_found` (unknown, used, cancelled or past its day), `invitation_other_address` and `roles_conflict`
 * (the roles have changed since the invitation).
 */
export async function acceptInvitation(
  trx: Transaction<DB>,
  actor: Actor,
  input: { token: string },
): Promise<{ organizationId: string; kind: OrganizationKind }> {
  const invitation = await trx
    .selectFrom("invitations as i")
    .innerJoin("organizations as o", "o.id", "i.organization_id")
    .select(["i.id", "i.organization_id", "i.email", "i.role", "o.kind"])
    .where("token_hash", "=", hashOfToken(input.token))
    .where("accepted_at", "is", null)
    .where("cancelled_at", "is", null)
    .where("valid_until", ">=", today())
    .forUpdate("i")
    .executeTakeFirst();
  if (!invitation) throw new DomainError("invitation_not_found");
  if (invitation.email !== actor.email) throw new DomainError("invitation_other_address");
  const members = await membersOf(trx, invitation.organization_id);
  if (members.size > 1) refuseConflict([...(members.get(actor.userId) ?? []), invitation.role], "role");
  await addMember(trx, { organizationId: invitation.organization_id, userId: actor.userId, roles: [invitation.role] });
  await trx
    .updateTable("invitations")
    .set({ accepted_at: now(), accepted_by: actor.userId })
    .where("id", "=", invitation.id)
    .where("accepted_at", "is", null)
    .execute();
  if (!actor.emailVerified) {
    await trx.updateTable("users").set({ email_verified: true, updated_at: now() }).where("id", "=", actor.userId).execute();
  }
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "member.joined",
    subject: { kind: "user", id: actor.userId },
    organizationId: invitation.organization_id,
    details: { role: invitation.role },
  });
  return { organizationId: invitation.organization_id, kind: invitation.kind };
}
