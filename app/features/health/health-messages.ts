import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";
import type { ScheduledTask } from "~/platform/schedule.server";

type Tasks = { readonly [T in ScheduledTask]: string };

const tasksId: Tasks = {
  "expire-programs": "Program yang lewat batas ditutup",
  "end-overdue-pledges": "Komitmen yang lewat batas digugurkan",
  "forget-expired": "Sesi dan kode kedaluwarsa dihapus",
  "lapse-assignments": "Tugas yang lewat batas gugur",
  "watch-amendments": "Adendum yang tidak dijawab diputuskan",
  "import-card-money": "Pembayaran kartu dibandingkan",
  "erase-due-accounts": "Akun yang diminta hapus, dihapus",
  "check-books": "Buku besar dan jejak audit dihitung ulang",
  "remind-due-payments": "Pengingat pembayaran jatuh tempo",
  "send-digests": "Ringkasan harian dikirim",
  "warn-expiring-standing": "Peringatan legalitas yang hampir habis",
  "watch-appeals": "Seruan darurat diawasi",
};

const tasksEn: Tasks = {
  "expire-programs": "Programs past their time are closed",
  "end-overdue-pledges": "Pledges past their time lapse",
  "forget-expired": "Ended sessions and codes are deleted",
  "lapse-assignments": "Tasks past their time lapse",
  "watch-amendments": "Unanswered amendments are settled",
  "import-card-money": "Card payments are compared",
  "erase-due-accounts": "Accounts due for erasure are erased",
  "check-books": "Ledger and audit log are recomputed",
  "remind-due-payments": "Reminders of payments that are due",
  "send-digests": "Daily digests are sent",
  "warn-expiring-standing": "Warnings of standing about to end",
  "watch-appeals": "Emergency appeals are watched",
};

export const healthMessages = defineMessages({
  id: {
    name: "Kesehatan sistem",
    title: (n: number) => (n === 0 ? "Semua berjalan" : `${n} hal perlu dilihat`),
    lead: (when: string) => `Diperiksa ${when}. Halaman ini tidak memakai istilah mesin.`,
    check: "Periksa sekarang",
    checked: "Buku besar dan jejak audit dihitung ulang dari awal.",
    technical: "Untuk teknisi",
    good: "baik",
    look: "perlu dilihat",
    scheduled: "Terjadwal",
    at: (time: string) => `Pukul ${time}, setiap hari.`,
    every: (minutes: number) => `Setiap ${minutes} menit.`,
    tasks: tasksId,
  },
  en: {
    name: "Health of the system",
    title: (n: number) => (n === 0 ? "Everything runs" : n === 1 ? "1 thing needs a look" : `${n} things need a look`),
    lead: (when: string) => `Checked ${when}. This page uses no machine’s words.`,
    check: "Check now",
    checked: "Ledger and audit log were recomputed from the beginning.",
    technical: "For technicians",
    good: "good",
    look: "needs a look",
    scheduled: "Scheduled",
    at: (time: string) => `At ${time}, every day.`,
    every: (minutes: number) => `Every ${minutes} minutes.`,
    tasks: tasksEn,
  },
});

export const healthRefusals = defineMessages({
  id: {
    books_being_checked: (_: RefusalDetails) => "Pemeriksaan lain sedang berjalan. Muat ulang halaman ini sebentar lagi.",
  },
  en: {
    books_being_checked: (_: RefusalDetails) => "Another check is running. Reload this page in a moment.",
  },
});
