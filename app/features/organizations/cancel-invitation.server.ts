import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import { managingRole } from "./roles";

/** Takes back an invitation that nobody has accepted: its link stops working at once. Refuses `invitation_not_found`. */
export async function cancelInvitation(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; invitationId: string },
): Promise<void> {
  const organization = await lockOrganization(trx, input.organizationId);
  requireMembership(actor, organization.id, managingRole(organization.kind));
  const { numUpdatedRows } = await trx
    .updateTable("invitations")
    .set({ cancelled_at: now() })
    .where("id", "=", input.invitationId)
    .where("organization_id", "=", organization.id)
    .where("accepted_at", "is", null)
    .where("cancelled_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new DomainError("invitation_not_found");
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "member.invitation_cancelled",
    subject: { kind: "invitation", id: input.invitationId },
    organizationId: organization.id,
  });
}
