import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import type { Actor } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import type { CheckResult } from "~/features/proposals/proposal";
import { lockProposal } from "~/features/proposals/proposal-transition.server";
import { insertCheck } from "~/features/verification/record-check.server";
import { addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { checkOf, elementsFor, holdsFor, obstacleToConclude } from "./assignment";
import { answersOf, checklistOf, roleLabelOf } from "./assignment-queries.server";
import { type LockedAssignment, lockOwnAssignment } from "./lock-assignment.server";
import { moveAssignment } from "./move-assignment.server";
import { type Work, writeWork } from "./save-answers.server";
import { tellOfferer } from "./tell-assignment.server";

export type ConcludeInput = Work & { key: string; assignmentId: string; result: CheckResult };

/**
 * Signs a task: its answers are locked and, where it is about the proposal, it becomes the check of its kind, under the practitioner's
 * role and never the name. Refuses `answers_missing`, `difference_unexplained`, `match_with_difference`, `finding_missing`,
 * `statement_missing`, `not_verifying`, and `practitioner_standing_invalid` when the papers have ended meanwhile.
 */
export async function concludeAssignment(trx: Transaction<DB>, actor: Actor, input: ConcludeInput): Promise<{ proposalId: string }> {
  const { key, files, photos, opened: _, ...said } = input;
  const sent = [...(files ?? []), ...(photos ?? []).map(({ file }) => file)];
  const seen = { ...said, files: sent.map((file) => `${file.name}:${file.size}`), actor: actor.userId };
  return once(trx, { key, operation: "conclude_assignment", input: seen }, async () => {
    const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, "done");
    const { organizationId, kind } = assignment;
    await requireStanding(trx, actor, { organizationId, elements: elementsFor[kind] });
    const work = await writeWork(trx, actor, assignment, { ...input, key: newId() });
    const result = work.result ?? input.result;
    const items = (await checklistOf(trx, kind)).map((item) => item.code);
    const obstacle = obstacleToConclude(items, await answersOf(trx, assignment), result);
    if (obstacle) throw new DomainError(obstacle.code, { ...obstacle, field: fieldOf(obstacle) });
    if (work.finding.trim() === "") throw new DomainError("finding_missing", { field: "finding" });
    if (kind === "endorsement" && work.statement.trim() === "") throw new DomainError("statement_missing", { field: "statement" });
    const roleLabel = await roleLabelOf(trx, organizationId);
    const validUntil = addDays(today(), holdsFor[kind]);
    await moveAssignment(trx, assignment, {
      to: "done",
      actorId: actor.userId,
      set: { result, role_label: roleLabel, valid_until: validUntil, done_at: now() },
      details: { result },
    });
    await becomeCheck(trx, actor, assignment, { result, finding: work.finding, roleLabel, validUntil });
    await tellOfferer(trx, assignment, "done");
    return { proposalId: assignment.proposalId };
  });
}

async function becomeCheck(
  trx: Transaction<DB>,
  actor: Actor,
  assignment: LockedAssignment,
  check: { result: CheckResult; finding: string; roleLabel: string; validUntil: string },
): Promise<void> {
  const kind = checkOf[assignment.kind];
  if (kind === null) return;
  const proposal = await lockProposal(trx, assignment.proposalId);
  if (proposal.status !== "verifying") throw new DomainError("not_verifying");
  await insertCheck(trx, actor, proposal, { kind, checkedOn: today(), assignmentId: assignment.id, ...check });
}

function fieldOf(obstacle: { code: string; item?: string }): string {
  if (obstacle.code === "match_with_difference") return "result";
  return obstacle.item ? `catatan-${obstacle.item}` : "answers";
}
