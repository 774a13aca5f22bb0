import type { Transaction } from "kysely";
import { isImage, sniffType } from "~/features/files/file";
import { storeFile } from "~/features/files/store-file.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { type ReportId, lockReport } from "./lock-report.server";
import { isEditable, writerRoles } from "./report";

/** Keeps a picture for a report, in public; its caption says what it shows. Refuses `caption_missing`, `photo_kind_unsupported` and what `storeFile` refuses. */
export async function attachReportPhoto(
  trx: Transaction<DB>,
  actor: Actor,
  input: ReportId & { file: File; caption: string },
): Promise<{ fileId: string }> {
  const { program, report } = await lockReport(trx, input);
  requireMembership(actor, program.organizationId, ...writerRoles);
  if (!isEditable(report.status)) throw new DomainError("report_status", { status: report.status });
  if (input.caption.trim() === "") throw new DomainError("caption_missing", { field: "caption" });
  const kind = sniffType(new Uint8Array(await input.file.arrayBuffer()));
  if (input.file.size > 0 && !(kind && isImage(kind))) throw new DomainError("photo_kind_unsupported", { field: "file" });
  const { fileId } = await storeFile(trx, actor, { organizationId: program.organizationId, access: "public", file: input.file });
  const { count } = await trx
    .selectFrom("report_photos")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("proposal_id", "=", program.id)
    .where("report_id", "=", report.id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("report_photos")
    .values({ proposal_id: program.id, report_id: report.id, file_id: fileId, caption: input.caption.trim(), position: Number(count) + 1 })
    .execute();
  return { fileId };
}

/** Takes a picture out of a report that is still being written. */
export async function removeReportPhoto(trx: Transaction<DB>, actor: Actor, input: ReportId & { fileId: string }): Promise<void> {
  const { program, report } = await lockReport(trx, input);
  requireMembership(actor, program.organizationId, ...writerRoles);
  if (!isEditable(report.status)) throw new DomainError("report_status", { status: report.status });
  await trx
    .deleteFrom("report_photos")
    .where("proposal_id", "=", program.id)
    .where("report_id", "=", report.id)
    .where("file_id", "=", input.fileId)
    .execute();
}
