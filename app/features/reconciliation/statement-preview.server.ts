import type { Kysely } from "kysely";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { storage } from "~/platform/storage.server";
import type { DB } from "#db/types.generated";
import { getBankAccount } from "./bank-account-queries.server";
import { type BankAccount, examineStatement } from "./examine-statement.server";
import type { ColumnMapping, LineDirection, ParsedLine, Problem, ProblemCode, StatementFormat } from "./statements/statement";
import { wholeFileProblems } from "./statements/read-statement";

export type KeptFile = { id: string; name: string; bytes: Uint8Array };

/** A statement file that the desk keeps; undefined for any other file. */
export async function findStatementFile(db: Kysely<DB>, actor: Actor, fileId: string): Promise<KeptFile | undefined> {
  const { organizationId } = requirePlatform(actor, "reconciler");
  const file = isId(fileId)
    ? await db
        .selectFrom("files")
        .select(["id", "name", "sha256"])
        .where("id", "=", fileId)
        .where("organization_id", "=", organizationId)
        .where("media_type", "=", "text/csv")
        .executeTakeFirst()
    : undefined;
  return file && { id: file.id, name: file.name, bytes: await storage.get(file.sha256) };
}

export type ProblemGroup = Omit<Problem, "lineNumber" | "raw"> & { count: number; lines: { lineNumber: number; raw: string }[] };
export type PreviewLine = {
  lineNumber: number;
  bookedOn: Day;
  direction: LineDirection;
  amount: Rupiah;
  description: string;
  balanceAfter: Rupiah | null;
  known: boolean;
};

export type Preview = {
  account: BankAccount;
  fileId: string;
  fileName: string;
  format: StatementFormat;
  encoding: string;
  delimiter: string;
  header: string[] | null;
  headerLine: number;
  mapping: ColumnMapping | null;
  sample: {
    lineNumber: number;
    cells: string[];
    read: { bookedOn: Day; direction: LineDirection; amount: Rupiah; balanceFits: boolean } | null;
  }[];
  problems: ProblemGroup[];
  fatal: number;
  unreadable: boolean;
  breaks: boolean;
  gap: { amount: Rupiah; expected: Rupiah; opening: Rupiah; after: Day | null } | null;
  continues: boolean | null;
  lines: PreviewLine[];
  linesInFile: number;
  pending: number;
  broken: number;
  fresh: number;
  known: number;
};

const linesShown = 200;
const problemLinesShown = 5;

/** What an import of this file would do, without doing it. */
export async function previewStatement(db: Kysely<DB>, file: KeptFile, bankAccountId: string, mapping?: ColumnMapping): Promise<Preview> {
  const account = await getBankAccount(db, bankAccountId);
  const examined = await examineStatement(db, account, file.bytes, mapping);
  const { statement } = examined.file;
  const known = new Set(examined.sorted.known);
  const byNumber = new Map(statement.lines.map((line) => [line.lineNumber, line]));
  const readable = statement.lines.length > 0;
  return {
    account,
    fileId: file.id,
    fileName: file.name,
    format: statement.format,
    encoding: examined.file.encoding ?? "",
    delimiter: examined.file.delimiter ?? "",
    header: examined.file.header ?? null,
    headerLine: examined.file.headerLine ?? 1,
    mapping: examined.file.mapping ?? null,
    sample: examined.file.sample.map(({ lineNumber, cells }) => ({
      lineNumber,
      cells,
      read: briefly(byNumber.get(lineNumber), examined.problems),
    })),
    problems: grouped(examined.problems),
    fatal: examined.problems.filter(({ weight }) => weight === "fatal").length,
    unreadable: examined.problems.some(({ code }) => wholeFileProblems.includes(code)),
    breaks: examined.problems.some(({ weight }) => weight === "decide"),
    gap:
      readable && examined.gap && statement.opening !== null
        ? { amount: examined.gap, expected: examined.expectedOpening, opening: statement.opening, after: examined.lastKnownDay }
        : null,
    continues: readable && examined.gap !== null ? examined.gap === 0n : null,
    lines: statement.lines
      .slice(0, linesShown)
      .map(({ raw, sequenceOfDay, ...line }) => ({ ...line, known: known.has(byNumber.get(line.lineNumber) ?? never) })),
    linesInFile: statement.lines.length,
    pending: statement.pending.length,
    broken: new Set(examined.problems.filter(({ weight }) => weight === "fatal").flatMap(({ lineNumber }) => lineNumber ?? [])).size,
    fresh: examined.sorted.fresh.length,
    known: examined.sorted.known.length,
  };
}

const never = {} as never;

function briefly(line: ParsedLine | undefined, problems: readonly Problem[]) {
  if (!line) return null;
  const breaks = problems.some(({ code, lineNumber }) => code === "balance_breaks" && lineNumber === line.lineNumber);
  return { bookedOn: line.bookedOn, direction: line.direction, amount: line.amount, balanceFits: line.balanceAfter !== null && !breaks };
}

const alike: readonly ProblemCode[] = ["pending", "twins", "below_a_rupiah", "cells_missing", "amount_missing", "sen_without_balance"];

/** Problems of one kind that say the same are shown together; others one by one, at most as many as a person can read. */
function grouped(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { lineNumber, raw, ...problem } of problems) {
    const key = alike.includes(problem.code) ? problem.code : `${problem.code} ${lineNumber}`;
    const group: ProblemGroup = groups.get(key) ?? { ...problem, count: 0, lines: [] };
    group.count += 1;
    if (lineNumber !== undefined && group.lines.length < problemLinesShown) group.lines.push({ lineNumber, raw: raw ?? "" });
    groups.set(key, group);
  }
  return [...groups.values()].slice(0, 40);
}
