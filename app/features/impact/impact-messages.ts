import { filesRefusals } from "~/features/files/files-messages";
import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";
import { formatRupiah, formatShare, type Rupiah } from "~/kernel/money";
import { leastProofOfReport } from "./report";

const amountIn = (details: RefusalDetails, name: string, language: "id" | "en") =>
  formatRupiah((details[name] as Rupiah | undefined) ?? 0n, language);
const shareIn = (details: RefusalDetails, language: "id" | "en") =>
  formatShare((details.approved as Rupiah | undefined) ?? 0n, (details.termin as Rupiah | undefined) || 1n, language);
const least = leastProofOfReport / 100;

/** Words about reports and receipts that the community, the verifier and the reader share. */
export const impactMessages = defineMessages({
  id: {
    reportOf: (n: number) => `Laporan Termin ${n}`,
    status: {
      draft: "Sedang ditulis",
      submitted: "Terkirim, menunggu verifikator",
      verifying: "Sedang diperiksa",
      revision_requested: "Perlu diperbaiki",
      published: "Terbit",
    },
    receiptStatus: { submitted: "Menunggu pemeriksaan", approved: "Disetujui", rejected: "Ditolak" },
    field: {
      headline: "Judul laporan",
      story: "Apa yang terjadi",
      lessons: "Yang tidak sesuai rencana dan pelajarannya",
      beneficiaries: "Penerima manfaat",
      women: "Perempuan",
      children: "Anak-anak",
      elderly: "Lansia",
      disabled: "Penyandang disabilitas",
      receipts: "Nota dan kuitansi",
    },
    issue: {
      missing: (field: string) => `${field} belum diisi.`,
      too_short: (field: string) => `${field} masih terlalu pendek.`,
      people_exceed_total: (field: string) => `${field} lebih banyak daripada seluruh penerima manfaat.`,
      no_receipts: () => "Belum ada nota. Tambahkan sedikitnya satu.",
      no_result: (indicator: string) => `${indicator}: isi hasilnya, atau catat mengapa belum diukur.`,
    },
    done: {
      started: "Laporan dibuka. Isian tersimpan selagi Anda menulis.",
      saved: "Laporan tersimpan.",
      submitted: "Laporan terkirim. Verifikator sudah diberi tahu.",
      receiptAdded: "Nota tersimpan dan menunggu pemeriksaan.",
      receiptRemoved: "Nota dihapus.",
      photoAdded: "Foto tersimpan.",
      photoRemoved: "Foto dihapus.",
      receiptApproved: "Nota disetujui dan tercatat sebagai dipertanggungjawabkan.",
      receiptRejected: "Nota ditolak dan lembaga diberi tahu.",
      revisionRequested: "Laporan dikembalikan dengan catatan.",
      published: "Laporan terbit.",
    },
  },
  en: {
    reportOf: (n: number) => `Report of termin ${n}`,
    status: {
      draft: "Being written",
      submitted: "Sent, waiting for the verifier",
      verifying: "Being checked",
      revision_requested: "To be corrected",
      published: "Published",
    },
    receiptStatus: { submitted: "Waiting to be checked", approved: "Approved", rejected: "Rejected" },
    field: {
      headline: "Headline",
      story: "What happened",
      lessons: "What went differently, and what was learned",
      beneficiaries: "Beneficiaries",
      women: "Women",
      children: "Children",
      elderly: "Elderly people",
      disabled: "People with disabilities",
      receipts: "Receipts",
    },
    issue: {
      missing: (field: string) => `${field}: nothing written yet.`,
      too_short: (field: string) => `${field}: still too short.`,
      people_exceed_total: (field: string) => `${field}: more than all beneficiaries together.`,
      no_receipts: () => "There is no receipt yet. Add at least one.",
      no_result: (indicator: string) => `${indicator}: enter the result, or note why it isn't measured yet.`,
    },
    done: {
      started: "The report is open. It is kept while you write.",
      saved: "The report is saved.",
      submitted: "The report is sent. The verifiers have been told.",
      receiptAdded: "The receipt is kept and waits to be checked.",
      receiptRemoved: "The receipt is removed.",
      photoAdded: "The photo is kept.",
      photoRemoved: "The photo is removed.",
      receiptApproved: "The receipt is approved and counts as accounted for.",
      receiptRejected: "The receipt is rejected; the community has been told.",
      revisionRequested: "The report went back with a note.",
      published: "The report is published.",
    },
  },
});

