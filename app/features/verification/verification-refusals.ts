import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

/** The sentence for each refusal of this noun. */
export const verificationRefusals = defineMessages({
  id: {
    own_organization: () => "Anda anggota lembaga ini atau penampung dananya. Petugas lain yang memeriksa.",
    declared_tie: () => "Ada ikatan dengan lembaga ini atau penampung dananya. Petugas lain yang memeriksa.",
    no_tie: () => "Nyatakan dulu ikatan Anda di halaman Pernyataan ikatan.",
    not_verifying: () => "Usulan ini tidak sedang diperiksa. Buka berkasnya lebih dulu.",
    checked_in_future: () => "Tanggal ini belum terjadi. Periksa bulannya.",
    valid_before_check: () => "Masa berlaku tidak boleh berakhir sebelum pemeriksaan.",
    pin_gone: () => "Permintaan ini sudah dikirim atau dilepas.",
    nothing_pinned: () => "Sematkan paling sedikit satu permintaan perbaikan.",
    reason_missing: () => "Tulis alasannya.",
    checks_missing: () => "Belum semua pemeriksaan cocok. Usulan belum bisa terbit.",
    own_check: () => "Anda mencatat salah satu pemeriksaan, jadi petugas lain yang menerbitkan.",
    pins_unsent: () => "Ada permintaan perbaikan yang belum dikirim. Kirim atau lepas dulu.",
    proposal_incomplete: (d: RefusalDetails) =>
      `Usulan ini tidak lengkap lagi (${String(d.issues ?? "")} hal), misalnya karena tanggal sudah lewat. Minta perbaikan.`,
    transition_not_allowed: () => "Langkah ini tidak bisa dilakukan lagi. Muat ulang halaman untuk melihat keadaan terakhir.",
  },
  en: {
    own_organization: () => "You belong to this organisation or its fiscal sponsor. Somebody else checks it.",
    declared_tie: () => "There is a tie to this organisation or its fiscal sponsor. Somebody else checks it.",
    no_tie: () => "Declare the tie first, on the page of your ties.",
    not_verifying: () => "This proposal is not being checked. Open its file first.",
    checked_in_future: () => "This day has not come yet. Check the month.",
    valid_before_check: () => "It cannot end before the check.",
    pin_gone: () => "This request was sent or unpinned already.",
    nothing_pinned: () => "Pin at least one request for change.",
    reason_missing: () => "Write the reason.",
    checks_missing: () => "Not all checks match yet. The proposal cannot be published.",
    own_check: () => "You recorded one of the checks, so somebody else publishes.",
    pins_unsent: () => "There are requests for change that were not sent. Send or unpin them first.",
    proposal_incomplete: (d: RefusalDetails) =>
      `This proposal is no longer complete (${String(d.issues ?? "")} things), for example because a day has passed. Ask for changes.`,
    transition_not_allowed: () => "This step is no longer possible. Reload the page to see the latest state.",
  },
});
