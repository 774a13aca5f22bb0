import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages, type Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";

function rupiah(value: RefusalDetails[string], language: Language): string {
  return typeof value === "bigint" ? formatRupiah(value, language) : String(value ?? "");
}

type D = RefusalDetails;

/** Why something about a pledge is not possible, for the refusals of its operations and the problems of its form alike. */
export const pledgeRefusals = defineMessages({
  id: {
    target_exceeded: (d: D) =>
      d.left === 0n
        ? "Target program ini sudah penuh oleh komitmen lain. Tidak ada yang tercatat dari komitmen Anda."
        : `Yang belum terdanai tinggal ${rupiah(d.left, "id")}. Kurangi jumlahnya, atau pilih program lain.`,
    amount_too_small: (d: D) => `Komitmen paling sedikit ${rupiah(d.smallest, "id")}.`,
    amount_missing: (_: D) => "Isi jumlah komitmen, misalnya 25.000.000.",
    not_rupiah: (_: D) => "Tulis jumlah dalam rupiah bulat, misalnya 25.000.000 atau 25 juta.",
    not_a_day: (_: D) => "Pilih tanggal yang ada di kalender.",
    too_long: (d: D) => `Tulis paling banyak ${d.most ?? 1000} huruf.`,
    amount_changed: (_: D) => "Jumlah yang terbuka berubah sejak Anda memeriksa. Periksa jumlahnya sekali lagi.",
    lines_missing: (_: D) => "Pilih paling sedikit satu baris RAB, atau pakai jumlah bebas.",
    lines_sum: (_: D) => "Jumlah baris RAB tidak sama dengan komitmen. Hitung ulang, lalu kirim lagi.",
    line_unknown: (_: D) => "Baris RAB ini tidak ada di program. Muat ulang halaman dan pilih lagi.",
    line_taken: (d: D) =>
      `Baris “${d.line ?? ""}” sudah didanai mitra lain; yang terbuka tinggal ${rupiah(d.left, "id")}. Hitung ulang untuk melihat sisanya.`,
    instalments_count: (_: D) => "Pilih satu sampai dua belas tahap.",
    instalments_sum: (d: D) =>
      typeof d.difference === "bigint" && d.difference < 0n
        ? `Jumlah tahap lebih ${rupiah(-d.difference, "id")} dari komitmen.`
        : `Jumlah tahap kurang ${rupiah(d.difference, "id")} dari komitmen.`,
    instalment_amount: (d: D) => `Isi jumlah tahap ${d.n ?? ""}, lebih dari nol.`,
    instalment_past: (d: D) => `Tanggal tahap ${d.n ?? ""} sudah lewat. Pilih hari ini atau sesudahnya.`,
    instalment_order: (d: D) => `Tahap ${d.n ?? ""} jatuh tempo sebelum tahap sebelumnya. Urutkan tanggalnya.`,
    instalment_too_far: (d: D) => `Tahap ${d.n ?? ""} terlalu jauh. Paling lama tiga tahun dari hari ini.`,
    program_closed: (_: D) => "Program ini sedang tidak menerima komitmen. Tidak ada yang tercatat.",
    standing_invalid: (_: D) => "Legalitas perusahaan belum disetujui atau sudah habis masa berlakunya. Perbarui dulu, lalu kirim lagi.",
    no_approver: (_: D) => "Belum ada anggota lain dengan peran penyetuju. Minta admin perusahaan menunjuk satu orang, lalu kirim lagi.",
    same_person: (_: D) => "Komitmen ini Anda susun sendiri. Penyetujunya harus orang lain.",
    approval_expired: (_: D) => "Batas waktu persetujuan sudah lewat. Minta penyusun membuat komitmen baru.",
    wrong_status: (_: D) => "Keadaan komitmen ini sudah berubah sejak halaman dibuka. Periksa keadaannya sekarang.",
    escrow_missing: (_: D) => "Rekening penampung belum dipasang, jadi petunjuk transfer belum dapat terbit. Hubungi administrator.",
    reason_missing: (_: D) => "Pilih alasannya.",
  },
  en: {
    target_exceeded: (d: D) =>
      d.left === 0n
        ? "Other pledges have filled this program's target. Nothing of your pledge was recorded."
        : `Only ${rupiah(d.left, "en")} is not funded yet. Lower the amount, or choose another program.`,
    amount_too_small: (d: D) => `A pledge is at least ${rupiah(d.smallest, "en")}.`,
    amount_missing: (_: D) => "Enter the amount of the pledge, for example 25.000.000.",
    not_rupiah: (_: D) => "Write the amount in whole rupiah, for example 25.000.000 or 25 juta.",
    not_a_day: (_: D) => "Choose a day of the calendar.",
    too_long: (d: D) => `Write at most ${d.most ?? 1000} characters.`,
    amount_changed: (_: D) => "What is open has changed since you checked. Please check the amount once more.",
    lines_missing: (_: D) => "Choose at least one budget line, or use a free amount.",
    lines_sum: (_: D) => "The budget lines don't sum to the pledge. Recalculate, then send again.",
    line_unknown: (_: D) => "The program doesn't have this budget line. Reload the page and choose again.",
    line_taken: (d: D) =>
      `Another funder has taken the line “${d.line ?? ""}”; ${rupiah(d.left, "en")} of it is open. Recalculate to see what is left.`,
    instalments_count: (_: D) => "Choose one to twelve instalments.",
    instalments_sum: (d: D) =>
      typeof d.difference === "bigint" && d.difference < 0n
        ? `The instalments are ${rupiah(-d.difference, "en")} more than the pledge.`
        : `The instalments are ${rupiah(d.difference, "en")} short of the pledge.`,
    instalment_amount: (d: D) => `Enter an amount above zero for instalment ${d.n ?? ""}.`,
    instalment_past: (d: D) => `The day of instalment ${d.n ?? ""} has passed. Choose today or later.`,
    instalment_order: (d: D) => `Instalment ${d.n ?? ""} is due before the one ahead of it. Put the days in order.`,
    instalment_too_far: (d: D) => `Instalment ${d.n ?? ""} is too far away. Three years from today at most.`,
    program_closed: (_: D) => "This program takes no pledges at the moment. Nothing was recorded.",
    standing_invalid: (_: D) => "The company's standing is not approved, or has run out. Renew it first, then send again.",
    no_approver: (_: D) => "No other member has the approver's role yet. Ask your company's admin to name one, then send again.",
    same_person: (_: D) => "You drafted this pledge yourself. Somebody else has to approve it.",
    approval_expired: (_: D) => "The time for approval has run out. Ask the drafter for a new pledge.",
    wrong_status: (_: D) => "This pledge has changed since the page was opened. Look at its state now.",
    escrow_missing: (_: D) => "No escrow account has been set up, so a transfer instruction can't be issued. Contact an administrator.",
    reason_missing: (_: D) => "Choose a reason.",
  },
});

