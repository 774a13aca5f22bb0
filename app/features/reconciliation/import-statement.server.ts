import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { platformFund } from "~/features/ledger/ledger";
import { postTransfers } from "~/features/ledger/post-transfer.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { getBankAccount } from "./bank-account-queries.server";
import { runCertainPass } from "./certain-pass.server";
import { type Examined, examineStatement, firstFatal, headerHash } from "./examine-statement.server";
import { lockDesk } from "./lock-desk.server";
import { storeStatementFile } from "./store-statement-file.server";
import type { ColumnMapping } from "./statements/statement";

export type ImportStatementInput = {
  bankAccountId: string;
  fileName: string;
  bytes: Uint8Array;
  /** Where the file is kept already, if it was looked at before. */
  fileId?: string;
  /** How the columns of a CSV are read; the mapping saved for its header, or a guess, when left away. */
  mapping?: ColumnMapping;
  /** Keeps the mapping for later files of this account with the same header. */
  saveMapping?: boolean;
  /** Decisions about a file that doesn't continue from what is known, or whose running balance breaks. */
  acceptGap?: boolean;
  acceptBreaks?: boolean;
};

export type ImportStatementResult = { importId: string /** The very same file was imported before; nothing was done. */; again: boolean };

/**
 * Imports a statement file, all of it or nothing: new lines are added, each incoming one is deposited in suspense, then what is certain is
 * posted. A file is imported once; overlapping files add only what is new. Refuses `statement_unreadable` (with `problem` and `line`),
 * `gap_open` (with `gap`), `balance_breaks` (with `line`) and `bank_account_unknown`.
 */
export async function importStatement(trx: Transaction<DB>, actor: Actor, input: ImportStatementInput): Promise<ImportStatementResult> {
  const { organizationId } = requirePlatform(actor, "reconciler");
  await lockDesk(trx);
  const account = await getBankAccount(trx, input.bankAccountId);
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const earlier = await trx
    .selectFrom("statement_imports")
    .select("id")
    .where("bank_account_id", "=", account.id)
    .where("file_sha256", "=", sha256)
    .executeTakeFirst();
  if (earlier) return { importId: earlier.id, again: true };

  const examined = await examineStatement(trx, account, input.bytes, input.mapping);
  requireSound(examined, input);
  const fileId =
    input.fileId ?? (await storeStatementFile(trx, actor, { organizationId, fileName: input.fileName, bytes: input.bytes })).fileId;
  const importId = await recordImport(trx, actor, { input, examined, sha256, fileId });
  await addLines(trx, { bankAccountId: account.id, importId, actorId: actor.userId, fresh: examined.sorted.fresh });
  if (input.saveMapping && examined.file.header && examined.file.mapping) {
    await saveMapping(trx, actor, account.id, examined.file.header, examined.file.mapping);
  }
  const certain = await runCertainPass(trx, account.id);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "statement.imported",
    subject: { kind: "statement_import", id: importId },
    organizationId,
    details: {
      file: input.fileName,
      lines: examined.sorted.fresh.length,
      known: examined.sorted.known.length,
      posted: certain.lines,
      gap: examined.gap === null ? null : String(examined.gap),
    },
  });
  return { importId, again: false };
}

function requireSound(examined: Examined, input: ImportStatementInput): void {
  const fatal = firstFatal(examined);
  if (fatal) throw new DomainError("statement_unreadable", { field: "berkas", problem: fatal.code, line: fatal.lineNumber });
  const broken = examined.problems.find((problem) => problem.weight === "decide");
  if (broken && !input.acceptBreaks) throw new DomainError("balance_breaks", { field: "terima-saldo", line: broken.lineNumber });
  if (examined.gap && !input.acceptGap) throw new DomainError("gap_open", { field: "terima-celah", gap: examined.gap });
}

type NewImport = { input: ImportStatementInput; examined: Examined; sha256: string; fileId: string };

async function recordImport(trx: Transaction<DB>, actor: Actor, { input, examined, sha256, fileId }: NewImport): Promise<string> {
  const importId = newId();
  const { statement } = examined.file;
  await refusing(
    trx
      .insertInto("statement_imports")
      .values({
        bank_account_id: input.bankAccountId,
        id: importId,
        file_sha256: sha256,
        file_name: input.fileName.slice(0, 200),
        file_id: fileId,
        format: statement.format,
        first_day: statement.firstDay,
        last_day: statement.lastDay,
        opening_balance: statement.opening,
        closing_balance: statement.closing,
        lines_in_file: statement.lines.length,
        lines_new: examined.sorted.fresh.length,
        lines_known: examined.sorted.known.length,
        lines_pending: statement.pending.length,
        gap: examined.gap,
        imported_by: actor.userId,
        imported_at: now(),
      })
      .execute(),
    { statement_imports_file_key: "already_imported" },
  );
  return importId;
}

type NewLines = { bankAccountId: string; importId: string; actorId: string; fresh: Examined["sorted"]["fresh"] };

async function addLines(trx: Transaction<DB>, { bankAccountId, importId, actorId, fresh }: NewLines): Promise<void> {
  const rows = fresh.map((line) => ({
    bank_account_id: bankAccountId,
    id: newId(),
    import_id: importId,
    fingerprint: createHash("sha256").update(line.mark).digest("hex"),
    line_number: line.lineNumber,
    booked_on: line.bookedOn,
    sequence_of_day: line.sequenceOfDay,
    direction: line.direction,
    amount: line.amount,
    description: line.description,
    balance_after: line.balanceAfter,
    status: "imported" as const,
  }));
  const atOnce = 500;
  for (let from = 0; from < rows.length; from += atOnce) {
    await trx
      .insertInto("bank_lines")
      .values(rows.slice(from, from + atOnce))
      .execute();
  }
  await postTransfers(trx, {
    proposalId: platformFund,
    kind: "deposit",
    sourceKind: "bank_line",
    postedBy: actorId,
    transfers: rows
      .filter(({ direction }) => direction === "in")
      .map((row) => ({ amount: row.amount, sourceId: row.id, occurredOn: row.booked_on })),
  });
}

async function saveMapping(
  trx: Transaction<DB>,
  actor: Actor,
  bankAccountId: string,
  header: readonly string[],
  mapping: ColumnMapping,
): Promise<void> {
  const hash = headerHash(header);
  await trx
    .insertInto("column_mappings")
    .values({
      bank_account_id: bankAccountId,
      id: newId(),
      name: `CSV ${hash.slice(0, 12)}`,
      header_sha256: hash,
      mapping: JSON.stringify({ ...mapping, year: undefined }),
      created_by: actor.userId,
      created_at: now(),
    })
    .onConflict((conflict) =>
      conflict.constraint("column_mappings_name_key").doUpdateSet({ mapping: JSON.stringify({ ...mapping, year: undefined }) }),
    )
    .execute();
}
