import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import { largestCardPayment, smallestCardPayment } from "./card";
import { paymentRefusals } from "./payment-messages";

type D = RefusalDetails;

/** Why a card payment can't be started. */
export const cardRefusals = defineMessages({
  id: {
    ...paymentRefusals.id,
    payment_closed: (_: D) => "Tahap ini tidak menunggu pembayaran lagi: sudah penuh, dibatalkan, atau komitmennya gugur.",
    card_limit: (_: D) =>
      `Kartu hanya dapat dipakai untuk ${formatRupiah(smallestCardPayment, "id")} sampai ${formatRupiah(largestCardPayment, "id")}. Pakai transfer untuk tahap ini.`,
    card_being_confirmed: (_: D) =>
      "Tahap ini sudah dibayar dengan kartu dan sedang dipastikan. Kartu Anda tidak ditagih dua kali. Muat ulang halaman ini sebentar lagi.",
    card_changed: (_: D) => "Sisa tahap ini baru saja berubah. Periksa jumlahnya, lalu coba lagi. Belum ada uang berpindah.",
    card_away: (_: D) => "Layanan kartu sedang tidak dapat dihubungi. Belum ada uang berpindah. Coba lagi, atau pakai transfer.",
  },
  en: {
    ...paymentRefusals.en,
    payment_closed: (_: D) => "This instalment expects no payment any more: it is full, cancelled, or its pledge has lapsed.",
    card_limit: (_: D) =>
      `A card can be used for ${formatRupiah(smallestCardPayment, "en")} to ${formatRupiah(largestCardPayment, "en")}. Use a transfer for this instalment.`,
    card_being_confirmed: (_: D) =>
      "This instalment has been paid by card and is being confirmed. Your card is not charged twice. Reload this page in a moment.",
    card_changed: (_: D) => "What is left of this instalment has just changed. Check the amount and try again. No money has moved.",
    card_away: (_: D) => "The card service can't be reached. No money has moved. Try again, or use a transfer.",
  },
});

export const cardMessages = defineMessages({
  id: {
    title: (n: number, of: number) => (of > 1 ? `Atau bayar tahap ${n} dengan kartu` : "Atau bayar dengan kartu"),
    button: (amount: string) => `Bayar ${amount} dengan kartu`,
    whole: (amount: string) => `Program menerima ${amount} penuh. Biaya Stripe ditanggung platform dan tidak dipotong dari dana program.`,
    where: "Nomor kartu diisi di halaman Stripe. Sinergi tidak melihat dan tidak menyimpannya.",
    when: "Tercatat diterima dalam hitungan detik, dan dapat disalurkan setelah Stripe mencairkannya ke rekening penampung.",
    tooSmall: (smallest: string) => `Kartu hanya untuk jumlah mulai ${smallest}.`,
    tooLarge: (largest: string) => `Kartu hanya untuk jumlah sampai ${largest}. Pakai transfer untuk tahap ini.`,
    standIn: "Tiruan Stripe sedang dipakai: tidak ada kartu yang ditagih.",
    done: "Pembayaran kartu sudah diterima dan tercatat.",
    pending: "Pembayaran kartu sedang dipastikan, biasanya beberapa detik. Kartu Anda tidak ditagih dua kali.",
    reload: "Muat ulang",
    cancelled: "Pembayaran kartu dibatalkan. Belum ada uang berpindah.",
    open: "Halaman kartu untuk tahap ini masih terbuka. Tombol di bawah membawa Anda kembali ke sana.",
    page: {
      metaTitle: "Halaman kartu tiruan",
      stand: "Ini tiruan halaman Stripe untuk demo. Tidak ada kartu yang ditagih, dan nomor kartu tidak diminta.",
      title: (amount: string) => `Bayar ${amount}`,
      to: "Kepada Sinergi, rekening penampung",
      card: "Kartu uji",
      good: "Kartu yang disetujui bank",
      bad: "Kartu yang ditolak bank",
      pay: (amount: string) => `Bayar ${amount}`,
      cancel: "Batal dan kembali",
      declined: "Kartu ditolak bank. Belum ada uang berpindah. Coba kartu lain atau transfer.",
      complete: "Sudah dibayar. Halaman ini tidak dapat dipakai lagi.",
      expired: "Halaman ini sudah tidak berlaku. Belum ada uang berpindah lewat halaman ini.",
      back: "Kembali ke Sinergi",
    },
  },
  en: {
    title: (n: number, of: number) => (of > 1 ? `Or pay instalment ${n} by card` : "Or pay by card"),
    button: (amount: string) => `Pay ${amount} by card`,
    whole: (amount: string) =>
      `The program receives ${amount} in full. The platform bears Stripe's fee; none of it comes out of program money.`,
    where: "The card number is entered on Stripe's page. Sinergi neither sees nor keeps it.",
    when: "Counted as received within seconds, and can be disbursed once Stripe has paid it out to the escrow account.",
    tooSmall: (smallest: string) => `Cards are only for amounts from ${smallest}.`,
    tooLarge: (largest: string) => `Cards are only for amounts up to ${largest}. Use a transfer for this instalment.`,
    standIn: "A stand-in for Stripe is in use: no card is charged.",
    done: "The card payment has been received and recorded.",
    pending: "The card payment is being confirmed, which usually takes a few seconds. Your card is not charged twice.",
    reload: "Reload",
    cancelled: "The card payment was cancelled. No money has moved.",
    open: "The card page of this instalment is still open. The button below takes you back to it.",
    page: {
      metaTitle: "Stand-in card page",
      stand: "This stands in for Stripe's page in the demo. No card is charged, and no card number is asked for.",
      title: (amount: string) => `Pay ${amount}`,
      to: "To Sinergi, escrow account",
      card: "Test card",
      good: "A card that the bank approves",
      bad: "A card that the bank declines",
      pay: (amount: string) => `Pay ${amount}`,
      cancel: "Cancel and go back",
      declined: "The bank declined the card. No money has moved. Try another card or a transfer.",
      complete: "Paid already. This page can't be used again.",
      expired: "This page is no longer valid. No money has moved through it.",
      back: "Back to Sinergi",
    },
  },
});
