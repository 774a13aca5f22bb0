import type { RefusalDetails } from "~/kernel/domain-error";
import { type Language, defineMessages } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";

type D = RefusalDetails;

function rupiah(value: D[string], language: Language): string {
  return typeof value === "bigint" ? formatRupiah(value, language) : String(value ?? "");
}

/** "SNG 26 0417 K: ", when the refusal is about one of several payments. */
function named(details: D): string {
  return typeof details.reference === "string" ? `${spellReference(details.reference)}: ` : "";
}

/** Why a decision about a bank line is refused. */
export const reconciliationRefusals = defineMessages({
  id: {
    line_unknown: (_: D) => "Mutasi ini tidak ada.",
    line_closed: (_: D) => "Mutasi ini sudah diputuskan, mungkin oleh rekan Anda barusan.",
    line_outgoing: (_: D) => "Mutasi keluar hanya dapat dicocokkan dengan penyaluran.",
    line_incoming: (_: D) => "Mutasi masuk hanya dapat dicocokkan dengan komitmen atau kiriman yang kembali.",
    line_over_allocated: (d: D) => `Jumlahnya melebihi sisa mutasi, ${rupiah(d.left, "id")}.`,
    line_ignored: (_: D) => "Sisa mutasi ini diabaikan. Pulihkan dahulu, lalu balik pencocokannya.",
    line_not_ignored: (_: D) => "Mutasi ini tidak sedang diabaikan.",
    line_unmatched: (_: D) => "Mutasi ini tidak tercocok dengan penyaluran.",
    parts_missing: (_: D) => "Isi jumlah untuk satu komitmen atau lebih.",
    suggestion_gone: (_: D) => "Saran ini tidak berlaku lagi karena keadaan sudah berubah. Lihat saran yang baru.",
    payment_unknown: (_: D) => "Tahap pembayaran ini tidak ada.",
    payment_closed: (d: D) => `${named(d)}Tahap ini tidak menunggu transfer lagi: sudah penuh, dibatalkan, atau komitmennya gugur.`,
    payment_overpaid: (d: D) =>
      `${named(d)}Sisa tahap ini ${rupiah(d.left, "id")}. Kelebihannya biarkan sebagai titipan atau cocokkan dengan komitmen lain.`,
    payment_not_received: (_: D) => "Jumlah ini lebih besar dari yang tercatat diterima.",
    receipt_unknown: (_: D) => "Penerimaan ini tidak ada di buku program.",
    allocation_unknown: (_: D) => "Pencocokan ini tidak ada.",
    already_reversed: (_: D) => "Pencocokan ini sudah dibalik sebelumnya.",
    fund_insufficient: (_: D) => "Uang ini sudah disalurkan ke lembaga, jadi pencocokannya tidak dapat dibalik lagi.",
    reason_missing: (_: D) => "Tulis alasannya.",
    reason_unfit: (_: D) => "Alasan ini tidak cocok dengan arah mutasi.",
    note_missing: (_: D) => "Untuk alasan lain, tulis catatannya.",
    disbursement_unknown: (_: D) => "Penyaluran ini tidak ada.",
    disbursement_not_executed: (_: D) => "Penyaluran ini belum ditandai terlaksana. Tandai dahulu di halaman Penyaluran.",
    disbursement_matched: (_: D) => "Penyaluran ini sudah tercocok dengan mutasi lain.",
    disbursement_acknowledged: (_: D) =>
      "Lembaga sudah mengakui dana ini diterima, jadi tidak dapat dicatat kembali. Hubungi lembaga, dan biarkan mutasi ini sebagai titipan.",
    disbursement_returned: (_: D) => "Kiriman ini sudah tercatat kembali, mungkin oleh rekan Anda barusan.",
    disbursement_prepared_again: (_: D) => "Termin ini sudah disiapkan ulang, jadi pencatatan kembalinya tidak dapat dibalik lagi.",
    returned_before_executed: (_: D) => "Mutasi ini lebih dulu daripada hari kiriman itu dijalankan bank.",
    same_person: (_: D) => "Yang menyiapkan, menyetujui, atau menjalankan kiriman ini tidak boleh mencatatnya kembali. Minta rekan lain.",
    disbursement_status: (_: D) => "Penyaluran ini sudah berubah. Muat ulang halaman untuk melihat keadaannya sekarang.",
    disbursement_amount: (d: D) => `Jumlah penyaluran ini ${rupiah(d.amount, "id")}, tidak sama dengan mutasi.`,
    payout_unknown: (_: D) => "Pencairan ini tidak ada, atau gagal menurut Stripe.",
    payout_matched: (_: D) => "Pencairan ini sudah tercocok dengan mutasi lain.",
    payout_amount: (_: D) => "Jumlah pencairan ini tidak sama dengan mutasi.",
    payout_unplaced: (_: D) =>
      "Tidak ada pembayaran kartu yang dikenali dalam pencairan ini. Cocokkan mutasinya dengan komitmen, atau catat di luar program.",
    event_closed: (_: D) => "Kabar Stripe ini sudah diselesaikan, mungkin oleh rekan Anda barusan.",
    bank_account_unknown: (_: D) => "Pilih rekening yang ada.",
    bank_account_known: (_: D) => "Nomor rekening ini sudah ada.",
    bank_account_number: (_: D) => "Tulis 6 sampai 20 angka.",
  },
  en: {
    line_unknown: (_: D) => "There is no such bank line.",
    line_closed: (_: D) => "This bank line has been decided, perhaps by a colleague just now.",
    line_outgoing: (_: D) => "An outgoing line can only be matched to a disbursement.",
    line_incoming: (_: D) => "An incoming line can only be matched to a pledge or to a payment that came back.",
    line_over_allocated: (d: D) => `That is more than is left of the line, ${rupiah(d.left, "en")}.`,
    line_ignored: (_: D) => "The rest of this line is ignored. Restore it first, then reverse the match.",
    line_not_ignored: (_: D) => "This line is not ignored.",
    line_unmatched: (_: D) => "This line is not matched to a disbursement.",
    parts_missing: (_: D) => "Enter an amount for at least one pledge.",
    suggestion_gone: (_: D) => "This suggestion no longer holds, because things have changed. Look at the new ones.",
    payment_unknown: (_: D) => "There is no such instalment.",
    payment_closed: (d: D) => `${named(d)}This instalment expects no transfer any more: it is full, cancelled, or its pledge has lapsed.`,
    payment_overpaid: (d: D) =>
      `${named(d)}${rupiah(d.left, "en")} of this instalment is left. Keep the rest in suspense or match it to another pledge.`,
    payment_not_received: (_: D) => "This is more than what is recorded as received.",
    receipt_unknown: (_: D) => "This receipt is not in the program's books.",
    allocation_unknown: (_: D) => "There is no such match.",
    already_reversed: (_: D) => "This match was reversed before.",
    fund_insufficient: (_: D) => "This money has already been paid out to the organisation, so its match can't be reversed.",
    reason_missing: (_: D) => "Write the reason.",
    reason_unfit: (_: D) => "This reason doesn't fit the direction of the line.",
    note_missing: (_: D) => "For another reason, write a note.",
    disbursement_unknown: (_: D) => "There is no such disbursement.",
    disbursement_not_executed: (_: D) => "This disbursement is not marked as executed yet. Mark it on the Disbursements page first.",
    disbursement_matched: (_: D) => "This disbursement is already matched to another line.",
    disbursement_acknowledged: (_: D) =>
      "The organisation has acknowledged this money, so it can't be recorded as sent back. Ask them, and keep this line in suspense.",
    disbursement_returned: (_: D) => "This payment is recorded as sent back already, perhaps by a colleague just now.",
    disbursement_prepared_again: (_: D) => "This termin has been prepared anew, so its return can't be undone any more.",
    returned_before_executed: (_: D) => "This line is from before the day on which the payment was carried out.",
    same_person: (_: D) => "Who prepared, approved or carried out this payment can't record its return. Ask a colleague.",
    disbursement_status: (_: D) => "This disbursement has changed meanwhile. Reload the page to see its present state.",
    disbursement_amount: (d: D) => `This disbursement is ${rupiah(d.amount, "en")}, not the amount of the line.`,
    payout_unknown: (_: D) => "There is no such payout, or it failed at Stripe.",
    payout_matched: (_: D) => "This payout is already matched to another line.",
    payout_amount: (_: D) => "This payout is not of the amount of the line.",
    payout_unplaced: (_: D) => "No card payment that we know is in this payout. Match the line to a pledge, or book it outside programs.",
    event_closed: (_: D) => "This news of Stripe has been settled, perhaps by a colleague just now.",
    bank_account_unknown: (_: D) => "Choose an account from the list.",
    bank_account_known: (_: D) => "This account number is there already.",
    bank_account_number: (_: D) => "Write 6 to 20 digits.",
  },
});
