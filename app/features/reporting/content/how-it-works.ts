import type { Content } from "./content-page";

export const howItWorks: Content = {
  id: {
    title: "Cara kerja",
    lead: "Dari kebutuhan warga sampai nota terakhir, dalam delapan langkah. Setiap langkah meninggalkan catatan.",
    sections: [
      {
        title: "Lembaga",
        text: [],
        items: [
          "Mendaftar menurut unsur PSKS dan mengirim bukti kedudukan. Meja verifikasi memeriksanya dan mencatat sampai kapan berlaku.",
          "Menulis usulan: cerita, sasaran, wilayah sampai desa, anggaran per baris, termin, dan indikator. Jumlah termin harus sama persis dengan anggaran.",
          "Meminta termin, mengakui dana yang tiba, mencatat nota, lalu melaporkan capaian. Termin berikut terbuka setelah laporan terbit.",
        ],
      },
      {
        title: "Perusahaan",
        text: [],
        items: [
          "Memilih program atau baris anggarannya. Satu orang menyiapkan komitmen, orang lain menyetujuinya.",
          "Mentransfer ke rekening penampung dengan nomor referensi yang berhuruf periksa, sehingga salah ketik ketahuan.",
          "Melihat setiap rupiahnya: diterima, disalurkan, dan dipertanggungjawabkan.",
        ],
      },
      {
        title: "Meja Sinergi",
        text: [],
        items: [
          "Mencocokkan mutasi bank dengan komitmen. Buku dan bank harus sama sampai rupiah terakhir.",
          "Menyalurkan termin yang sudah jatuh waktunya, dengan dua orang: penyiap dan penyetuju tidak pernah orang yang sama.",
          "Memeriksa nota dan laporan sebelum terbit. Yang memeriksa bukan yang mengirim.",
        ],
      },
      {
        title: "Empat tingkat uang",
        text: ["Komitmen, Diterima, Disalurkan, Dipertanggungjawabkan. Angkanya selalu dihitung dari buku besar, tidak pernah diketik."],
        links: [
          { href: "/program", label: "Jelajah program" },
          { href: "/transparansi#periksa", label: "Cara memeriksa buku" },
        ],
      },
    ],
  },
  en: {
    title: "How it works",
    lead: "From a need to the last receipt. Every step leaves an entry.",
    sections: [
      {
        title: "Organisations",
        text: [],
        items: [
          "Register under their PSKS element and send proof of their standing. The verification desk checks it and records until when it holds.",
          "Write a proposal: story, people, area down to the village, budget by line, tranches and indicators. The tranches must equal the budget exactly.",
          "Request tranches, acknowledge what arrives, record receipts and report results. The next tranche opens when the report is published.",
        ],
      },
      {
        title: "Companies",
        text: [],
        items: [
          "Choose a program or lines of its budget. One person prepares the pledge, another approves it.",
          "Transfer to the escrow account with a reference that carries a check letter, so that a typing error is noticed.",
          "See every rupiah: received, disbursed and accounted for.",
        ],
      },
      {
        title: "The Sinergi desk",
        text: [],
        items: [
          "Matches bank lines with pledges. Ledger and bank must agree to the last rupiah.",
          "Releases tranches that are due, by two people: who prepares never approves.",
          "Checks receipts and reports before they are published. Who checks is not who sends.",
        ],
      },
      {
        title: "Four levels of money",
        text: ["Pledged, Received, Disbursed, Accounted for. The figures are always computed from the ledger, never typed."],
        links: [
          { href: "/program", label: "Browse programs" },
          { href: "/transparansi#periksa", label: "How to verify the ledger" },
        ],
      },
    ],
  },
};
