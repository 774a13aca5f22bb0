import { defineMessages } from "~/kernel/messages";

/** Pages on the phone. Words in braces are filled in by the script. */
export const offlineMessages = defineMessages({
  id: {
    label: "Tanpa sinyal",
    title: "Anda sedang tanpa sinyal",
    lead: "Halaman ini belum tersimpan di ponsel ini. Yang berikut bisa dibuka sekarang.",
    none: "Belum ada halaman yang tersimpan di ponsel ini. Tugas yang Anda terima tersimpan begitu daftar tugas dibuka saat ada sinyal.",
    safe: "Yang sudah Anda ketik di halaman lain tetap ada di ponsel ini.",
    again: "Coba lagi",
    where: "sinergi, tersimpan di ponsel",
    complete: "Lengkap",
    waits: "Belum terkirim",
    last: "Terakhir tersambung {at}",
    kept: "tersimpan {at}",
    fromPhone: "Tanpa sinyal. Halaman ini dari ponsel, tersimpan {at}.",
    unsent: "Tanpa sinyal. Belum terkirim, isian tetap di halaman ini. Tekan lagi begitu ada sinyal.",
  },
  en: {
    label: "No signal",
    title: "You have no signal",
    lead: "This page is not on this phone. These can be opened now.",
    none: "No page is on this phone yet. Tasks you accepted are kept when the list of tasks is opened with a signal.",
    safe: "What you typed on other pages is still on this phone.",
    again: "Try again",
    where: "sinergi, kept on the phone",
    complete: "Complete",
    waits: "Not sent yet",
    last: "Last connected {at}",
    kept: "kept {at}",
    fromPhone: "No signal. This page is from the phone, kept {at}.",
    unsent: "No signal. Nothing was sent, what you typed stays on this page. Press again once there is a signal.",
  },
});
