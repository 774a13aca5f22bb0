import { defineMessages } from "~/kernel/messages";

export const mailboxMessages = defineMessages({
  id: {
    name: "Kotak surat",
    title: (count: number) => (count === 0 ? "Belum ada surel" : `${count} surel terakhir`),
    stand:
      "Surel belum terhubung, jadi tidak ada yang dikirim. Semua surel disimpan di sini agar dapat dibaca. Halaman ini hilang begitu layanan surel diatur.",
    to: "Kepada",
    subject: "Perihal",
    at: "Waktu",
    search: "Cari alamat atau perihal",
    nothing: "Tidak ada surel yang cocok.",
    waiting: "Sedang disiapkan. Muat ulang sebentar lagi.",
    html: "Tampilan",
    text: "Teks biasa",
    openHtml: "Buka di halaman sendiri",
    language: "Bahasa",
    template: "Jenis",
  },
  en: {
    name: "Mailbox",
    title: (count: number) => (count === 0 ? "No email yet" : `The last ${count} emails`),
    stand:
      "Email is not connected, so nothing is sent. Every email is kept here to be read. This page disappears once an email service is configured.",
    to: "To",
    subject: "Subject",
    at: "Time",
    search: "Search address or subject",
    nothing: "No email matches.",
    waiting: "Being prepared. Reload in a moment.",
    html: "View",
    text: "Plain text",
    openHtml: "Open on its own page",
    language: "Language",
    template: "Kind",
  },
});
