import { defineMessages, type Language } from "~/kernel/messages";
import type { ImportProblem } from "./budget-import";

export const importMessages = defineMessages({
  id: {
    title: "Impor RAB",
    link: "Impor dari CSV atau Excel",
    lead: "Baris pertama berisi nama kolom: Kelompok, Uraian, Volume, Satuan, Harga satuan. Kolom Sumber (Dana atau Swadaya), Pajak, dan Cara pajak boleh ada. Satu baris untuk satu barang atau kegiatan.",
    example: "Contoh",
    file: "Berkas RAB",
    read: "Baca berkas",
    back: "Kembali ke RAB",
    problems: (n: number) => (n === 1 ? "Satu hal perlu diperbaiki di berkas" : `${n} hal perlu diperbaiki di berkas`),
    again: "Perbaiki di berkas, lalu pilih lagi. RAB yang tersimpan tidak berubah.",
    preview: (n: number) => `${n} baris terbaca`,
    previewLead: (now: number) =>
      now === 0
        ? "Periksa dulu. Baris tersimpan setelah Anda menekan tombol."
        : `Periksa dulu. ${now} baris RAB yang ada sekarang akan diganti.`,
    replace: "Ganti RAB dengan baris ini",
    fill: "Pakai baris ini",
    total: "Jumlah",
    column: {
      section: "Kelompok",
      description: "Uraian",
      volume: "Volume",
      unit: "Satuan",
      unitPrice: "Harga satuan",
      source: "Sumber",
      tax: "Pajak",
      taxMode: "Cara pajak",
    },
    amount: "Jumlah",
    at: (line: number, column: string) => `Baris ${line}, kolom ${column}: `,
    inColumn: (column: string) => `Kolom ${column}: `,
    problem: {
      file_missing: () => "Pilih berkasnya dulu.",
      file_unreadable: () => "Berkas ini bukan CSV atau Excel (.xlsx) yang dapat dibaca.",
      no_rows: () => "Tidak ada baris di bawah nama kolom.",
      too_many_rows: (typed: string) => `Ada ${typed} baris. Paling banyak 300.`,
      column_missing: () => "kolom ini tidak ditemukan di baris nama kolom.",
      empty: () => "belum diisi.",
      too_long: () => "terlalu panjang.",
      not_number: (typed: string) => `“${typed}” bukan angka. Tulis seperti 12,5 atau 1.250.`,
      not_price: (typed: string) => `“${typed}” bukan rupiah bulat. Tulis seperti 1.350.000.`,
      not_whole: (typed: string) => `“${typed}” kali volume tidak menjadi rupiah bulat.`,
      not_source: (typed: string) => `“${typed}” tidak dikenal. Tulis Dana, Swadaya tenaga, Swadaya barang, atau Swadaya uang.`,
      not_tax: (typed: string) =>
        `“${typed}” bukan pajak yang dikenal, atau cocok dengan beberapa. Tulis misalnya PPN, PPh 21, PPh 22, atau PPh 23.`,
      not_mode: (typed: string) => `“${typed}” tidak dikenal. Tulis Termasuk atau Ditambahkan.`,
      own_taxed: () => "swadaya tidak dikenai pajak. Kosongkan kolom ini.",
    },
  },
  en: {
    title: "Import the budget",
    link: "Import from CSV or Excel",
    lead: "The first row names the columns: Kelompok, Uraian, Volume, Satuan, Harga satuan. Sumber (Dana or Swadaya), Pajak and Cara pajak may be there too. One row for one item or activity.",
    example: "Example",
    file: "Budget file",
    read: "Read the file",
    back: "Back to the budget",
    problems: (n: number) => (n === 1 ? "One thing in the file needs a look" : `${n} things in the file need a look`),
    again: "Correct them in the file and choose it again. The saved budget has not changed.",
    preview: (n: number) => `${n} lines read`,
    previewLead: (now: number) =>
      now === 0
        ? "Have a look first. The lines are saved when you press the button."
        : `Have a look first. The ${now} lines there are now will be replaced.`,
    replace: "Replace the budget with these lines",
    fill: "Use these lines",
    total: "Sum",
    column: {
      section: "Group",
      description: "Description",
      volume: "Volume",
      unit: "Unit",
      unitPrice: "Unit price",
      source: "Source",
      tax: "Tax",
      taxMode: "Tax mode",
    },
    amount: "Amount",
    at: (line: number, column: string) => `Row ${line}, column ${column}: `,
    inColumn: (column: string) => `Column ${column}: `,
    problem: {
      file_missing: () => "Choose a file first.",
      file_unreadable: () => "This file is no CSV or Excel (.xlsx) that can be read.",
      no_rows: () => "There are no rows below the column names.",
      too_many_rows: (typed: string) => `There are ${typed} rows. At most 300.`,
      column_missing: () => "this column is not in the row of column names.",
      empty: () => "is empty.",
      too_long: () => "is too long.",
      not_number: (typed: string) => `“${typed}” is no number. Write it like 12,5 or 1.250.`,
      not_price: (typed: string) => `“${typed}” is no whole rupiah. Write it like 1.350.000.`,
      not_whole: (typed: string) => `“${typed}” times the volume gives no whole rupiah.`,
      not_source: (typed: string) => `“${typed}” is not known. Write Dana, Swadaya tenaga, Swadaya barang or Swadaya uang.`,
      not_tax: (typed: string) => `“${typed}” is no known tax, or fits several. Write for example PPN, PPh 21, PPh 22 or PPh 23.`,
      not_mode: (typed: string) => `“${typed}” is not known. Write Termasuk or Ditambahkan.`,
      own_taxed: () => "own contributions carry no tax. Leave this empty.",
    },
  },
});

/** A mistake in words, with where it is. */
export function problemText(problem: ImportProblem, language: Language): string {
  const t = importMessages[language];
  const column = problem.column && t.column[problem.column];
  const where = column ? (problem.line === null ? t.inColumn(column) : t.at(problem.line, column)) : "";
  return `${where}${t.problem[problem.code](problem.typed)}`;
}
