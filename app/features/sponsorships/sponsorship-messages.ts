import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const sponsorshipMessages = defineMessages({
  id: {
    title: "Naungan",
    heading: (asked: number, sponsored: number) =>
      asked > 0
        ? asked === 1
          ? "Satu permintaan menunggu jawaban Anda"
          : `${asked} permintaan menunggu jawaban Anda`
        : sponsored > 0
          ? `Anda menaungi ${sponsored} lembaga`
          : "Penampungan dana",
    lead: "Penampung memegang rekening, ikut menandatangani usulan, dan disebut di halaman publik.",
    asked: "Permintaan",
    sponsored: "Yang Anda naungi",
    noSponsored: "Belum ada.",
    own: "Lembaga penampung Anda",
    noOwn: "Lembaga Anda tidak memakai penampung.",
    ask: "Minta menjadi penampung",
    askHint: "Lembaga terverifikasi dari unsur LKS, LK3, atau Karang Taruna.",
    sponsor: "Lembaga penampung",
    sponsorEmpty: "Pilih lembaga",
    send: "Kirim permintaan",
    accept: "Bersedia menampung",
    refuse: "Tolak",
    note: "Catatan",
    noteHint: "Wajib bila ditolak.",
    end: "Akhiri penampungan",
    withdraw: "Tarik permintaan",
    endNote: "Mengapa diakhiri?",
    history: "Riwayat",
    statuses: { asked: "Menunggu jawaban", accepted: "Berlaku", refused: "Ditolak", ended: "Berakhir" },
    since: "Sejak",
    chairOnly: "Ketua yang menjawab dan mengakhiri.",
  },
  en: {
    title: "Sponsorship",
    heading: (asked: number, sponsored: number) =>
      asked > 0
        ? asked === 1
          ? "One request waits for your answer"
          : `${asked} requests wait for your answer`
        : sponsored > 0
          ? `You sponsor ${sponsored} ${sponsored === 1 ? "organisation" : "organisations"}`
          : "Fiscal sponsorship",
    lead: "A sponsor holds the account, co-signs proposals and is named on public pages.",
    asked: "Requests",
    sponsored: "Whom you sponsor",
    noSponsored: "Nobody yet.",
    own: "Your fiscal sponsor",
    noOwn: "Your organisation has no sponsor.",
    ask: "Ask for sponsorship",
    askHint: "Verified organisations of the elements LKS, LK3 or Karang Taruna.",
    sponsor: "Fiscal sponsor",
    sponsorEmpty: "Choose an organisation",
    send: "Send the request",
    accept: "Agree to sponsor",
    refuse: "Refuse",
    note: "Note",
    noteHint: "Required when refusing.",
    end: "End the sponsorship",
    withdraw: "Take back the request",
    endNote: "Why does it end?",
    history: "History",
    statuses: { asked: "Waiting for an answer", accepted: "In force", refused: "Refused", ended: "Ended" },
    since: "Since",
    chairOnly: "The chair answers and ends.",
  },
});

export const sponsorshipRefusals = defineMessages({
  id: {
    sponsor_unfit: (_: RefusalDetails) => "Lembaga ini belum dapat menjadi penampung. Pilih lembaga terverifikasi dari daftar.",
    sponsorship_open: (_: RefusalDetails) => "Sudah ada penampung atau permintaan yang belum dijawab.",
    sponsorship_not_found: (_: RefusalDetails) => "Permintaan ini tidak ada lagi. Muat ulang halaman.",
    sponsorship_answered: (_: RefusalDetails) => "Permintaan ini sudah dijawab. Muat ulang halaman.",
    sponsorship_over: (_: RefusalDetails) => "Penampungan ini sudah berakhir.",
    sponsorship_note_missing: (_: RefusalDetails) => "Tulis alasannya. Pihak lain membacanya lewat surel.",
    sponsorship_in_use: (d: RefusalDetails) =>
      `Program “${d.program}” masih terbuka atau berjalan. Penampungan dapat diakhiri sesudah program itu selesai.`,
  },
  en: {
    sponsor_unfit: (_: RefusalDetails) => "This organisation can't be a sponsor yet. Choose a verified one from the list.",
    sponsorship_open: (_: RefusalDetails) => "There is a sponsor already, or a request that has not been answered.",
    sponsorship_not_found: (_: RefusalDetails) => "This request is gone. Reload the page.",
    sponsorship_answered: (_: RefusalDetails) => "This request has been answered. Reload the page.",
    sponsorship_over: (_: RefusalDetails) => "This sponsorship has ended.",
    sponsorship_note_missing: (_: RefusalDetails) => "Write the reason. The other side reads it by email.",
    sponsorship_in_use: (d: RefusalDetails) =>
      `The program “${d.program}” is still open or running. The sponsorship can end once it is over.`,
  },
});
