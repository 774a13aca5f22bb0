import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "./statement";

export type Row = { lineNumber: number; raw: string; cells: string[] };
export type Rows = { ok: true; rows: Row[]; delimiter: string } | { ok: false; problem: Problem };

const delimiters = [",", ";", "\t", "|"] as const;
const mostLines = 200_000;

/** A CSV text as rows with their line numbers. The separator is the one that most lines have in common. */
export function readRows(text: string): Rows {
  const delimiter = delimiterOf(text);
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as { info: { lines: number }; raw: string; record: string[] }[];
    if (parsed.length > mostLines) return { ok: false, problem: { code: "file_too_large", weight: "fatal" } };
    const rows = parsed.map(({ info, raw, record }) => ({
      lineNumber: info.lines,
      raw: raw.replace(/[\r\n]+$/, ""),
      cells: record.map((cell) => cell.replace(/\s+/g, " ").trim()),
    }));
    return { ok: true, rows, delimiter };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lineNumber = openQuoteLine(text) ?? 1;
    return { ok: false, problem: { code: "quote_open", weight: "fatal", lineNumber, raw: lineOf(text, lineNumber) } };
  }
}

/** The first line with an odd number of quotation marks: where a quoted cell was opened and never closed. */
function openQuoteLine(text: string): number | undefined {
  const index = text.split(/\r?\n/).findIndex((line) => (line.split('"').length - 1) % 2 === 1);
  return index < 0 ? undefined : index + 1;
}

function lineOf(text: string, lineNumber: number): string {
  return text.split(/\r?\n/)[lineNumber - 1] ?? "";
}

function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 200);
  const scores = delimiters.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = outsideQuotes(line).split(delimiter).length;
      if (cells >= 3) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return { delimiter, lines: Math.max(0, ...counts.values()) };
  });
  return scores.reduce((best, score) => (score.lines > best.lines ? score : best)).delimiter;
}

function outsideQuotes(line: string): string {
  return line.replace(/"[^"]*"/g, '""');
}
