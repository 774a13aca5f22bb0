import { CsvError, parse } from "csv-parse/sync";
import { newId } from "~/kernel/ids";
import { type DraftLine, amountOf, parseDecimal, parsePrice } from "../proposal-draft";
import { readWorkbook } from "./xlsx";

export const importColumns = ["section", "description", "volume", "unit", "unitPrice"] as const;
export type ImportColumn = (typeof importColumns)[number];

export type ImportProblem = {
  /** Line of the file, from 1; null for the file as a whole. */
  line: number | null;
  column: ImportColumn | null;
  code:
    | "file_missing"
    | "file_unreadable"
    | "no_rows"
    | "too_many_rows"
    | "column_missing"
    | "empty"
    | "too_long"
    | "not_number"
    | "not_price"
    | "not_whole";
  typed: string;
};

const mostLines = 300;
const longest: Partial<Record<ImportColumn, number>> = { section: 80, description: 160, unit: 40 };

/** What the columns are called in files that people have: ours, English, and what spreadsheets of villages use. */
const headings: Readonly<Record<ImportColumn, readonly string[]>> = {
  section: ["kelompok", "bagian", "group", "section"],
  description: ["uraian", "uraian kegiatan", "uraian barang", "description", "item"],
  volume: ["volume", "vol", "jumlah barang", "qty"],
  unit: ["satuan", "unit"],
  unitPrice: ["harga satuan", "harga satuan (rp)", "harga", "unit price"],
};

/** A budget from a CSV or XLSX file: every line that can be read, and every mistake with its line and column. */
export function readBudgetFile(bytes: Uint8Array): { lines: DraftLine[]; problems: ImportProblem[] } {
  if (bytes.length === 0) return { lines: [], problems: [whole("file_missing")] };
  const rows = rowsIn(bytes);
  if (!rows) return { lines: [], problems: [whole("file_unreadable")] };
  const head = rows.findIndex((cells) => cells.some((cell) => headings.description.includes(cell.trim().toLowerCase())));
  if (head < 0) return { lines: [], problems: [{ line: null, column: "description", code: "column_missing", typed: "" }] };
  const places = placesOf(rows[head] ?? []);
  const missing = importColumns.filter((column) => column !== "section" && places[column] === undefined);
  if (missing.length > 0)
    return { lines: [], problems: missing.map((column) => ({ line: head + 1, column, code: "column_missing", typed: "" })) };
  const filled = rows.flatMap((cells, index) =>
    index > head && cells.some((cell) => cell.trim() !== "") ? [{ cells, line: index + 1 }] : [],
  );
  if (filled.length === 0) return { lines: [], problems: [whole("no_rows")] };
  if (filled.length > mostLines) return { lines: [], problems: [whole("too_many_rows", String(filled.length))] };
  const read = filled.map(({ cells, line }) => readLine((column) => (cells[places[column] ?? -1] ?? "").trim(), line));
  return { lines: inheritSections(read.map((one) => one.row)), problems: read.flatMap((one) => one.problems) };
}

function whole(code: ImportProblem["code"], typed = ""): ImportProblem {
  return { line: null, column: null, code, typed };
}

function rowsIn(bytes: Uint8Array): string[][] | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters say that this is no text
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return undefined;
  const [first = ""] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const delimiter = [";", "\t", ","].find((sign) => first.includes(sign)) ?? ",";
  try {
    const rows = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: false }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return rows.map((row) => row.record);
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function placesOf(cells: readonly string[]): Partial<Record<ImportColumn, number>> {
  const names = cells.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, " "));
  const found = importColumns.map((column) => [column, names.findIndex((name) => headings[column].includes(name))] as const);
  return Object.fromEntries(found.filter(([, place]) => place >= 0));
}

function readLine(cell: (column: ImportColumn) => string, line: number): { row: DraftLine; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const bad = (column: ImportColumn, code: ImportProblem["code"]) => void problems.push({ line, column, code, typed: cell(column) });
  for (const column of ["description", "volume", "unit", "unitPrice"] as const) if (cell(column) === "") bad(column, "empty");
  for (const [column, most] of Object.entries(longest) as [ImportColumn, number][]) if (cell(column).length > most) bad(column, "too_long");
  const volume = parseDecimal(cell("volume"), 3);
  const readable = volume !== undefined && /[1-9]/.test(volume);
  if (cell("volume") !== "" && !readable) bad("volume", "not_number");
  const unitPrice = parsePrice(cell("unitPrice"));
  if (cell("unitPrice") !== "" && unitPrice === undefined) bad("unitPrice", "not_price");
  if (readable && unitPrice !== undefined && amountOf(volume, unitPrice) === undefined) bad("unitPrice", "not_whole");
  return {
    row: {
      id: newId(),
      section: cell("section"),
      description: cell("description"),
      volume: readable ? volume : null,
      unit: cell("unit"),
      unitPrice: unitPrice ?? null,
      memberId: null,
      shares: [],
    },
    problems,
  };
}

/** In spreadsheets a group is often named on its first line only. */
function inheritSections(lines: readonly DraftLine[]): DraftLine[] {
  let section = "";
  return lines.map((line) => {
    section = line.section || section;
    return { ...line, section };
  });
}
