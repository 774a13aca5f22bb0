import { type Day, addDays } from "~/kernel/dates";
import { readAmount, readDay, readDirection } from "./cells";
import type { Row } from "./rows";
import type { ColumnMapping, ColumnRole, LineDirection, Problem, RawStatement, SenLine } from "./statement";

const names: readonly [Exclude<ColumnRole, "skip">, RegExp][] = [
  ["date", /^(tgl|tanggal|date|post(ing)? ?date|transaction date|tgl[._ ]?tran(s(aksi)?)?)\b/i],
  ["balance", /^(saldo|balance|saldo[_ ]akhir([_ ]mutasi)?|running balance)\.?$/i],
  ["out", /^(debet|debit|mutasi[_ ]debi?e?t|keluar|withdrawal|db)$/i],
  ["in", /^(kredit|credit|mutasi[_ ](kredit|credit)|masuk|deposit|cr)$/i],
  ["direction", /^(db ?\/ ?cr|d ?\/ ?k|d ?\/ ?c|dc|glsign|jenis|arah|tipe|type)/i],
  ["amount", /^(jumlah|amount|nominal|mutasi|nilai)/i],
  ["description", /^(keterangan|uraian|deskripsi|description|transaction description|rincian|remark|berita|desk[_ ]tran)/i],
];

/** The header of a bank's CSV: the first row of three named columns or more, one of them a date. */
export function findHeader(rows: readonly Row[]): number | undefined {
  const at = rows.findIndex(
    (row) => row.cells.filter((cell) => cell !== "").length >= 3 && row.cells.some((cell) => roleOf(cell) === "date"),
  );
  return at < 0 ? undefined : at;
}

function roleOf(name: string): ColumnRole {
  return names.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? "skip";
}

/** A first mapping by the names of the columns and by how dates and numbers look; a person may change it. */
export function guessMapping(rows: readonly Row[], header: number): ColumnMapping {
  const seen = new Set<ColumnRole>();
  const columns = (rows[header]?.cells ?? []).map((name) => {
    const role = roleOf(name);
    if (role !== "skip" && role !== "description" && seen.has(role)) return "skip";
    seen.add(role);
    return role;
  });
  const body = rows.slice(header + 1, header + 400);
  const cellsOf = (...roles: ColumnRole[]) =>
    body.flatMap((row) => columns.flatMap((role, at) => (roles.includes(role) && row.cells[at] ? [row.cells[at]] : [])));
  const numbers = cellsOf("in", "out", "amount", "balance").map((cell) => cell.replace(/[^\d.,]/g, ""));
  const comma =
    numbers.some((text) => /,\d{1,2}$/.test(text)) ||
    (numbers.some((text) => /\.\d{3}$/.test(text)) && !numbers.some((text) => /\.\d{1,2}$/.test(text)));
  const days = cellsOf("date");
  const monthFirst = days.some((text) => /^\d{1,2}[/.-](1[3-9]|2\d|3[01])\b/.test(text));
  return { columns, dateOrder: days.some((text) => /^\d{4}/.test(text)) ? "ymd" : monthFirst ? "mdy" : "dmy", decimal: comma ? "," : "." };
}

/** Whether the mapping says all that is needed: one date, and amounts in one of the three ways. */
export function mappingIsComplete({ columns }: ColumnMapping): boolean {
  const count = (role: ColumnRole) => columns.filter((column) => column === role).length;
  const pair = count("in") === 1 && count("out") === 1 && count("amount") === 0 && count("direction") === 0;
  const single = count("amount") === 1 && count("in") === 0 && count("out") === 0 && count("direction") <= 1;
  return count("date") === 1 && count("description") >= 1 && count("balance") <= 1 && (pair || single);
}

