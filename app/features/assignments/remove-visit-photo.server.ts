import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { lockOwnAssignment } from "./lock-assignment.server";

/**
 * Takes a photo out of a task that is still open, so that nobody can open it any more; that it was there stays in the audit log. Refuses
 * `photo_not_found`.
 */
export async function removeVisitPhoto(trx: Transaction<DB>, actor: Actor, input: { assignmentId: string; fileId: string }): Promise<void> {
  const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, "done");
  if (!isId(input.fileId)) throw new DomainError("photo_not_found");
  const removed = await trx
    .deleteFrom("assignment_files")
    .where("proposal_id", "=", assignment.proposalId)
    .where("assignment_id", "=", assignment.id)
    .where("file_id", "=", input.fileId)
    .where("item_code", "is not", null)
    .returning("file_id")
    .executeTakeFirst();
  if (!removed) throw new DomainError("photo_not_found");
  await trx.deleteFrom("files").where("id", "=", input.fileId).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "assignment.photo_removed",
    subject: { kind: "assignment", id: assignment.id },
    organizationId: assignment.organizationId,
    proposalId: assignment.proposalId,
    details: { kind: assignment.kind },
  });
}
