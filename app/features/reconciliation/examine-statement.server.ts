import { createHash } from "node:crypto";
import { type Kysely, type Transaction, sql } from "kysely";
import { today } from "~/platform/clock.server";
import { type Day, addDays } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type Sorted, sortLines } from "./statements/known-lines";
import { type StatementFile, readStatement } from "./statements/read-statement";
import { type ColumnMapping, type Problem, isFatal } from "./statements/statement";

type Reader = Kysely<DB> | Transaction<DB>;

export type BankAccount = { id: string; bankName: string; number: string; holderName: string; openingBalance: Rupiah; openedOn: Day };

export type Examined = {
  file: StatementFile;
  problems: Problem[];
  sorted: Sorted;
  /** What the file's opening balance differs by from all that is known before it; null when it says no balance. */
  gap: Rupiah | null;
  /** The balance by the known lines before the file, and the last day with such lines. */
  expectedOpening: Rupiah;
  lastKnownDay: Day | null;
};

/** Reads a statement file for an account and holds it against what the account already has; writes nothing. */
export async function examineStatement(db: Reader, account: BankAccount, bytes: Uint8Array, mapping?: ColumnMapping): Promise<Examined> {
  const saved = mapping ? undefined : await savedMappings(db, account.id);
  const file = readStatement(bytes, { today: today(), mapping: (header) => mapping ?? saved?.get(headerHash(header)) });
  const { statement } = file;
  const problems = [...statement.problems];
  if (statement.accountNumber && plain(statement.accountNumber) !== plain(account.number)) {
    problems.push({ code: "account_differs", weight: "fatal", text: statement.accountNumber });
  }
  const [first, last] = [statement.firstDay, statement.lastDay];
  const known = first && last ? await linesBetween(db, account.id, first, statement.lines.at(-1)?.bookedOn ?? last) : [];
  const sorted = sortLines(known, statement.lines);
  const start = first ? await balanceBefore(db, account, first) : { balance: account.openingBalance, lastDay: null };
  const before = first ? placeWithinDay(start, first, sorted, statement.opening) : { ...start, lines: 0 };
  return {
    file,
    problems: problems.sort((a, b) => rank(a) - rank(b) || (a.lineNumber ?? 0) - (b.lineNumber ?? 0)),
    sorted: { ...sorted, fresh: sorted.fresh.map((line) => (line.bookedOn === first ? later(line, before.lines) : line)) },
    gap: statement.opening === null ? null : statement.opening - before.balance,
    expectedOpening: before.balance,
    lastKnownDay: before.lastDay,
  };
}

type Known = { balance: Rupiah; lastDay: Day | null };

/**
 * A file that doesn't open with its first day's opening balance continues after lines of that day that are known and not in it: where the
 * running balance is its opening and no known line goes on from there, or else after the last of them.
 */
function placeWithinDay(start: Known, day: Day, { absent }: Sorted, opening: Rupiah | null): Known & { lines: number } {
  const earlier = absent.filter(({ bookedOn }) => bookedOn === day);
  if (opening === null || opening === start.balance || earlier.length === 0) return { ...start, lines: 0 };
  let balance = start.balance;
  for (const [index, line] of earlier.entries()) {
    balance = line.balanceAfter ?? balance + moved(line);
    const next = earlier[index + 1];
    if (balance === opening && next && next.balanceAfter !== null && next.balanceAfter - moved(next) !== opening) {
      return { balance, lastDay: day, lines: index + 1 };
    }
  }
  return { balance, lastDay: day, lines: earlier.length };
}

function moved({ direction, amount }: Sorted["absent"][number]): Rupiah {
  return direction === "in" ? amount : -amount;
}

function later<Line extends { sequenceOfDay: number }>(line: Line, by: number): Line {
  return { ...line, sequenceOfDay: line.sequenceOfDay + by };
}

function rank({ weight }: Problem): number {
  return { fatal: 0, decide: 1, note: 2 }[weight];
}

export function firstFatal({ problems }: Examined): Problem | undefined {
  return problems.find(isFatal);
}

function plain(number: string): string {
  return number.replace(/\D/g, "").replace(/^0+/, "");
}

/** SHA-256 of the header's names, however they are spaced or written: the same bank's files are recognised by it. */
export function headerHash(header: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(header.map((name) => name.trim().toLowerCase())))
    .digest("hex");
}

async function savedMappings(db: Reader, bankAccountId: string): Promise<Map<string, ColumnMapping>> {
  const rows = await db
    .selectFrom("column_mappings")
    .select(["header_sha256", "mapping"])
    .where("bank_account_id", "=", bankAccountId)
    .execute();
  return new Map(rows.map((row) => [row.header_sha256, row.mapping as unknown as ColumnMapping]));
}

async function linesBetween(db: Reader, bankAccountId: string, from: Day, to: Day) {
  return db
    .selectFrom("bank_lines")
    .select(["booked_on as bookedOn", "direction", "amount", "balance_after as balanceAfter"])
    .where("bank_account_id", "=", bankAccountId)
    .where("booked_on", ">=", from)
    .where("booked_on", "<=", to)
    .orderBy("booked_on")
    .orderBy("sequence_of_day")
    .orderBy("id")
    .execute();
}

/** The account's balance by its opening and all lines booked before a day. */
export async function balanceBefore(db: Reader, account: BankAccount, day: Day): Promise<Known> {
  const row = await db
    .selectFrom("bank_lines")
    .select(sql<bigint>`coalesce(sum(case direction when 'in' then amount else -amount end), 0)::bigint`.as("net"))
    .select((eb) => eb.fn.max("booked_on").as("lastDay"))
    .where("bank_account_id", "=", account.id)
    .where("booked_on", "<", day)
    .executeTakeFirstOrThrow();
  return { balance: account.openingBalance + row.net, lastDay: row.lastDay };
}

export function balanceAtEnd(db: Reader, account: BankAccount, day: Day) {
  return balanceBefore(db, account, addDays(day, 1));
}
