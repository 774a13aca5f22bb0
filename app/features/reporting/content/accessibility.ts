import type { Content } from "./content-page";

export const accessibility: Content = {
  id: {
    title: "Aksesibilitas",
    lead: "Sinergi dibuat agar bisa dipakai siapa saja, juga di ponsel murah dengan sinyal lemah.",
    sections: [
      {
        title: "Yang kami tuju",
        text: ["Pedoman WCAG 2.2 tingkat AA. Halaman diperiksa dengan alat otomatis, terang dan gelap, di layar lebar dan di 360 piksel."],
        items: [
          "Semua formulir dapat dikirim tanpa JavaScript.",
          "Semua dapat dicapai dengan papan ketik, dan fokus selalu terlihat.",
          "Tidak ada arti yang hanya disampaikan dengan warna. Diagram Alur Dana punya teks pengganti dan angka yang sama sebagai tulisan.",
          "Foto dimuat hanya bila diminta. Kebanyakan halaman di bawah 100 KB.",
        ],
      },
      {
        title: "Batasnya",
        text: [
          "Teks lembaga tampil dalam bahasa Indonesia, juga bila halaman dibaca dalam bahasa Inggris. Dokumen PDF yang diunggah lembaga belum tentu terbaca pembaca layar.",
        ],
      },
      {
        title: "Ada yang menghalangi?",
        text: ["Beri tahu kami dengan membalas surel mana pun dari Sinergi. Sebut halaman dan alat yang Anda pakai."],
      },
    ],
  },
  en: {
    title: "Accessibility",
    lead: "Sinergi is made for everyone, also on a cheap phone with a weak signal.",
    sections: [
      {
        title: "What we aim at",
        text: ["WCAG 2.2 level AA. Pages are checked with automatic tools, light and dark, on wide screens and at 360 pixels."],
        items: [
          "Every form can be sent without JavaScript.",
          "Everything can be reached by keyboard, and the focus is always visible.",
          "No meaning by colour alone. The flow-of-funds diagram has a text alternative and the same figures in writing.",
          "Photos load only when asked for. Most pages are below 100 KB.",
        ],
      },
      {
        title: "Limits",
        text: [
          "Texts of organisations are in Indonesian, also when the page is read in English. PDF documents that organisations upload may not be readable by screen readers.",
        ],
      },
      {
        title: "Something in your way?",
        text: ["Tell us by replying to any email from Sinergi. Name the page and the tool that you use."],
      },
    ],
  },
};
