import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import type { DB } from "#db/types.generated";
import { inviteMember } from "./invite-member.server";

/** Invites again to the same role with a new link and another seven days; the old link stops working. Refuses `invitation_not_found`. */
export async function resendInvitation(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; invitationId: string; language: Language },
): Promise<{ invitationId: string }> {
  const open = await trx
    .selectFrom("invitations")
    .select(["email", "role"])
    .where("id", "=", input.invitationId)
    .where("organization_id", "=", input.organizationId)
    .where("accepted_at", "is", null)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  if (!open) throw new DomainError("invitation_not_found");
  return inviteMember(trx, actor, { key: newId(), organizationId: input.organizationId, ...open, language: input.language });
}
