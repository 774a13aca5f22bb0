import type { Transaction } from "kysely";
import sharp from "sharp";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { storage } from "~/platform/storage.server";
import { largestFile } from "~/platform/uploads.server";
import type { DB } from "#db/types.generated";
import { type FileAccess, isImage, pdfProblem, sniffType, tidyFileName } from "./file";
import { fingerprintOf, fingerprintSize } from "./fingerprint";

export type StoreFileInput = { organizationId: string; access: FileAccess; file: File };

/** Longest side of a kept picture, in pixels: enough to read a receipt, small enough for a weak signal. */
const longestSide = 2400;
/** Pixels of a picture that is opened at all; a small file can claim a size that fills the memory. */
const mostPixels = 64_000_000;

/**
 * Keeps an uploaded file for an organisation of which the actor is a member. Pictures are turned upright, scaled down and encoded
 * anew without EXIF (so without place). Refuses what `keepFile` refuses.
 */
export async function storeFile(trx: Transaction<DB>, actor: Actor, input: StoreFileInput): Promise<{ fileId: string }> {
  requireMembership(actor, input.organizationId);
  return keepFile(trx, { ...input, uploadedBy: actor.userId });
}

type KeepFileInput = Pick<StoreFileInput, "access" | "file"> & { organizationId: string | null; uploadedBy: string | null };

/** The same for whoever it is, also nobody known. Refuses `file_empty`, `file_too_large` (over 10 MB), `file_kind_unsupported`, `file_unreadable`, `file_cut_short`, `file_active`. */
export async function keepFile(trx: Transaction<DB>, input: KeepFileInput): Promise<{ fileId: string }> {
  const original = new Uint8Array(await input.file.arrayBuffer());
  if (original.byteLength === 0) throw new DomainError("file_empty", { field: "file" });
  if (original.byteLength > largestFile) throw new DomainError("file_too_large", { field: "file" });
  const mediaType = sniffType(original);
  if (!mediaType) throw new DomainError("file_kind_unsupported", { field: "file" });
  const problem = mediaType === "application/pdf" ? pdfProblem(original) : undefined;
  if (problem) throw new DomainError(problem, { field: "file" });
  const bytes = isImage(mediaType) ? await cleanPicture(original) : original;
  const sha256 = await storage.put(bytes);
  const fileId = newId();
  await trx
    .insertInto("files")
    .values({
      id: fileId,
      organization_id: input.organizationId,
      uploaded_by: input.uploadedBy,
      sha256,
      name: tidyFileName(input.file.name, mediaType),
      media_type: mediaType,
      size_bytes: bytes.byteLength,
      fingerprint: isImage(mediaType) ? await fingerprint(bytes) : null,
      access: input.access,
      created_at: now(),
    })
    .execute();
  return { fileId };
}

/** The same picture upright, at most 2400 pixels long, without any metadata. */
async function cleanPicture(original: Uint8Array): Promise<Uint8Array> {
  try {
    return await sharp(original, { limitInputPixels: mostPixels, failOn: "error" })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .toBuffer();
  } catch {
    throw new DomainError("file_unreadable", { field: "file" });
  }
}

async function fingerprint(picture: Uint8Array): Promise<bigint | null> {
  const { width, height } = fingerprintSize;
  const grey = await sharp(picture).flatten().greyscale().resize(width, height, { fit: "fill" }).raw().toBuffer();
  return fingerprintOf(grey) ?? null;
}
