import { type Language, defineMessages } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import type { Problem } from "./statements/statement";

type P = Pick<Problem, "text" | "what" | "inFile" | "counted">;
type Text = { title: string; explain: string };

/** An amount in sen: "Rp 1.250.000", or with its sen where it has some. */
function sen(value: bigint | undefined, language: Language): string {
  const amount = value ?? 0n;
  const size = amount < 0n ? -amount : amount;
  const cents = size % 100n;
  const whole = formatRupiah((amount < 0n ? -1n : 1n) * (size / 100n), language);
  return cents === 0n ? whole : `${whole}${language === "id" ? "," : "."}${cents.toString().padStart(2, "0")}`;
}

/** What is wrong with a statement file: a short fact, and what it means or what to do. */
export const problemMessages = defineMessages({
  id: {
    file_empty: (_: P) => "Berkas ini kosong|Unduh ulang mutasi dari bank, lalu pilih berkasnya lagi.",
    file_is_spreadsheet: (_: P) =>
      "Ini berkas lembar kerja Excel, bukan CSV|Unduh mutasi dalam bentuk CSV dari bank. Membukanya di Excel dapat merusak angka panjang dan tanggal.",
    file_is_pdf: (_: P) => "Ini berkas PDF|Unduh mutasi dalam bentuk CSV dari bank.",
    file_not_text: (_: P) => "Berkas ini tidak dapat dibaca sebagai teks|Pilih berkas CSV yang diunduh dari bank.",
    file_too_large: (_: P) => "Berkas ini terlalu besar|Unduh mutasi per bulan.",
    quote_open: (_: P) => "Tanda kutip tidak ditutup|Berkas terpotong atau rusak di baris ini. Unduh ulang dari bank.",
    header_missing: (_: P) =>
      "Judul kolom tidak ditemukan|Berkas mutasi mempunyai baris judul dengan kolom tanggal, keterangan, dan jumlah.",
    columns_unmapped: (_: P) =>
      "Kolom belum lengkap|Tentukan satu kolom tanggal, berita, dan jumlah: masuk dan keluar, atau satu kolom jumlah.",
    no_lines: (_: P) => "Tidak ada mutasi di berkas ini|Judulnya ada, barisnya tidak. Periksa rentang tanggal saat mengunduh.",
    cells_missing: (_: P) => "Kolom kurang di baris ini|Berkas terpotong atau pernah diubah. Unduh ulang dari bank.",
    date_unreadable: (p: P) => `Tanggal “${p.text ?? ""}” tidak terbaca|Tidak ada tanggal seperti itu, atau urutan hari dan bulannya lain.`,
    day_in_future: (p: P) => `Tanggal “${p.text ?? ""}” ada di masa depan|Periksa urutan hari dan bulan.`,
    amount_unreadable: (p: P) => `Jumlah “${p.text ?? ""}” tidak terbaca|Periksa penulisan angka: titik atau koma sebagai desimal.`,
    number_mangled: (p: P) =>
      `Angka rusak dari lembar hitung, “${p.text ?? ""}”|Angka aslinya sudah hilang. Unduh ulang dari bank dan jangan buka di lembar hitung. Kami tidak menebak.`,
    direction_missing: (p: P) => `Tidak jelas masuk atau keluar, “${p.text ?? ""}”|Bank menulis CR untuk masuk dan DB untuk keluar.`,
    two_amounts: (_: P) => "Ada jumlah masuk dan keluar di satu baris|Satu mutasi hanya satu arah. Periksa kolomnya.",
    amount_missing: (_: P) => "Tidak ada jumlah di baris ini|Setiap mutasi mempunyai jumlah lebih dari nol.",
    balance_unreadable: (p: P) => `Saldo “${p.text ?? ""}” tidak terbaca|Periksa penulisan angka, atau lewati kolom saldo.`,
    totals_differ: (p: P) =>
      `${{ credits: "Jumlah mutasi kredit", debits: "Jumlah mutasi debet", closing: "Saldo akhir" }[p.what ?? "closing"]} tidak cocok|Di berkas ${sen(p.inFile, "id")}, hitungan kami ${sen(p.counted, "id")}. Ada baris yang hilang atau berubah. Unduh ulang dari bank.`,
    balance_breaks: (p: P) =>
      `Saldo berjalan tidak cocok|Di berkas ${sen(p.inFile, "id")}, hitungan kami ${sen(p.counted, "id")}. Mungkin ada baris yang hilang sebelum baris ini.`,
    sen_without_balance: (_: P) => "Ada sen, tetapi saldonya tidak diketahui|Pilih kolom saldo, supaya pembulatan tidak perlu ditebak.",
    account_differs: (p: P) => `Berkas ini milik rekening lain, ${p.text ?? ""}|Pilih rekening yang benar, atau berkas yang benar.`,
    below_a_rupiah: (_: P) => "Kurang dari satu rupiah|Tidak dibukukan; saldo bank dibulatkan ke bawah.",
    pending: (_: P) => "Belum efektif (PEND)|Tidak masuk buku sekarang. Datang lagi sebagai mutasi biasa di berkas berikutnya.",
    twins: (_: P) => "Baris kembar, semuanya diimpor|Sama persis dalam satu berkas berarti pembayaran yang berbeda.",
  },
  en: {
    file_empty: (_: P) => "This file is empty|Download the statement from the bank again and choose it once more.",
    file_is_spreadsheet: (_: P) =>
      "This is an Excel workbook, not a CSV|Download the statement as CSV from the bank. Opening it in Excel can damage long numbers and dates.",
    file_is_pdf: (_: P) => "This is a PDF|Download the statement as CSV from the bank.",
    file_not_text: (_: P) => "This file can't be read as text|Choose the CSV file downloaded from the bank.",
    file_too_large: (_: P) => "This file is too large|Download the statement month by month.",
    quote_open: (_: P) => "A quotation mark is not closed|The file is cut off or damaged at this line. Download it again from the bank.",
    header_missing: (_: P) => "No column names found|A statement file has a row that names the columns for date, description and amount.",
    columns_unmapped: (_: P) =>
      "The columns are not complete|Say which column is the date, the description, and the amount: in and out, or a single amount.",
    no_lines: (_: P) => "There are no lines in this file|The column names are there, the lines are not. Check the dates of the download.",
    cells_missing: (_: P) => "Columns are missing in this line|The file is cut off or was changed. Download it again from the bank.",
    date_unreadable: (p: P) => `The date “${p.text ?? ""}” can't be read|There is no such date, or day and month are the other way round.`,
    day_in_future: (p: P) => `The date “${p.text ?? ""}” is in the future|Check the order of day and month.`,
    amount_unreadable: (p: P) => `The amount “${p.text ?? ""}” can't be read|Check how numbers are written: point or comma for decimals.`,
    number_mangled: (p: P) =>
      `A number damaged by a spreadsheet, “${p.text ?? ""}”|The real number is lost. Download it again and don't open it in a spreadsheet. We don't guess.`,
    direction_missing: (p: P) => `In or out is not clear, “${p.text ?? ""}”|The bank writes CR for money in and DB for money out.`,
    two_amounts: (_: P) => "One line has money in and money out|A line goes one way only. Check the columns.",
    amount_missing: (_: P) => "This line has no amount|Every line has an amount above zero.",
    balance_unreadable: (p: P) => `The balance “${p.text ?? ""}” can't be read|Check how numbers are written, or skip the balance column.`,
    totals_differ: (p: P) =>
      `${{ credits: "The total of credits", debits: "The total of debits", closing: "The closing balance" }[p.what ?? "closing"]} does not agree|The file says ${sen(p.inFile, "en")}, we count ${sen(p.counted, "en")}. Lines are missing or changed. Download it again from the bank.`,
    balance_breaks: (p: P) =>
      `The running balance does not agree|The file says ${sen(p.inFile, "en")}, we count ${sen(p.counted, "en")}. Lines may be missing before this one.`,
    sen_without_balance: (_: P) =>
      "There are sen, but the balance is not known|Choose the balance column, so that nothing has to be guessed.",
    account_differs: (p: P) => `This file is of another account, ${p.text ?? ""}|Choose the right account, or the right file.`,
    below_a_rupiah: (_: P) => "Less than one rupiah|Not booked; the bank's balance is rounded down.",
    pending: (_: P) => "Not settled yet (PEND)|Not booked now. It comes again as a usual line in the next file.",
    twins: (_: P) => "Twin lines, all imported|Lines that are the same within one file are different payments.",
  },
});

/** A problem in the reader's words. */
export function problemText(problem: Pick<Problem, "code"> & P, language: Language): Text {
  const [title = "", explain = ""] = (problemMessages[language][problem.code] as (p: P) => string)(problem).split("|");
  return { title, explain };
}