/** Reads a bank's CSV by a mapping of its columns. */
export function readMappedCsv(rows: readonly Row[], header: number, mapping: ColumnMapping, today: Day): RawStatement {
  const statement: RawStatement = { format: "mapped_csv", lines: [], pending: [], problems: [] };
  if (!mappingIsComplete(mapping)) {
    statement.problems.push({ code: "columns_unmapped", weight: "fatal" });
    return statement;
  }
  const at = (role: ColumnRole) => mapping.columns.indexOf(role);
  for (const row of rows.slice(header + 1)) {
    const filled = row.cells.filter((cell) => cell !== "").length;
    if (filled === 0) continue;
    if (/^'?pend/i.test(row.cells[at("date")] ?? "")) statement.pending.push({ lineNumber: row.lineNumber, raw: row.raw });
    else if (isFoot(row, mapping)) readFoot(row, mapping, statement);
    else {
      const line = readLine(row, mapping, today);
      if ("code" in line) statement.problems.push(line);
      else statement.lines.push(line);
    }
  }
  return statement;
}

/** Banks close a table with words such as "Saldo Akhir" where the date would be. */
function isFoot(row: Row, mapping: ColumnMapping): boolean {
  const first = row.cells.find((cell) => cell !== "") ?? "";
  return (
    row.cells[mapping.columns.indexOf("date")] !== undefined &&
    /^(saldo|total|mutasi|jumlah|opening|closing|ending|starting)\b/i.test(first)
  );
}

function readFoot(row: Row, mapping: ColumnMapping, statement: RawStatement): void {
  const [label = "", ...rest] = row.cells.filter((cell) => cell !== "");
  const read = readAmount(rest.at(-1) ?? label.replace(/^[^\d-]*/, ""), mapping.decimal);
  if (!read.ok) return;
  const sen = read.negative ? -read.sen : read.sen;
  if (/^(saldo awal|opening|starting)/i.test(label)) statement.openingSen = sen;
  if (/^(saldo akhir|closing|ending)/i.test(label)) statement.closingSen = sen;
}

function readLine(row: Row, mapping: ColumnMapping, today: Day): SenLine | Problem {
  const problem = (code: Problem["code"], text = ""): Problem => ({
    code,
    weight: "fatal",
    lineNumber: row.lineNumber,
    raw: row.raw,
    text,
  });
  const cell = (role: ColumnRole) => row.cells[mapping.columns.indexOf(role)] ?? "";
  const day = cell("date");
  const bookedOn = readDay(day, { order: mapping.dateOrder, year: mapping.year, today });
  if (!bookedOn) return problem("date_unreadable", day);
  if (bookedOn > addDays(today, 1)) return problem("day_in_future", day);
  const money = moneyOf(cell, mapping);
  if ("code" in money) return problem(money.code, money.text);
  const balanceCell = cell("balance");
  const balance = balanceCell === "" ? null : readAmount(balanceCell, mapping.decimal);
  if (balance && !balance.ok) return problem(balance.code === "number_mangled" ? "number_mangled" : "balance_unreadable", balanceCell);
  const description = mapping.columns.flatMap((role, at) => (role === "description" && row.cells[at] ? [row.cells[at]] : [])).join(" ");
  const balanceSen = balance ? (balance.negative || balance.direction === "out" ? -balance.sen : balance.sen) : null;
  return { lineNumber: row.lineNumber, raw: row.raw, bookedOn, ...money, description, balanceSen };
}

type Money = { direction: LineDirection; sen: bigint } | { code: Problem["code"]; text: string };

function moneyOf(cell: (role: ColumnRole) => string, mapping: ColumnMapping): Money {
  if (!mapping.columns.includes("amount")) {
    const sides = (["in", "out"] as const).map((direction) => ({ direction, text: cell(direction) }));
    const read = sides.map(({ direction, text }) => ({
      direction,
      text,
      amount: text === "" || text === "-" ? null : readAmount(text, mapping.decimal),
    }));
    for (const { text, amount } of read) if (amount && !amount.ok) return { code: amount.code, text };
    const moved = read.flatMap(({ direction, amount }) => (amount?.ok && amount.sen > 0n ? [{ direction, sen: amount.sen }] : []));
    if (moved.length > 1) return { code: "two_amounts", text: "" };
    return moved[0] ?? { code: "amount_missing", text: "" };
  }
  const text = cell("amount");
  const amount = readAmount(text, mapping.decimal);
  if (!amount.ok) return { code: amount.code, text };
  if (amount.sen === 0n) return { code: "amount_missing", text };
  if (!mapping.columns.includes("direction")) return { direction: amount.direction ?? (amount.negative ? "out" : "in"), sen: amount.sen };
  const direction = readDirection(cell("direction"));
  return direction ? { direction, sen: amount.sen } : { code: "direction_missing", text: cell("direction") };
}
