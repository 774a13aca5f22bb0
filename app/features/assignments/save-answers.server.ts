import type { Transaction } from "kysely";
import { storeFile } from "~/features/files/store-file.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Answer } from "./assignment";
import { type LockedAssignment, lockOwnAssignment } from "./lock-assignment.server";
import { checklistOf } from "./assignment-queries.server";

export type Work = {
  answers: readonly Answer[];
  finding: string;
  statement: string;
  confirmsArrival: boolean;
  /** Photos or papers; each is stored once for the task. */
  files?: readonly File[];
};

/** Keeps what a practitioner has filled in so far, complete or not; a later save replaces an earlier one, files are added. */
export async function saveAnswers(trx: Transaction<DB>, actor: Actor, input: { assignmentId: string } & Work): Promise<void> {
  const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, "done");
  await writeWork(trx, actor, assignment, input);
}

/** Writes answers, words and files of a locked task. Refuses `answer_unknown` for a question that is not on its list. */
export async function writeWork(trx: Transaction<DB>, actor: Actor, assignment: LockedAssignment, work: Work): Promise<void> {
  const known = (await checklistOf(trx, assignment.kind)).map((item) => item.code);
  if (work.answers.some((answer) => !known.includes(answer.item))) throw new DomainError("answer_unknown");
  for (const { item, answer, note } of work.answers) {
    await trx
      .insertInto("assignment_answers")
      .values({
        proposal_id: assignment.proposalId,
        assignment_id: assignment.id,
        kind: assignment.kind,
        item_code: item,
        answer,
        note: note.trim(),
      })
      .onConflict((conflict) => conflict.columns(["proposal_id", "assignment_id", "item_code"]).doUpdateSet({ answer, note: note.trim() }))
      .execute();
  }
  await trx
    .updateTable("assignments")
    .set({ finding: work.finding.trim(), statement: work.statement.trim(), confirms_arrival: work.confirmsArrival })
    .where("proposal_id", "=", assignment.proposalId)
    .where("id", "=", assignment.id)
    .execute();
  for (const file of work.files ?? []) {
    const { fileId } = await storeFile(trx, actor, { organizationId: assignment.organizationId, access: "private", file });
    await trx
      .insertInto("assignment_files")
      .values({ proposal_id: assignment.proposalId, assignment_id: assignment.id, file_id: fileId, created_at: now() })
      .execute();
  }
}
