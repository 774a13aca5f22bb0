import { CsvError, parse } from "csv-parse/sync";
import { newId } from "~/kernel/ids";
import type { ContributionKind } from "../proposal";
import { type DraftContribution, type DraftLine, amountOf, parseDecimal, parsePrice } from "../proposal-draft";
import { sourceOf, taxOfCells } from "./import-words";
import { readWorkbook } from "./xlsx";

/** The last three may be left out. */
const importColumns = ["section", "description", "volume", "unit", "unitPrice", "source", "tax", "taxMode"] as const;
export type ImportColumn = (typeof importColumns)[number];
const optionalColumns: readonly ImportColumn[] = ["section", "source", "tax", "taxMode"];

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
    | "not_whole"
    | "not_source"
    | "not_tax"
    | "not_mode"
    | "own_taxed";
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
  source: ["sumber", "sumber dana", "source"],
  tax: ["pajak", "jenis pajak", "tax"],
  taxMode: ["cara pajak", "tax mode"],
};

type BudgetFile = { lines: DraftLine[]; contributions: DraftContribution[]; problems: ImportProblem[] };

/** A budget from a CSV or XLSX file: every line and own contribution that can be read, and every mistake with its line and column. */
export function readBudgetFile(bytes: Uint8Array): BudgetFile {
  if (bytes.length === 0) return wrong(whole("file_missing"));
  const rows = rowsIn(bytes);
  if (!rows) return wrong(whole("file_unreadable"));
  const head = rows.findIndex((cells) => cells.some((cell) => headings.description.includes(cell.trim().toLowerCase())));
  if (head < 0) return wrong({ line: null, column: "description", code: "column_missing", typed: "" });
  const places = placesOf(rows[head] ?? []);
  const missing = importColumns.filter((column) => !optionalColumns.includes(column) && places[column] === undefined);
  if (missing.length > 0)
    return wrong(...missing.map((column) => ({ line: head + 1, column, code: "column_missing", typed: "" }) as const));
  const filled = rows.flatMap((cells, index) =>
    index > head && cells.some((cell) => cell.trim() !== "") ? [{ cells, line: index + 1 }] : [],
  );
  if (filled.length === 0) return wrong(whole("no_rows"));
  if (filled.length > mostLines) return wrong(whole("too_many_rows", String(filled.length)));
  const read = filled.map(({ cells, line }) => readLine((column) => (cells[places[column] ?? -1] ?? "").trim(), line));
  return {
    lines: inheritSections(read.flatMap((one) => (one.kind ? [] : one.row))),
    contributions: read.flatMap(({ kind, row: { id, description, volume, unit, unitPrice } }) =>
      kind ? [{ id, kind, description, volume, unit, unitPrice }] : [],
    ),
    problems: read.flatMap((one) => one.problems),
  };
}

function wrong(...problems: ImportProblem[]): BudgetFile {
  return { lines: [], contributions: [], problems };
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

type ReadLine = { row: DraftLine; kind: ContributionKind | undefined; problems: ImportProblem[] };

function readLine(cell: (column: ImportColumn) => string, line: number): ReadLine {
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
  const kind = sourceOf(cell("source"));
  if (kind === undefined) bad("source", "not_source");
  const tax = taxOfCells(cell, bad);
  if (kind && tax) bad("tax", "own_taxed");
  return {
    kind: kind ?? undefined,
    row: {
      id: newId(),
      section: cell("section"),
      description: cell("description"),
      volume: readable ? volume : null,
      unit: cell("unit"),
      unitPrice: unitPrice ?? null,
      tax,
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
