import { type Transaction, sql } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { OpenLine } from "./matching/matching";
import type { BankLineStatus } from "./reconciliation";

/**
 * Lets one command of reconciliation work at a time. All of them post in the platform's fund and in programs' funds; taking turns, they
 * can't wait for each other in a circle, and two imports of overlapping files see each other's lines.
 */
export async function lockDesk(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sinergi.reconciliation'))`.execute(trx);
}

export type LockedLine = OpenLine & { amount: Rupiah; allocated: Rupiah; status: BankLineStatus };

/** A bank line, locked. Refuses `line_unknown`. */
export async function lockLine(trx: Transaction<DB>, lineId: string): Promise<LockedLine> {
  const [line] = await lockLines(trx, [lineId]);
  if (!line) throw new DomainError("line_unknown");
  return line;
}

/** Bank lines, locked, in the order of their booking; one that is named twice is there once. Refuses `line_unknown`. */
export async function lockLines(trx: Transaction<DB>, lineIds: readonly string[]): Promise<LockedLine[]> {
  const ids = [...new Set(lineIds)];
  if (!ids.every(isId)) throw new DomainError("line_unknown");
  const rows = await trx
    .selectFrom("bank_lines")
    .select(["bank_account_id as bankAccountId", "id", "booked_on as bookedOn", "sequence_of_day as sequenceOfDay"])
    .select(["direction", "description", "amount", "allocated", "status"])
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("booked_on")
    .orderBy("sequence_of_day")
    .orderBy("id")
    .forUpdate()
    .execute();
  if (rows.length < ids.length) throw new DomainError("line_unknown");
  return rows.map((row) => ({ ...row, left: row.amount - row.allocated }));
}
