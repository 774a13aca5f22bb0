import type { Kysely } from "kysely";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

export type BookCheck = {
  at: Date;
  entries: bigint;
  brokenFunds: number;
  auditEntries: bigint;
  brokenAuditEntries: bigint;
  bankDifference: Rupiah;
  cardDifference: Rupiah;
};

/** The last time that the ledger and the audit log were recomputed from their beginning. */
export async function lastBookCheck(db: Kysely<DB>): Promise<BookCheck | null> {
  const found = await db
    .selectFrom("book_checks")
    .select(["checked_at as at", "entries", "broken_funds as brokenFunds"])
    .select(["audit_entries as auditEntries", "broken_audit_entries as brokenAuditEntries"])
    .select(["bank_difference as bankDifference", "card_difference as cardDifference"])
    .orderBy("checked_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