export const pledgeMessages = defineMessages({
  id: {
    status: {
      draft: "Draf",
      awaiting_approval: "Menunggu persetujuan",
      committed: "Menunggu transfer",
      settled: "Diterima penuh",
      refused: "Ditolak",
      cancelled: "Dibatalkan",
      lapsed: "Gugur",
    },
    payment: {
      planned: "Direncanakan",
      expected: "Menunggu transfer",
      partly_received: "Diterima sebagian",
      received: "Diterima",
      cancelled: "Dibatalkan",
      refunded: "Dikembalikan",
      overdue: "Lewat jatuh tempo",
    },
    refusalReason: {
      budget_spent: "Anggaran habis atau ditahan",
      outside_pillar: "Tidak sesuai pilar",
      outside_area: "Di luar wilayah operasi",
      proof_too_thin: "Bukti termin sebelumnya belum cukup",
      overlap: "Tumpang tindih dengan kegiatan lain",
      other: "Lainnya",
    },
    cancellationReason: {
      budget_withdrawn: "Anggaran ditarik",
      program_changed: "Program berubah",
      entered_by_mistake: "Salah isi",
      approval_expired: "Batas waktu persetujuan lewat",
      unpaid: "Tahap tidak dibayar sampai batas waktu",
      other: "Lainnya",
    },
    instalment: (n: number, of: number) => (of > 1 ? `Tahap ${n} dari ${of}` : "Sekali bayar"),
    howToPay: {
      writeReference: "Tulis di berita transfer",
      account: "Rekening penampung program",
      exactly: "Jumlah tepat",
      holder: (bank: string, holder: string) => `${bank}, a.n. ${holder}`,
      several: "Boleh dibayar dalam beberapa transfer, referensinya tetap sama.",
      biFast: (limit: string) => `BI-FAST paling banyak ${limit} per transfer. Biaya bank ditanggung pengirim.`,
      never: "Rekening ini tidak pernah diganti lewat surel atau telepon. Ragu? Hubungi nomor di perjanjian.",
      checkLetter: "Huruf terakhir adalah pemeriksa: salah ketik satu angka langsung ketahuan.",
      noAccount: "Rekening penampung belum dipasang. Jangan transfer dulu, dan hubungi administrator.",
    },
  },
  en: {
    status: {
      draft: "Draft",
      awaiting_approval: "Waiting for approval",
      committed: "Waiting for transfer",
      settled: "Received in full",
      refused: "Refused",
      cancelled: "Cancelled",
      lapsed: "Lapsed",
    },
    payment: {
      planned: "Planned",
      expected: "Waiting for transfer",
      partly_received: "Received in part",
      received: "Received",
      cancelled: "Cancelled",
      refunded: "Refunded",
      overdue: "Overdue",
    },
    refusalReason: {
      budget_spent: "Budget spent or on hold",
      outside_pillar: "Outside our pillars",
      outside_area: "Outside our area of operation",
      proof_too_thin: "Not enough proof of the tranche before",
      overlap: "Overlaps with another activity",
      other: "Other",
    },
    cancellationReason: {
      budget_withdrawn: "Budget withdrawn",
      program_changed: "The program changed",
      entered_by_mistake: "Entered by mistake",
      approval_expired: "The time for approval ran out",
      unpaid: "An instalment was not paid in time",
      other: "Other",
    },
    instalment: (n: number, of: number) => (of > 1 ? `Instalment ${n} of ${of}` : "One payment"),
    howToPay: {
      writeReference: "Write in the transfer's message",
      account: "The program's escrow account",
      exactly: "Exact amount",
      holder: (bank: string, holder: string) => `${bank}, in the name of ${holder}`,
      several: "You may pay in several transfers, all with the same reference.",
      biFast: (limit: string) => `BI-FAST carries at most ${limit} a transfer. The sender bears the bank's fee.`,
      never: "This account is never changed by email or telephone. In doubt, call the number in the agreement.",
      checkLetter: "The last letter is a check: one wrong digit is found at once.",
      noAccount: "No escrow account has been set up. Don't transfer yet, and contact the administrator.",
    },
  },
});
