import type { Transaction } from "kysely";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { storage } from "~/platform/storage.server";
import type { DB } from "#db/types.generated";
import { decodeStatement } from "./statements/decode";

/** Keeps a statement file, letter by letter, for the desk alone. Refuses what is no text (`file_empty`, `file_is_spreadsheet`, ...). */
export async function storeStatementFile(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId?: string; fileName: string; bytes: Uint8Array },
): Promise<{ fileId: string }> {
  const membership = requirePlatform(actor, "reconciler");
  const decoded = decodeStatement(input.bytes);
  if (!decoded.ok) throw new DomainError(decoded.code, { field: "berkas" });
  const fileId = newId();
  await trx
    .insertInto("files")
    .values({
      id: fileId,
      organization_id: input.organizationId ?? membership.organizationId,
      uploaded_by: actor.userId,
      sha256: await storage.put(input.bytes),
      name: tidy(input.fileName),
      media_type: "text/csv",
      size_bytes: input.bytes.byteLength,
      access: "private",
      created_at: now(),
    })
    .execute();
  return { fileId };
}

function tidy(fileName: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const name = (fileName.split(/[\\/]/).pop() ?? "").replace(/[\u0000-\u001f\u007f"<>|:*?]/g, "").trim();
  return name.slice(0, 120) || "mutasi.csv";
}
