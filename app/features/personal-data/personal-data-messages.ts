import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const personalDataMessages = defineMessages({
  id: {
    title: "Data Anda",
    lead: "Lihat apa yang kami simpan tentang Anda, bawa pulang, atau hapus akun Anda.",
    open: "Unduh atau hapus data",
    take: "Unduh",
    takeHint:
      "Satu berkas JSON: akun, keanggotaan, profil petugas, ikatan, perangkat, surel, berkas, dan semua yang pernah Anda kerjakan di Sinergi.",
    takeButton: "Unduh data saya",
    erase: "Hapus akun",
    eraseHint: "Berlaku 7 hari sesudah diminta, dan sampai saat itu bisa dibatalkan.",
    what: "Yang hilang: nama, surel, kata sandi, dua langkah, perangkat, pilihan pemberitahuan, dan keanggotaan Anda. Profil petugas kehilangan nama, alamat, dokumen, dan nomor identitasnya.",
    stays:
      "Yang tetap: buku besar, jejak audit, dan dokumen program, karena orang lain bersandar padanya. Di sana Anda tampil sebagai “Pengguna terhapus”.",
    password: "Kata sandi, untuk memastikan ini Anda",
    button: "Hapus akun saya",
    blockedTitle: "Akun ini belum bisa dihapus",
    pendingTitle: "Akun Anda akan dihapus",
    pending: "Dihapus sesudah",
    waiting: "Waktunya sudah lewat, tetapi ada yang harus diselesaikan dulu:",
    cancel: "Batalkan, pertahankan akun saya",
    requested: "Permintaan tercatat. Anda dapat membatalkannya di sini selama 7 hari.",
    cancelled: "Permintaan dibatalkan. Akun Anda tetap ada.",
  },
  en: {
    title: "Your data",
    lead: "See what we keep about you, take it with you, or erase your account.",
    open: "Download or erase data",
    take: "Download",
    takeHint:
      "One JSON file: account, memberships, practitioner's profile, ties, devices, emails, files, and everything you have done on Sinergi.",
    takeButton: "Download my data",
    erase: "Erase the account",
    eraseHint: "Takes effect 7 days after you ask, and can be cancelled until then.",
    what: "What goes: your name, email, password, second step, devices, notification choices and memberships. A practitioner's profile loses its name, address, documents and identity numbers.",
    stays:
      "What stays: the ledger, the audit log and the papers of programs, since others rely on them. There you appear as “Pengguna terhapus” (erased user).",
    password: "Password, to make sure it is you",
    button: "Erase my account",
    blockedTitle: "This account can't be erased yet",
    pendingTitle: "Your account will be erased",
    pending: "Erased after",
    waiting: "Its time has come, but something has to be settled first:",
    cancel: "Cancel, keep my account",
    requested: "Your request is recorded. You can cancel it here for 7 days.",
    cancelled: "The request is cancelled. Your account stays.",
  },
});

export const personalDataRefusals = defineMessages({
  id: {
    password_required: (_: RefusalDetails) => "Tulis kata sandi.",
    password_wrong: (_: RefusalDetails) => "Kata sandi ini tidak cocok.",
    rate_limited: (d: RefusalDetails) => `Terlalu banyak percobaan. Coba lagi ${d.minutes} menit lagi.`,
    erasure_requested: (_: RefusalDetails) => "Penghapusan sudah diminta.",
    erasure_not_requested: (_: RefusalDetails) => "Tidak ada permintaan yang dapat dibatalkan.",
    erasure_last_manager: (d: RefusalDetails) =>
      `Anda satu-satunya ${d.kind === "community" ? "ketua" : d.kind === "company" ? "pengelola" : "administrator"} ${d.organization}. Tunjuk orang lain lebih dulu.`,
    erasure_open_pledge: (d: RefusalDetails) =>
      `Komitmen Anda untuk ${d.program} masih menunggu penyetuju. Tunggu keputusannya, atau batalkan.`,
    erasure_open_disbursement: (d: RefusalDetails) =>
      `Penyaluran ${d.reference} yang Anda kerjakan belum selesai. Tunggu sampai dijalankan atau ditolak.`,
  },
  en: {
    password_required: (_: RefusalDetails) => "Write the password.",
    password_wrong: (_: RefusalDetails) => "This password does not match.",
    rate_limited: (d: RefusalDetails) => `Too many tries. Try again in ${d.minutes} minutes.`,
    erasure_requested: (_: RefusalDetails) => "Erasure has been asked for already.",
    erasure_not_requested: (_: RefusalDetails) => "There is no request to cancel.",
    erasure_last_manager: (d: RefusalDetails) =>
      `You are the only ${d.kind === "community" ? "chair" : d.kind === "company" ? "manager" : "administrator"} of ${d.organization}. Appoint somebody else first.`,
    erasure_open_pledge: (d: RefusalDetails) =>
      `Your pledge to ${d.program} still awaits its approver. Wait for the decision, or cancel it.`,
    erasure_open_disbursement: (d: RefusalDetails) =>
      `Disbursement ${d.reference}, which you worked on, is not finished. Wait until it is carried out or rejected.`,
  },
});
