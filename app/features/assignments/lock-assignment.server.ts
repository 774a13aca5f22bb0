import type { Transaction } from "kysely";
import { type Actor, requirePractitioner } from "~/features/identity/actor";
import { requireUntied } from "~/features/ties/require-untied.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { type AssignmentKind, type AssignmentStatus, mayBecome } from "./assignment";

export type LockedAssignment = {
  id: string;
  proposalId: string;
  kind: AssignmentKind;
  status: AssignmentStatus;
  trancheN: number | null;
  organizationId: string;
  offeredBy: string;
  version: number;
  savedByForm: string | null;
  savedSeq: number;
  title: string;
  areaCode: string | null;
  proposer: string;
  sponsor: string | null;
};

/** One task, locked until the transaction ends; refuses `assignment_not_found`. */
export async function lockAssignment(trx: Transaction<DB>, assignmentId: string): Promise<LockedAssignment> {
  if (!isId(assignmentId)) throw new DomainError("assignment_not_found");
  const row = await trx
    .selectFrom("assignments as a")
    .innerJoin("proposals as p", "p.id", "a.proposal_id")
    .select(["a.id", "a.proposal_id as proposalId", "a.kind", "a.status", "a.tranche_n as trancheN", "a.version"])
    .select(["a.saved_by_form as savedByForm", "a.saved_seq as savedSeq"])
    .select(["a.organization_id as organizationId", "a.offered_by as offeredBy", "p.title", "p.area_code as areaCode"])
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["p.organization_id as proposer", "o.sponsor_id as sponsor"])
    .where("a.id", "=", assignmentId)
    .forUpdate("a")
    .executeTakeFirst();
  if (!row) throw new DomainError("assignment_not_found");
  return row;
}

/**
 * The actor's own task in the state from which it may become `to`; refuses `not_allowed` and `assignment_moved`. Taking it on and signing it
 * are closed to whoever has a tie meanwhile: `own_organization`, `declared_tie`.
 */
export async function lockOwnAssignment(
  trx: Transaction<DB>,
  actor: Actor,
  assignmentId: string,
  to: AssignmentStatus,
): Promise<LockedAssignment> {
  const assignment = await lockAssignment(trx, assignmentId);
  requirePractitioner(actor, assignment.organizationId);
  if (!mayBecome(assignment.status, to)) throw new DomainError("assignment_moved", { from: assignment.status });
  if (to === "accepted" || to === "done") await requireUntied(trx, actor, [assignment.proposer, assignment.sponsor]);
  return assignment;
}
