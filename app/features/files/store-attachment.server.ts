import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { longestFileTitle } from "./file";
import { type StoreFileInput, storeFile } from "./store-file.server";

type AttachmentInput = StoreFileInput & {
  /** What it shows; the file's own name when nothing was typed. */
  title: string;
  /** SHA-256 of what is attached to the same thing already. */
  attached: readonly string[];
  /** How many files that thing takes. */
  most: number;
};

/**
 * Keeps an uploaded photo or document that is about to be attached to something. Refuses `too_many_files`, `file_twice` for content that is
 * attached already, `title_too_long`, and what `storeFile` refuses.
 */
export async function storeAttachment(
  trx: Transaction<DB>,
  actor: Actor,
  { title: typed, attached, most, ...input }: AttachmentInput,
): Promise<{ fileId: string; title: string }> {
  const title = typed.trim() || input.file.name.replace(/\.[^.]+$/, "").slice(0, longestFileTitle);
  if (title.length > longestFileTitle) throw new DomainError("title_too_long", { field: "uploadTitle" });
  if (attached.length >= most) throw new DomainError("too_many_files", { field: "file", most });
  const { fileId } = await storeFile(trx, actor, input);
  const { sha256 } = await trx.selectFrom("files").select("sha256").where("id", "=", fileId).executeTakeFirstOrThrow();
  if (attached.includes(sha256)) throw new DomainError("file_twice", { field: "file" });
  return { fileId, title };
}
