import type { Content } from "./content-page";

export const privacy: Content = {
  id: {
    title: "Privasi",
    lead: "Uang terbuka, orang terlindungi.",
    sections: [
      {
        title: "Yang terbuka untuk siapa saja",
        text: [],
        items: [
          "Nama lembaga dan perusahaan, program, anggaran, dan setiap catatan buku besar.",
          "Hasil pemeriksaan dengan peran pemeriksanya. Nama orang tidak pernah ditampilkan.",
          "Jumlah penerima manfaat. Kelompok yang rentan tidak ditampilkan lebih rinci daripada kecamatan.",
        ],
      },
      {
        title: "Yang kami simpan tentang Anda",
        text: [
          "Bila Anda membuka akun: nama, alamat surel, bahasa, dan peran Anda. Kata sandi disimpan sebagai sidik yang tidak bisa dibalik.",
        ],
        items: [
          "Setiap sesi masuk: waktu, alamat IP, dan jenis peramban, agar Anda bisa melihat dan memutusnya di halaman akun.",
          "Setiap keputusan: siapa yang menyetujui apa dan kapan, karena uang harus bisa ditelusuri.",
          "Kabar untuk Anda di dalam Sinergi: 12 bulan, dan yang menyangkut uang selama programnya tercatat.",
          "Nomor kartu tidak pernah: pembayaran kartu diisi di halaman Stripe, dan kami hanya menerima jumlah dan keadaannya.",
        ],
      },
      {
        title: "Kuki",
        text: [
          "Hanya kuki yang diperlukan: sesi masuk, bahasa, tampilan, organisasi yang Anda wakili, dan kabar singkat setelah mengirim formulir. Tidak ada pelacak, iklan, atau permintaan ke pihak lain.",
        ],
      },
      {
        title: "Hak Anda",
        text: [
          "Menurut UU 27/2022 tentang Pelindungan Data Pribadi, Anda berhak melihat, memperbaiki, dan meminta penghapusan data pribadi Anda. Balas surel mana pun dari Sinergi untuk memintanya. Catatan uang dan keputusan tidak dihapus, karena itu bukti bagi semua pihak.",
        ],
      },
    ],
  },
  en: {
    title: "Privacy",
    lead: "Money is open, people are protected.",
    sections: [
      {
        title: "Open to anyone",
        text: [],
        items: [
          "Names of organisations and companies, programs, budgets and every ledger entry.",
          "Results of checks with the role that checked. Names of persons are never shown.",
          "Numbers of people reached. Vulnerable groups are never placed more exactly than their district.",
        ],
      },
      {
        title: "What we keep about you",
        text: [
          "If you have an account: your name, email address, language and roles. Your password is kept as a hash that can’t be reversed.",
        ],
        items: [
          "Every sign-in session: time, IP address and browser, so that you can see and end it on your account page.",
          "Every decision: who approved what and when, because money must be traceable.",
          "News for you inside Sinergi: for 12 months, and what is about money as long as its program is on record.",
          "Never a card number: cards are entered on Stripe’s page, and we only learn the amount and what came of it.",
        ],
      },
      {
        title: "Cookies",
        text: [
          "Only necessary ones: the session, language, appearance, the organisation you act for, and a short message after a form. No trackers, no advertising, no requests to others.",
        ],
      },
      {
        title: "Your rights",
        text: [
          "Under Law 27/2022 on personal data protection you may see, correct and ask to erase your personal data. Reply to any email from Sinergi to ask. Entries about money and decisions are not erased, as they are evidence for everyone.",
        ],
      },
    ],
  },
};
