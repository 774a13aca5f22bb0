import type { Transaction, Updateable } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { AuditDetails } from "~/features/audit/audit-text";
import { DomainError } from "~/kernel/domain-error";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import type { AssignmentStatus } from "./assignment";
import type { LockedAssignment } from "./lock-assignment.server";

/** Moves a locked task to another state, with its audit line. Null acts for the system. The only place that writes a status. */
export async function moveAssignment(
  trx: Transaction<DB>,
  assignment: LockedAssignment,
  move: { to: AssignmentStatus; actorId: string | null; set?: Updateable<DB["assignments"]>; details?: AuditDetails },
): Promise<void> {
  const moved = await trx
    .updateTable("assignments")
    .set({ ...move.set, status: move.to, version: assignment.version + 1 })
    .where("proposal_id", "=", assignment.proposalId)
    .where("id", "=", assignment.id)
    .where("status", "=", assignment.status)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new DomainError("assignment_moved", { from: assignment.status });
  await settleAsks(trx, [`/ruang/petugas/tugas/${assignment.id}`]);
  await recordAudit(trx, {
    actorId: move.actorId,
    action: `assignment.${move.to}`,
    subject: { kind: "assignment", id: assignment.id },
    organizationId: assignment.organizationId,
    proposalId: assignment.proposalId,
    details: { kind: assignment.kind, ...move.details },
  });
}
