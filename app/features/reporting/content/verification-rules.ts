import type { Content } from "./content-page";

export const verificationRules: Content = {
  id: {
    title: "Aturan verifikasi",
    lead: "Apa yang diperiksa sebelum sebuah program terbit, oleh peran apa, dan apa yang terjadi setelahnya.",
    sections: [
      {
        title: "Kedudukan",
        text: [
          "Setiap unsur PSKS membuktikan kedudukannya dengan dokumennya sendiri, misalnya SK lurah bagi Karang Taruna atau surat tanda daftar bagi LKS. Yang tampil di profil adalah jenis bukti, kapan diperiksa, dan sampai kapan berlaku. Nomor dan berkasnya tidak pernah ditampilkan.",
        ],
      },
      {
        title: "Usulan",
        text: ["Sebelum terbit, empat hal diperiksa dan dicatat bersama peran dan tanggalnya."],
        items: [
          "Legalitas lembaga dan rekening atas namanya.",
          "Keadaan di lapangan.",
          "Kebutuhan dan jumlah penerima.",
          "Kewajaran anggaran.",
        ],
      },
      {
        title: "Tidak memeriksa diri sendiri",
        text: [
          "Orang yang menjadi anggota lembaga pengusul atau penampungnya tidak dapat memeriksa usulan itu. Hasil pemeriksaan bisa cocok, berbeda, atau tidak bisa diperiksa. Ketiganya ditampilkan apa adanya.",
        ],
      },
      {
        title: "Setelah terbit",
        text: [
          "Program dapat dihentikan sementara bila ada kekhawatiran, kedudukan habis berlaku, laporan terlambat, atau rekening berubah. Selama itu tidak ada komitmen dan penyaluran baru.",
        ],
      },
    ],
  },
  en: {
    title: "Verification rules",
    lead: "What is checked before a program is published, by which role, and what happens afterwards.",
    sections: [
      {
        title: "Standing",
        text: [
          "Each PSKS element proves its standing with its own documents. A profile shows the kind of proof, when it was checked and until when it holds. Its number and file are never shown.",
        ],
      },
      {
        title: "Proposals",
        text: ["Before publication four things are checked and recorded with role and date."],
        items: [
          "The organisation’s standing and the account in its name.",
          "The situation on the ground.",
          "The need and the number of people.",
          "The fairness of the budget.",
        ],
      },
      {
        title: "Nobody checks their own",
        text: [
          "Members of the proposing organisation or of its fiscal sponsor can’t check that proposal. A check may match, differ or be impossible. All three are shown as they are.",
        ],
      },
      {
        title: "After publication",
        text: [
          "A program can be suspended when there is a concern, when standing lapses, when a report is overdue or when the account changes. Until that is settled there are no new pledges and payments.",
        ],
      },
    ],
  },
};
