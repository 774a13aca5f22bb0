import type { Transaction } from "kysely";
import { isImage, sniffType } from "~/features/files/file";
import { readPictureFacts } from "~/features/files/read-evidence.server";
import { storeFile } from "~/features/files/store-file.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { largestFile } from "~/platform/uploads.server";
import type { DB } from "#db/types.generated";
import { checklistOf } from "./assignment-queries.server";
import type { LockedAssignment } from "./lock-assignment.server";
import { mostPhotos, smallestSide, takesPhotos } from "./visit-photo";

/**
 * Keeps one photo of a question of a locked task: privately, without its metadata, of which the time and the place to about a kilometre
 * are kept as evidence. Refuses `photos_not_taken`, `answer_unknown`, `photos_full`, `photo_kind_unsupported`, `photo_too_small` (shorter side under
 * 240 pixels) and what `storeFile` refuses, each beside the question's field.
 */
export async function attachVisitPhoto(
  trx: Transaction<DB>,
  actor: Actor,
  assignment: LockedAssignment,
  { item, file }: { item: string; file: File },
): Promise<{ fileId: string }> {
  const field = `foto-${item}`;
  if (!takesPhotos(assignment.kind)) throw new DomainError("photos_not_taken");
  if (!(await checklistOf(trx, assignment.kind)).some(({ code }) => code === item)) throw new DomainError("answer_unknown");
  const { count } = await trx
    .selectFrom("assignment_files")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("proposal_id", "=", assignment.proposalId)
    .where("assignment_id", "=", assignment.id)
    .where("item_code", "=", item)
    .executeTakeFirstOrThrow();
  if (count >= mostPhotos) throw new DomainError("photos_full", { field, most: mostPhotos });
  const { takenAt, place } = await examined(file, field);
  const { fileId } = await storeFile(trx, actor, { organizationId: assignment.organizationId, access: "private", file }).catch((error) => {
    throw error instanceof DomainError && error.details.field ? new DomainError(error.code, { ...error.details, field }) : error;
  });
  await trx
    .insertInto("assignment_files")
    .values({
      proposal_id: assignment.proposalId,
      assignment_id: assignment.id,
      file_id: fileId,
      kind: assignment.kind,
      item_code: item,
      taken_at: takenAt,
      latitude: place?.latitude.toFixed(2) ?? null,
      longitude: place?.longitude.toFixed(2) ?? null,
      created_at: now(),
    })
    .execute();
  return { fileId };
}

async function examined(file: File, field: string) {
  if (file.size === 0) throw new DomainError("file_empty", { field });
  if (file.size > largestFile) throw new DomainError("file_too_large", { field });
  const bytes = await file.bytes();
  const type = sniffType(bytes);
  if (!type || !isImage(type)) throw new DomainError("photo_kind_unsupported", { field });
  const facts = await readPictureFacts(bytes);
  if (!facts) throw new DomainError("file_unreadable", { field });
  if (Math.min(facts.width, facts.height) < smallestSide) throw new DomainError("photo_too_small", { field, least: smallestSide });
  return facts;
}
