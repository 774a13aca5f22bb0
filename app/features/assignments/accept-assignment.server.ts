import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { elementsFor } from "./assignment";
import { lockOwnAssignment } from "./lock-assignment.server";
import { moveAssignment } from "./move-assignment.server";

/**
 * Takes on a task. The papers of the program open only once the practitioner has declared to have no tie to the organisation; without
 * that declaration `tie_undeclared`. Refuses `offer_over` after the last day to answer.
 */
export async function acceptAssignment(
  trx: Transaction<DB>,
  actor: Actor,
  input: { assignmentId: string; untied: boolean },
): Promise<{ proposalId: string }> {
  const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, "accepted");
  if (!input.untied) throw new DomainError("tie_undeclared", { field: "untied" });
  await requireStanding(trx, actor, { organizationId: assignment.organizationId, elements: elementsFor[assignment.kind] });
  const { answer_until } = await trx
    .selectFrom("assignments")
    .select("answer_until")
    .where("proposal_id", "=", assignment.proposalId)
    .where("id", "=", assignment.id)
    .executeTakeFirstOrThrow();
  if (answer_until < today()) throw new DomainError("offer_over");
  await moveAssignment(trx, assignment, {
    to: "accepted",
    actorId: actor.userId,
    set: { untied_at: now() },
    details: { declared: "untied" },
  });
  return { proposalId: assignment.proposalId };
}
