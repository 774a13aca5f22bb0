import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { isImage, sniffType } from "~/features/files/file";
import { storeFile } from "~/features/files/store-file.server";
import type { Actor } from "~/features/identity/actor";
import { isOwnSave } from "~/features/proposals/save-proposal-draft.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { fingerprints, hasChanged } from "~/kernel/three-way";
import { now } from "~/platform/clock.server";
import { sha256Of } from "~/platform/storage.server";
import type { DB } from "#db/types.generated";
import type { Answer, Opened, Said } from "./assignment";
import { attachVisitPhoto } from "./attach-visit-photo.server";
import { type LockedAssignment, lockOwnAssignment } from "./lock-assignment.server";
import { checklistOf, saidOf } from "./assignment-queries.server";
import { takesPhotos } from "./visit-photo";
import { mergeWork, workUnits } from "./work-units";

export type Work = Said & {
  /** Papers, sent with a key of their own so that each is stored once. */
  files?: readonly File[];
  /** Photos by the question they prove. */
  photos?: readonly { item: string; file: File }[];
  /** What the sending page was opened with; without it what is sent replaces what is stored. */
  opened?: Opened | undefined;
};

/**
 * Keeps what a practitioner has filled in so far, complete or not; files and photos are added, once per key. Where another device saved
 * meanwhile, each part is taken from the one that changed it; refuses `stale_version` where both changed the same and nobody has chosen.
 */
export async function saveAnswers(
  trx: Transaction<DB>,
  actor: Actor,
  input: { assignmentId: string; key: string } & Work,
): Promise<{ version: number; base: string }> {
  const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, "done");
  await writeWork(trx, actor, assignment, input);
  const said = await saidOf(trx, assignment);
  return { version: assignment.version + 1, base: JSON.stringify(fingerprints(workUnits(said))) };
}

/** Writes answers, words and files of a locked task. Refuses `answer_unknown`, `stale_version`, and what photos and files are refused for. */
export async function writeWork(
  trx: Transaction<DB>,
  actor: Actor,
  assignment: LockedAssignment,
  input: { key: string } & Work,
): Promise<Work> {
  const work = await settled(trx, assignment, input);
  const known = (await checklistOf(trx, assignment.kind)).map((item) => item.code);
  if (work.answers.some((answer) => !known.includes(answer.item))) throw new DomainError("answer_unknown");
  for (const answer of work.answers) await writeAnswer(trx, assignment, answer);
  const page = input.opened?.page;
  await trx
    .updateTable("assignments")
    .set({
      finding: work.finding.trim(),
      statement: work.statement.trim(),
      confirms_arrival: work.confirmsArrival,
      result: work.result,
      version: assignment.version + 1,
      saved_by_form: isId(page?.id) ? page.id : null,
      saved_seq: Math.max(page?.seq ?? 0, isOwnSave(assignment, page) ? assignment.savedSeq : 0),
      saved_at: now(),
    })
    .where("proposal_id", "=", assignment.proposalId)
    .where("id", "=", assignment.id)
    .execute();
  await addFiles(trx, actor, assignment, input);
  return work;
}

/** What is to be written: as typed, or with what another device saved meanwhile. A page that saves by itself never merges. */
async function settled(trx: Transaction<DB>, assignment: LockedAssignment, { opened, ...work }: Work): Promise<Work> {
  if (!opened) return work;
  const { version, base, page, asked } = opened;
  const untouched = assignment.version === version || isOwnSave(assignment, page);
  if (untouched && Object.keys(asked).length === 0) return work;
  const stale = new DomainError("stale_version", { current: assignment.version });
  if (!base) throw stale;
  const saved = await saidOf(trx, assignment);
  if (!page.followsItself) {
    if (hasChanged(base, workUnits(saved))) throw stale;
    return work;
  }
  const { merged, conflicts } = mergeWork(work, { base, saved, asked });
  if (conflicts.length > 0) throw stale;
  return merged;
}

async function writeAnswer(trx: Transaction<DB>, assignment: LockedAssignment, { item, answer, note }: Answer): Promise<void> {
  const text = note.trim();
  const row = { proposal_id: assignment.proposalId, assignment_id: assignment.id, item_code: item };
  if (answer === null && text === "") {
    await trx
      .deleteFrom("assignment_answers")
      .where("proposal_id", "=", row.proposal_id)
      .where("assignment_id", "=", row.assignment_id)
      .where("item_code", "=", item)
      .execute();
    return;
  }
  await trx
    .insertInto("assignment_answers")
    .values({ ...row, kind: assignment.kind, answer, note: text })
    .onConflict((conflict) => conflict.columns(["proposal_id", "assignment_id", "item_code"]).doUpdateSet({ answer, note: text }))
    .execute();
}

/** Photos of visits belong to a question (`photo_without_question`); a form sent twice adds its files once. */
async function addFiles(
  trx: Transaction<DB>,
  actor: Actor,
  assignment: LockedAssignment,
  { key, files = [], photos = [] }: { key: string } & Work,
): Promise<void> {
  if (files.length + photos.length === 0) return;
  const contents = await Promise.all([...files, ...photos.map(({ file }) => file)].map(async (file) => sha256Of(await file.bytes())));
  const seen = { assignmentId: assignment.id, actor: actor.userId, contents, items: photos.map(({ item }) => item) };
  await once(trx, { key, operation: "add_assignment_files", input: seen }, async () => {
    for (const file of files) {
      const type = sniffType(await file.bytes());
      if (takesPhotos(assignment.kind) && type && isImage(type)) throw new DomainError("photo_without_question", { field: "files" });
      const { fileId } = await storeFile(trx, actor, { organizationId: assignment.organizationId, access: "private", file });
      await trx
        .insertInto("assignment_files")
        .values({ proposal_id: assignment.proposalId, assignment_id: assignment.id, file_id: fileId, created_at: now() })
        .execute();
    }
    for (const photo of photos) await attachVisitPhoto(trx, actor, assignment, photo);
    return null;
  });
}