export const impactRefusals = defineMessages({
  id: {
    ...filesRefusals.id,
    report_status: () => "Laporan ini sudah berubah keadaannya. Muat ulang halaman untuk melihatnya.",
    stale_version: () =>
      "Orang lain menyimpan laporan ini setelah Anda membukanya. Isian Anda masih ada. Tekan Simpan untuk melihat kedua versi dan memilih.",
    report_incomplete: () => "Laporan belum lengkap. Lihat daftar yang masih kurang.",
    note_missing: () => "Tulis apa yang harus diperbaiki.",
    reason_missing: () => "Tulis alasannya.",
    receipt_decided: () => "Nota ini sudah diputuskan. Muat ulang halaman untuk melihatnya.",
    same_person: () => "Yang mengirim tidak boleh memeriksa sendiri. Minta verifikator lain.",
    receipts_undecided: (d: RefusalDetails) => `Masih ada ${d.count} nota yang belum diputuskan.`,
    proof_short: (d: RefusalDetails) => `Nota yang disetujui baru ${shareIn(d, "id")} dari termin, paling sedikit ${least}%.`,
    receipt_exceeds_termin: (d: RefusalDetails) => `Jumlah semua nota melebihi termin. Sisa termin ${amountIn(d, "left", "id")}.`,
    receipt_exceeds_line: (d: RefusalDetails) =>
      `Jumlah semua nota melebihi baris RAB ini. Sisa baris ${amountIn(d, "left", "id")}; belanja di luar RAB tidak dapat dipertanggungjawabkan.`,
    member_missing: () => "Baris ini dibagi beberapa kelompok. Pilih kelompok yang membelanjakan.",
    line_unknown: () => "Pilih baris RAB program ini.",
    amount_not_positive: () => "Jumlah nota harus lebih dari nol.",
    spent_in_future: () => "Tanggal ini belum terjadi. Periksa bulan pada nota.",
    spent_before_start: () => "Tanggal ini sebelum program terbit. Nota harus dari masa program.",
    termin_not_acknowledged: () => "Akui dulu dana termin ini diterima.",
    indicator_unknown: () => "Indikator ini bukan milik program ini.",
    caption_missing: () => "Tulis keterangan foto.",
    photo_kind_unsupported: () => "Berkas ini bukan foto. Pilih JPG, PNG, atau WebP.",
    fund_insufficient: () => "Dana yang dipegang lembaga lebih kecil dari jumlah nota ini.",
  },
  en: {
    ...filesRefusals.en,
    report_status: () => "The report has changed meanwhile. Reload the page to see its present state.",
    stale_version: () =>
      "Somebody else saved this report after you opened it. What you typed is still here. Press Save to see both versions and choose.",
    report_incomplete: () => "The report isn't complete. See the list of what is missing.",
    note_missing: () => "Write what has to be corrected.",
    reason_missing: () => "Write the reason.",
    receipt_decided: () => "This receipt has been decided already. Reload the page to see it.",
    same_person: () => "Who sent it can't check it. Ask another verifier.",
    receipts_undecided: (d: RefusalDetails) => `${d.count} receipts are still undecided.`,
    proof_short: (d: RefusalDetails) => `Approved receipts cover ${shareIn(d, "en")} of the termin; at least ${least}% is needed.`,
    receipt_exceeds_termin: (d: RefusalDetails) => `All receipts together exceed the termin. ${amountIn(d, "left", "en")} is left.`,
    receipt_exceeds_line: (d: RefusalDetails) =>
      `All receipts together exceed this budget line. ${amountIn(d, "left", "en")} of it is left; spending outside the budget can't be accounted for.`,
    member_missing: () => "This line is split between groups. Choose the group that spent.",
    line_unknown: () => "Choose a budget line of this program.",
    amount_not_positive: () => "The amount must be more than zero.",
    spent_in_future: () => "This day hasn't come yet. Check the month on the receipt.",
    spent_before_start: () => "This day is before the program was published. Receipts must be from the program's time.",
    termin_not_acknowledged: () => "Acknowledge that this termin's money has arrived first.",
    indicator_unknown: () => "This indicator doesn't belong to the program.",
    caption_missing: () => "Write a caption for the photo.",
    photo_kind_unsupported: () => "This file isn't a photo. Choose JPG, PNG or WebP.",
    fund_insufficient: () => "The community holds less money than this receipt says.",
  },
});
