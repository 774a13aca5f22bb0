import type { Content } from "./content-page";

export const help: Content = {
  id: {
    title: "Bantuan",
    lead: "Pertanyaan yang paling sering diajukan.",
    sections: [
      {
        title: "Saya tidak menerima surel konfirmasi",
        text: ["Periksa kotak spam, lalu minta surel baru dari halaman akun. Tautan lama berhenti berlaku begitu yang baru dikirim."],
      },
      {
        title: "Saya lupa kata sandi",
        text: ["Pakai tautan lupa kata sandi di halaman masuk. Kami tidak pernah meminta kata sandi lewat telepon atau pesan."],
        links: [{ href: "/sandi/lupa", label: "Lupa kata sandi" }],
      },
      {
        title: "Transfer kami belum tampak",
        text: [
          "Uang tampak setelah mutasi bank dicocokkan. Pastikan nomor referensi tertulis di berita transfer. Tanpa referensi, uang tetap aman sebagai titipan sampai dicocokkan.",
        ],
      },
      {
        title: "Bolehkah membayar dengan kartu?",
        text: [
          "Boleh, dari halaman komitmen atau tautan bagian keuangan. Program menerima jumlahnya penuh: biaya Stripe ditanggung platform. Uangnya tercatat diterima saat itu juga, dan dapat disalurkan setelah Stripe mencairkannya ke rekening penampung.",
        ],
      },
      {
        title: "Bagian keuangan kami tidak punya akun",
        text: [
          "Tidak perlu. Kirimkan tautan status bayar dari halaman komitmen. Tautan itu menunjukkan apa yang harus ditransfer dan apa yang sudah tiba.",
        ],
      },
      {
        title: "Termin kami belum cair",
        text: [
          "Termin cair bila termin sebelumnya berlaporan dan dana program cukup. Ruang lembaga menyebut syarat mana yang belum terpenuhi.",
        ],
      },
    ],
  },
  en: {
    title: "Help",
    lead: "The questions asked most.",
    sections: [
      {
        title: "I did not get the confirmation email",
        text: ["Look in your spam folder, then ask for a new one on your account page. The old link ends when a new one is sent."],
      },
      {
        title: "I forgot my password",
        text: ["Use the link on the sign-in page. We never ask for a password by phone or message."],
        links: [{ href: "/sandi/lupa", label: "Forgotten password" }],
      },
      {
        title: "Our transfer does not show",
        text: [
          "Money shows once its bank line is matched. Make sure that the reference is in the transfer’s description. Without it the money stays safe in suspense until it is matched.",
        ],
      },
      {
        title: "May we pay by card?",
        text: [
          "Yes, from the pledge page or the link for your finance department. The program receives the whole amount: the platform bears Stripe’s fee. The money counts as received at once, and can be disbursed after Stripe has paid it out to the escrow account.",
        ],
      },
      {
        title: "Our finance department has no account",
        text: ["None is needed. Send them the payment link from the pledge page. It shows what to transfer and what has arrived."],
      },
      {
        title: "Our tranche was not released",
        text: [
          "A tranche is released when the one before has its report and the program has enough funds. Your workspace names the condition that is missing.",
        ],
      },
    ],
  },
};
