import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages, type Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";

function rupiah(value: RefusalDetails[string], language: Language): string {
  return typeof value === "bigint" ? formatRupiah(value, language) : String(value ?? "");
}

type D = RefusalDetails;

/** Why money can't be recorded for a payment, or taken back from it. */
export const paymentRefusals = defineMessages({
  id: {
    payment_unknown: (_: D) => "Tahap pembayaran ini tidak ada.",
    payment_closed: (_: D) => "Tahap ini tidak menunggu transfer lagi: sudah penuh, dibatalkan, atau komitmennya gugur.",
    payment_overpaid: (d: D) => `Sisa tahap ini ${rupiah(d.left, "id")}. Pecah mutasinya, atau simpan kelebihannya sebagai titipan.`,
    payment_not_received: (_: D) => "Jumlah ini lebih besar dari yang tercatat diterima.",
    receipt_unknown: (_: D) => "Penerimaan ini tidak ada di buku program.",
    already_reversed: (_: D) => "Penerimaan ini sudah dibalik sebelumnya.",
    fund_insufficient: (_: D) => "Uang ini sudah disalurkan ke lembaga, jadi tidak dapat dibalik lagi.",
  },
  en: {
    payment_unknown: (_: D) => "There is no such instalment.",
    payment_closed: (_: D) => "This instalment expects no transfer any more: it is full, cancelled, or its pledge has lapsed.",
    payment_overpaid: (d: D) => `${rupiah(d.left, "en")} of this instalment is left. Split the bank line, or keep the rest in suspense.`,
    payment_not_received: (_: D) => "This is more than what is recorded as received.",
    receipt_unknown: (_: D) => "This receipt is not in the program's books.",
    already_reversed: (_: D) => "This receipt was reversed before.",
    fund_insufficient: (_: D) => "This money has already been paid out to the organisation, so it can't be reversed.",
  },
});
