import type { Day } from "~/kernel/dates";
import { type Rupiah, formatWhole } from "~/kernel/money";

export type StatementToWrite = {
  accountNumber: string;
  holderName: string;
  from: Day;
  to: Day;
  /** Balance before the first line, in rupiah. */
  opening: Rupiah;
  /** In the order in which they were booked. */
  lines: readonly { day: Day; direction: "in" | "out"; amount: Rupiah; description: string }[];
};

/** A statement as KlikBCA Bisnis writes it: a head, one line for each movement with the balance after it, and totals at the foot. */
export function writeKlikBcaCsv(statement: StatementToWrite): string {
  let balance = statement.opening;
  const rows = statement.lines.map(({ day, direction, amount, description }) => {
    balance += direction === "in" ? amount : -amount;
    return [slashed(day), description, "0000", `${us(amount)} ${direction === "in" ? "CR" : "DB"}`, us(balance)].map(quoted).join(",");
  });
  const total = (direction: "in" | "out") => {
    const of = statement.lines.filter((line) => line.direction === direction);
    return `${us(of.reduce((sum, line) => sum + line.amount, 0n))}","${of.length}`;
  };
  return [
    '"Informasi Rekening - Mutasi Rekening"',
    "",
    quoted(`No. rekening : ${statement.accountNumber}`),
    quoted(`Nama : ${statement.holderName}`),
    quoted(`Periode : ${slashed(statement.from)} - ${slashed(statement.to)}`),
    quoted("Kode Mata Uang : Rp"),
    "",
    'Tanggal Transaksi,"Keterangan","Cabang","Jumlah","Saldo"',
    ...rows,
    "",
    quoted(`Saldo Awal : ${us(statement.opening)}`),
    `"Mutasi Debet : ${total("out")}"`,
    `"Mutasi Kredit : ${total("in")}"`,
    quoted(`Saldo Akhir : ${us(balance)}`),
    "",
  ].join("\r\n");
}

function us(amount: Rupiah): string {
  return `${amount < 0n ? "-" : ""}${formatWhole(amount < 0n ? -amount : amount, "en")}.00`;
}

function slashed(day: Day): string {
  return day.split("-").reverse().join("/");
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
