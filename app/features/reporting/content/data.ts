import type { Content } from "./content-page";

const files = [
  { href: "/data/program.csv", label: "program.csv" },
  { href: "/data/program.json", label: "program.json" },
  { href: "/data/kebutuhan.csv", label: "kebutuhan.csv" },
  { href: "/data/buku-besar.csv", label: "buku-besar.csv" },
  { href: "/program.atom", label: "program.atom" },
  { href: "/data/verify-chain.mjs", label: "verify-chain.mjs" },
];

export const data: Content = {
  id: {
    title: "Unduh data",
    lead: "Data terbuka Sinergi, tanpa akun dan tanpa batas, berlisensi CC BY 4.0. Jumlah uang selalu rupiah utuh.",
    sections: [
      { title: "Berkas", text: [], links: files },
      {
        title: "program.csv dan program.json",
        text: [
          "Satu program per baris, dengan empat angka uang: committed (komitmen), received (diterima), disbursed (disalurkan), accounted (dipertanggungjawabkan). Versi JSON juga berisi anggaran, swadaya, termin, jadwal, dan indikator. Wilayah tidak lebih rinci daripada kecamatan.",
        ],
      },
      {
        title: "kebutuhan.csv",
        text: [
          "Satu catatan kebutuhan per baris: people (tercatat), served (terlayani), planned (ada program, belum didanai), uncovered (belum ada program). Jumlah di bawah 5 ditulis <5. Bila satu bagian di bawah 5, ketiga bagian kosong. Jenis peka hanya per kabupaten.",
        ],
      },
      {
        title: "buku-besar.csv",
        text: [
          "Semua catatan uang, urut menurut rantai. Kolom posted_at dalam UTC. Kolom hash adalah SHA-256 dari kata sinergi-1 dan semua kolom sebelumnya, dipisah tanda |, kolom kosong ditulis tanda minus. Jalankan node verify-chain.mjs buku-besar.csv untuk memeriksanya.",
        ],
      },
      {
        title: "Akar harian",
        text: ["Setiap hari punya satu sidik untuk seluruh buku. Daftarnya ada di halaman buku terbuka."],
        links: [{ href: "/transparansi#akar", label: "Akar harian" }],
      },
    ],
  },
  en: {
    title: "Download data",
    lead: "Sinergi’s open data, without an account and without limits, licensed CC BY 4.0. Amounts are always whole rupiah.",
    sections: [
      { title: "Files", text: [], links: files },
      {
        title: "program.csv and program.json",
        text: [
          "One program a line, with the four figures: committed, received, disbursed and accounted. The JSON version also has budget, own contributions, tranches, schedule and indicators. Areas are no finer than the district.",
        ],
      },
      {
        title: "kebutuhan.csv",
        text: [
          "One record of a need a line: people, served, planned (a program without money yet) and uncovered. A number below 5 is written <5. Where one part is below 5, all three are empty. Sensitive groups are given for whole regencies only.",
        ],
      },
      {
        title: "buku-besar.csv",
        text: [
          "Every ledger entry, in the order of its chain. The column posted_at is in UTC. The column hash is the SHA-256 of the word sinergi-1 and of all columns before it, joined by |, with a minus sign for an empty one. Run node verify-chain.mjs buku-besar.csv to check it.",
        ],
      },
      {
        title: "Daily roots",
        text: ["Every day has one hash for the whole ledger. The list is on the open ledger page."],
        links: [{ href: "/transparansi#akar", label: "Daily roots" }],
      },
    ],
  },
};
