import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages, type Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";

function rupiah(value: RefusalDetails[string], language: Language): string {
  return typeof value === "bigint" ? formatRupiah(value, language) : String(value ?? "");
}

type D = RefusalDetails;

/** Why money can't be recorded for a payment, or taken back from it. */
export const paymentRefusals = defineMessages({
  id: {
    payment_unknown: (_: D) => "Tahap pembayaran ini tidak ada.",
    payment_closed: (_: D) => "Tahap ini tidak menunggu transfer lagi: sudah penuh, dibatalkan, atau komitmennya gugur.",
    payment_overpaid: (d: D) => `Sisa tahap ini ${rupiah(d.left, "id")}. Pecah mutasinya, atau simpan kelebihannya sebagai titipan.`,
    payment_not_received: (_: D) => "Jumlah ini lebih besar dari yang tercatat diterima.",
    receipt_unknown: (_: D) => "Penerimaan ini tidak ada di buku program.",
    already_reversed: (_: D) => "Penerimaan ini sudah dibalik sebelumnya.",
    fund_insufficient: (_: D) => "Uang ini sudah disalurkan ke lembaga, jadi tidak dapat dibalik lagi.",
  },
  en: {
    payment_unknown: (_: D) => "There is no such instalment.",
    payment_closed: (_: D) => "This instalment expects no transfer any more: it is full, cancelled, or its pledge has lapsed.",
    payment_overpaid: (d: D) => `${rupiah(d.left, "en")} of this instalment is left. Split the bank line, or keep the rest in suspense.`,
    payment_not_received: (_: D) => "This is more than what is recorded as received.",
    receipt_unknown: (_: D) => "This receipt is not in the program's books.",
    already_reversed: (_: D) => "This receipt was reversed before.",
    fund_insufficient: (_: D) => "This money has already been paid out to the organisation, so it can't be reversed.",
  },
});

export const paymentMessages = defineMessages({
  id: {
    due: (day: string) => `Jatuh tempo ${day}.`,
    partly: (received: string, left: string) => `Diterima ${received}, sisa ${left}.`,
    reference: "Referensi",
    howToPayLeft: (n: number, of: number) => (of > 1 ? `Cara membayar tahap ${n}` : "Cara membayar"),
    stages: "Tahap pembayaran",
    seenAtBank: "Yang kami lihat di bank",
    bookedAndText: "Masuk bank, berita transfer",
    byCard: "Lewat kartu",
    for: "Untuk",
    amount: "Jumlah",
    state: "Keadaan",
    confirmed: "Sudah dipastikan",
    nothingYet: "Belum ada transfer yang tercocok. Mutasi bank biasanya dimuat setiap hari kerja.",
    page: {
      metaTitle: "Status pembayaran",
      secret: (company: string, until: string) => `Halaman rahasia untuk bagian keuangan ${company}. Tanpa akun, berlaku sampai ${until}.`,
      received: (received: string, amount: string) => `Sudah diterima ${received} dari ${amount}`,
      allReceived: (amount: string) => `Sudah diterima penuh, ${amount}`,
      nothing: (amount: string) => `Menunggu transfer ${amount}`,
      ended: "Komitmen ini tidak berlaku lagi",
      endedText: "Jangan transfer dengan nomor referensi komitmen ini. Yang sudah diterima tetap menjadi dana program.",
      lead: (program: string, community: string) => `Untuk program ${program}, ${community}.`,
      leak: "Siapa pun yang memegang tautan ini dapat melihat halaman ini, tetapi tidak dapat mengubah jumlah atau rekening. Minta tautan baru kepada petugas TJSL perusahaan Anda bila tautan bocor.",
      expiredTitle: "Tautan ini tidak berlaku lagi",
      expiredText:
        "Tautan pembayaran dapat dicabut, diganti dengan yang baru, atau habis masa berlakunya. Uang yang sudah ditransfer aman dan tetap tercocok lewat nomor referensinya.",
      expiredNext: "Minta tautan baru kepada petugas TJSL perusahaan Anda.",
      signIn: "Masuk ke ruang perusahaan",
      home: "Ke beranda",
    },
  },
  en: {
    due: (day: string) => `Due on ${day}.`,
    partly: (received: string, left: string) => `${received} received, ${left} left.`,
    reference: "Reference",
    howToPayLeft: (n: number, of: number) => (of > 1 ? `How to pay instalment ${n}` : "How to pay"),
    stages: "Instalments",
    seenAtBank: "What we see at the bank",
    bookedAndText: "Arrived at the bank, message",
    byCard: "By card",
    for: "For",
    amount: "Amount",
    state: "State",
    confirmed: "Confirmed",
    nothingYet: "No transfer has been matched yet. Bank lines are usually loaded every working day.",
    page: {
      metaTitle: "Payment status",
      secret: (company: string, until: string) =>
        `A secret page for the finance department of ${company}. No account needed, valid until ${until}.`,
      received: (received: string, amount: string) => `${received} of ${amount} received`,
      allReceived: (amount: string) => `Received in full, ${amount}`,
      nothing: (amount: string) => `Waiting for the transfer of ${amount}`,
      ended: "This pledge is no longer in force",
      endedText: "Don't transfer under this pledge's references. What has been received stays with the program.",
      lead: (program: string, community: string) => `For the program ${program}, ${community}.`,
      leak: "Whoever holds this link can see this page, but can't change amounts or the account. Ask your company's CSR officer for a new link if this one has leaked.",
      expiredTitle: "This link no longer works",
      expiredText:
        "A payment link can be revoked, replaced by a new one, or run out. Money already transferred is safe and is still matched by its reference.",
      expiredNext: "Ask your company's CSR officer for a new link.",
      signIn: "Sign in to the company's workspace",
      home: "To the home page",
    },
  },
});
