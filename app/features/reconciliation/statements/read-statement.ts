import type { Day } from "~/kernel/dates";
import { checkStatement } from "./check-statement";
import { decodeStatement } from "./decode";
import { findKlikBcaHeader, readKlikBca } from "./klikbca";
import { findHeader, guessMapping, readMappedCsv } from "./mapped-csv";
import { type Row, readRows } from "./rows";
import type { ColumnMapping, Problem, ProblemCode, Statement, StatementFormat } from "./statement";

export type StatementFile = {
  encoding?: string;
  delimiter?: string;
  /** The header's cells of a CSV that needs a mapping, and the mapping it was read by. */
  header?: string[];
  headerLine?: number;
  mapping?: ColumnMapping;
  /** The first rows under the header, for the person who maps them. */
  sample: Row[];
  statement: Statement;
};

/**
 * Reads a statement file. KlikBCA is recognised by its content; any other CSV is read by `mapping`, or by a first guess. Never throws for
 * what is in the file: everything wrong is a problem that names its line.
 */
export function readStatement(
  bytes: Uint8Array,
  { today, mapping }: { today: Day; mapping?: (header: readonly string[]) => ColumnMapping | undefined },
): StatementFile {
  const decoded = decodeStatement(bytes);
  if (!decoded.ok) return unreadable({ code: decoded.code, weight: "fatal" });
  const table = readRows(decoded.text);
  if (!table.ok) return unreadable(table.problem);
  const { rows, delimiter } = table;
  const about = { encoding: decoded.encoding, delimiter };
  if (findKlikBcaHeader(rows)) return { ...about, sample: [], statement: checkStatement(readKlikBca(rows, today)) };
  const at = findHeader(rows);
  if (at === undefined) return { ...about, ...unreadable({ code: "header_missing", weight: "fatal" }) };
  const header = rows[at]?.cells ?? [];
  const used = mapping?.(header) ?? guessMapping(rows, at);
  const sample = rows
    .slice(at + 1)
    .filter((row) => row.cells.some((cell) => cell !== ""))
    .slice(0, 4);
  const statement = checkStatement(readMappedCsv(rows, at, used, today));
  return { ...about, header, headerLine: rows[at]?.lineNumber ?? 1, mapping: used, sample, statement };
}

function unreadable(problem: Problem): StatementFile {
  const format: StatementFormat = "mapped_csv";
  const empty = { firstDay: null, lastDay: null, opening: null, closing: null, lines: [], pending: [] };
  return { sample: [], statement: { format, ...empty, problems: [problem] } };
}

/** Problems of the file as a whole, after which nothing can be shown of it. */
export const wholeFileProblems: readonly ProblemCode[] = [
  "file_empty",
  "file_is_spreadsheet",
  "file_is_pdf",
  "file_not_text",
  "file_too_large",
  "quote_open",
  "header_missing",
];
