import { type Day, addDays } from "~/kernel/dates";
import { readAmount, readDay, readDirection } from "./cells";
import type { Row } from "./rows";
import type { Problem, RawStatement, SenLine } from "./statement";

type Columns = { date: number; description: number; amount: number; balance: number | undefined; personal: boolean };

/** Where KlikBCA's header is: Bisnis has the direction inside the amount ("799,700.00 CR"), the personal one in a column without a name. */
export function findKlikBcaHeader(rows: readonly Row[]): { at: number; columns: Columns } | undefined {
  for (const [at, row] of rows.entries()) {
    const names = row.cells.map((cell) => cell.toLowerCase());
    const date = names.findIndex((name) => /^(tanggal( transaksi)?|(transaction )?date)$/.test(name));
    const description = names.findIndex((name) => /^(keterangan|description)$/.test(name));
    const branch = names.findIndex((name) => /^(cabang|branch)$/.test(name));
    const amount = names.findIndex((name) => /^(jumlah|amount)$/.test(name));
    if ([date, description, branch, amount].includes(-1)) continue;
    const balance = names.findIndex((name) => /^(saldo|balance)$/.test(name));
    return { at, columns: { date, description, amount, balance: balance < 0 ? undefined : balance, personal: names[amount + 1] === "" } };
  }
  return undefined;
}

/** Reads a statement of KlikBCA: lines, period, and the totals of its foot. `today` settles dates without a year. */
export function readKlikBca(rows: readonly Row[], today: Day): RawStatement {
  const header = findKlikBcaHeader(rows);
  if (!header) throw new Error("readKlikBca needs a file with KlikBCA's header");
  const { columns } = header;
  const labelled = labels(rows.filter((_, index) => index !== header.at));
  const statement: RawStatement = {
    format: columns.personal ? "klikbca_personal" : "klikbca_business",
    ...labelled,
    lines: [],
    pending: [],
    problems: [],
  };
  for (const row of rows.slice(header.at + 1)) {
    if (row.cells.every((cell) => cell === "") || labelOf(row)) continue;
    if (/^'?pend/i.test(row.cells[columns.date] ?? "")) {
      statement.pending.push({ lineNumber: row.lineNumber, raw: row.raw });
      continue;
    }
    const line = readLine(row, columns, { today, period: labelled.period });
    if ("code" in line) statement.problems.push(line);
    else statement.lines.push(line);
  }
  return statement;
}

function readLine(row: Row, columns: Columns, when: { today: Day; period: RawStatement["period"] }): SenLine | Problem {
  const problem = (code: Problem["code"], text = ""): Problem => ({
    code,
    weight: "fatal",
    lineNumber: row.lineNumber,
    raw: row.raw,
    text,
  });
  const cell = (at: number | undefined) => (at === undefined ? "" : (row.cells[at] ?? ""));
  if (row.cells.length <= columns.amount) return problem("cells_missing");
  const bookedOn = readDay(cell(columns.date), { order: "dmy", ...when });
  if (!bookedOn) return problem("date_unreadable", cell(columns.date));
  if (bookedOn > addDays(when.today, 1)) return problem("day_in_future", cell(columns.date));
  const amount = readAmount(cell(columns.amount), ".");
  if (!amount.ok) return problem(amount.code, cell(columns.amount));
  const direction = amount.direction ?? (columns.personal ? readDirection(cell(columns.amount + 1)) : undefined);
  if (!direction) return problem("direction_missing", cell(columns.amount));
  const balance = cell(columns.balance) === "" ? null : readAmount(cell(columns.balance), ".");
  if (balance && !balance.ok)
    return problem(balance.code === "number_mangled" ? "number_mangled" : "balance_unreadable", cell(columns.balance));
  return {
    lineNumber: row.lineNumber,
    raw: row.raw,
    bookedOn,
    direction,
    sen: amount.sen,
    description: cell(columns.description),
    balanceSen: balance ? (balance.negative ? -balance.sen : balance.sen) : null,
  };
}

const labelPatterns = {
  account: /^(?:no\.? ?rekening|(?:account|acc) ?no\.?)[\s:=,]*'?([\d\s.-]{6,})$/i,
  period: /^(?:periode?|tanggal mutasi)[\s:=,]*'?(\d{2}\/\d{2}\/\d{4})\s*(?:-|–|s\/d|to)\s*(\d{2}\/\d{2}\/\d{4})/i,
  opening: /^(?:saldo awal|starting balance|opening balance)[\s:=,]*'?(-?[\d.,]+)/i,
  closing: /^(?:saldo akhir|ending balance|closing balance)[\s:=,]*'?(-?[\d.,]+)/i,
  credits: /^(?:mutasi kredit|kredit|credit)[\s:=,]*'?([\d.,]+)/i,
  debits: /^(?:mutasi debet|debet|debit)[\s:=,]*'?([\d.,]+)/i,
  other: /^(?:nama|name|mata uang|kode mata uang|currency|informasi rekening|account information)\b/i,
} as const;

function labelOf(row: Row): { label: keyof typeof labelPatterns; match: RegExpExecArray } | undefined {
  const text = row.cells
    .filter((cell) => cell !== "")
    .join(" ")
    .replace(/"/g, "");
  for (const label of Object.keys(labelPatterns) as (keyof typeof labelPatterns)[]) {
    const match = labelPatterns[label].exec(text);
    if (match) return { label, match };
  }
  return undefined;
}

function labels(rows: readonly Row[]) {
  const found: Pick<RawStatement, "accountNumber" | "period" | "openingSen" | "closingSen" | "creditSen" | "debitSen"> = {};
  for (const row of rows) {
    const { label, match } = labelOf(row) ?? {};
    if (!label || !match) continue;
    const value = match[1] ?? "";
    const read = readAmount(value, ".");
    const sen = read.ok ? (read.negative ? -read.sen : read.sen) : undefined;
    if (label === "account") found.accountNumber ??= value.replace(/\D/g, "");
    if (label === "opening") found.openingSen ??= sen;
    if (label === "closing") found.closingSen = sen;
    if (label === "credits") found.creditSen = sen;
    if (label === "debits") found.debitSen = sen;
    const [from, to] = [slashed(value), slashed(match[2] ?? "")];
    if (label === "period" && from && to) found.period = { from, to };
  }
  return found;
}

function slashed(text: string): Day | undefined {
  const [day, month, year] = text.split("/");
  return year ? `${year}-${month}-${day}` : undefined;
}
