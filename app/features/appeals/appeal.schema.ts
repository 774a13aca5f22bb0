import { z } from "zod";
import { checkResults } from "~/features/proposals/proposal";
import { parseDay } from "~/kernel/dates";
import { parseRupiah } from "~/kernel/money";
import { appealChecks, type AppealLine, disasterKinds } from "./appeal";

/** Messages are codes of `appealErrors`. */
const text = (most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most, "too_long");
const day = (missing: string) =>
  z.string({ error: missing }).transform((typed, context) => {
    const read = parseDay(typed);
    if (read !== undefined) return read;
    context.addIssue({ code: "custom", message: typed.trim() === "" ? missing : "not_a_day" });
    return z.NEVER;
  });
const people = z
  .string()
  .optional()
  .transform((typed, context) => {
    const digits = (typed ?? "").trim().replaceAll(".", "");
    if (/^\d{0,7}$/.test(digits)) return Number(digits || "0");
    context.addIssue({ code: "custom", message: "not_a_count" });
    return z.NEVER;
  });

export const countSchema = z.object({
  displaced: people,
  families: people,
  people,
  toddlers: people,
  elderly: people,
  disabled: people,
});

const upload = z
  .instanceof(File)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : null));

export const statementSchema = z.object({
  statementNumber: text(80, "statement_number"),
  statementIssuer: text(120, "statement_issuer"),
  statementFrom: day("statement_from"),
  statementUntil: day("statement_until"),
  statementFile: upload,
});

export const appealSchema = countSchema.extend({
  disaster: z.enum(disasterKinds, "choose_disaster"),
  title: text(120, "write_title"),
  situation: text(2000, "write_situation"),
  beganOn: day("write_began"),
  villages: z.array(z.string()).default([]),
  statementKind: z.enum(["there", "later"], "choose_statement"),
  statementNumber: z.string().trim().max(80, "too_long").default(""),
  statementIssuer: z.string().trim().max(120, "too_long").default(""),
  statementFrom: z.string().default(""),
  statementUntil: z.string().default(""),
  statementFile: upload,
});

export const appealCheckSchema = z.object({
  kind: z.enum(appealChecks, "choose_check"),
  result: z.enum(checkResults, "choose_result"),
  note: text(400, "write_note"),
});

export const decisionSchema = z.object({ decisionNote: z.string().trim().max(400, "too_long").default("") });

/** How many lines of first needs the form offers. */
export const lineRows = 8;
export type TypedLine = { description: string; volume: string; unit: string; unitPrice: string };

/** The lines as they were typed; empty ones too, so that the form can show them again. */
export function typedLines(form: FormData): TypedLine[] {
  return Array.from({ length: lineRows }, (_, row) => ({
    description: String(form.get(`uraian-${row}`) ?? "").trim(),
    volume: String(form.get(`volume-${row}`) ?? "").trim(),
    unit: String(form.get(`satuan-${row}`) ?? "").trim(),
    unitPrice: String(form.get(`harga-${row}`) ?? "").trim(),
  }));
}

/** Lines that can be read, and for each row that cannot what is wrong with it. Rows left empty are left out. */
export function readLines(rows: readonly TypedLine[]): { lines: AppealLine[]; errors: Record<string, string[]> } {
  const lines: AppealLine[] = [];
  const errors: Record<string, string[]> = {};
  for (const [index, row] of rows.entries()) {
    if (Object.values(row).every((value) => value === "")) continue;
    const volume = /^\d{1,7}$/.test(row.volume.replaceAll(".", "")) ? Number(row.volume.replaceAll(".", "")) : 0;
    const unitPrice = parseRupiah(row.unitPrice);
    if (row.description === "") errors[`uraian-${index}`] = ["line_description"];
    if (volume < 1) errors[`volume-${index}`] = ["line_volume"];
    if (row.unit === "") errors[`satuan-${index}`] = ["line_unit"];
    if (unitPrice === undefined || unitPrice < 1n) errors[`harga-${index}`] = ["not_rupiah"];
    if (unitPrice !== undefined) lines.push({ description: row.description.slice(0, 120), volume, unit: row.unit.slice(0, 30), unitPrice });
  }
  return { lines, errors };
}
