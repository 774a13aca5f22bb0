import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";

export type LineDirection = "in" | "out";
export type StatementFormat = "klikbca_business" | "klikbca_personal" | "mapped_csv";

/** What a column of a bank's CSV holds. `amount` stands alone with a sign or a CR/DB suffix, or beside a `direction` column. */
export const columnRoles = ["skip", "date", "description", "in", "out", "amount", "direction", "balance"] as const;
export type ColumnRole = (typeof columnRoles)[number];
export const dateOrders = ["dmy", "ymd", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];
export type DecimalMark = "." | ",";

/** How the columns of one bank's CSV are to be read; kept for each bank account by the hash of the header. */
export type ColumnMapping = {
  columns: ColumnRole[];
  dateOrder: DateOrder;
  decimal: DecimalMark;
  /** For dates without a year. */
  year?: number | undefined;
};

/** A line as the bank wrote it, with amounts in sen (hundredths of a rupiah). */
export type SenLine = {
  lineNumber: number;
  raw: string;
  bookedOn: Day;
  direction: LineDirection;
  sen: bigint;
  description: string;
  balanceSen: bigint | null;
};

/** fatal: nothing can be imported. decide: a person may accept it. note: only said. */
export type ProblemWeight = "fatal" | "decide" | "note";
export type ProblemCode =
  | "file_empty"
  | "file_is_spreadsheet"
  | "file_is_pdf"
  | "file_not_text"
  | "file_too_large"
  | "quote_open"
  | "header_missing"
  | "columns_unmapped"
  | "no_lines"
  | "cells_missing"
  | "date_unreadable"
  | "day_in_future"
  | "amount_unreadable"
  | "number_mangled"
  | "direction_missing"
  | "two_amounts"
  | "amount_missing"
  | "balance_unreadable"
  | "totals_differ"
  | "balance_breaks"
  | "sen_without_balance"
  | "account_differs"
  | "below_a_rupiah"
  | "pending"
  | "twins";

/** Something wrong or worth knowing, with the line it is on and the words of that line. Amounts in `inFile` and `counted` are sen. */
export type Problem = {
  code: ProblemCode;
  weight: ProblemWeight;
  lineNumber?: number;
  raw?: string;
  text?: string;
  what?: "credits" | "debits" | "closing";
  inFile?: bigint;
  counted?: bigint;
};

/** What a format's reader finds, before totals are checked and amounts become whole rupiah. */
export type RawStatement = {
  format: StatementFormat;
  accountNumber?: string | undefined;
  period?: { from: Day; to: Day } | undefined;
  openingSen?: bigint | undefined;
  closingSen?: bigint | undefined;
  creditSen?: bigint | undefined;
  debitSen?: bigint | undefined;
  lines: SenLine[];
  pending: { lineNumber: number; raw: string }[];
  problems: Problem[];
};

export type ParsedLine = {
  lineNumber: number;
  raw: string;
  bookedOn: Day;
  sequenceOfDay: number;
  direction: LineDirection;
  amount: Rupiah;
  description: string;
  balanceAfter: Rupiah | null;
};

/** A statement in whole rupiah, its lines in the order in which they were booked. */
export type Statement = {
  format: StatementFormat;
  accountNumber?: string | undefined;
  firstDay: Day | null;
  lastDay: Day | null;
  opening: Rupiah | null;
  closing: Rupiah | null;
  lines: ParsedLine[];
  pending: { lineNumber: number; raw: string }[];
  problems: Problem[];
};

export function isFatal(problem: Problem): boolean {
  return problem.weight === "fatal";
}

export function signed(line: { direction: LineDirection; amount: bigint }): bigint {
  return line.direction === "in" ? line.amount : -line.amount;
}
