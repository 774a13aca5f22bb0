import { defineMessages } from "~/kernel/messages";
import { spelled } from "~/kernel/spelled";

export const noticeMessages = defineMessages({
  id: {
    name: "Kabar",
    title: (unread: number) => (unread === 0 ? "Tidak ada kabar baru" : `${spelled("id", unread)} kabar belum dibaca`),
    titleMany: (most: number) => `Lebih dari ${most} kabar belum dibaca`,
    lead: (deadlines: number) => `${spelled("id", deadlines)} di antaranya punya tenggat.`,
    filter: "Saring",
    filters: { all: "Semua", asks: "Perlu tindakan", money: "Uang", security: "Keamanan" },
    waiting: "menunggu",
    readAll: "Tandai semua terbaca",
    allRead: "Kabar yang ada ditandai terbaca.",
    settings: "Atur",
    deadlines: "Bertenggat",
    days: { today: (day: string) => `Hari ini, ${day}`, yesterday: "Kemarin", older: "Lebih lama" },
    unread: "Belum dibaca",
    due: (day: string, left: number) =>
      left < 0
        ? `Tenggat ${day} sudah lewat`
        : left === 0
          ? `Tenggat ${day}, hari ini`
          : left === 1
            ? `Tenggat ${day}, besok`
            : `Tenggat ${day}, ${left} hari lagi`,
    asksHint: "Yang bertenggat tetap di sini sampai dikerjakan atau tenggatnya lewat.",
    empty: {
      all: "Kabar tentang pekerjaan Anda tampil di sini.",
      asks: "Tidak ada yang menunggu Anda.",
      money: "Belum ada kabar tentang uang.",
      security: "Belum ada kabar tentang keamanan akun.",
    },
    kept: "Disimpan 12 bulan. Yang menyangkut uang disimpan selama programnya.",
    newer: "Lebih baru",
    older: "Lebih lama",
    mailFails: (day: string) =>
      `Surel ke alamat Anda memantul sejak ${day}. Kabarnya tetap tampil di sini; periksa apakah kotak surat Anda masih aktif.`,
  },
  en: {
    name: "News",
    title: (unread: number) =>
      unread === 0 ? "No new items" : `${spelled("en", unread)} unread ${unread === 1 ? "item of news" : "items of news"}`,
    titleMany: (most: number) => `More than ${most} unread items of news`,
    lead: (deadlines: number) => `${spelled("en", deadlines)} of them ${deadlines === 1 ? "has" : "have"} a deadline.`,
    filter: "Filter",
    filters: { all: "All", asks: "To do", money: "Money", security: "Safety" },
    waiting: "waiting",
    readAll: "Mark all as read",
    allRead: "What was there is marked as read.",
    settings: "Settings",
    deadlines: "With a deadline",
    days: { today: (day: string) => `Today, ${day}`, yesterday: "Yesterday", older: "Older" },
    unread: "Unread",
    due: (day: string, left: number) =>
      left < 0
        ? `The deadline ${day} has passed`
        : left === 0
          ? `Due ${day}, today`
          : left === 1
            ? `Due ${day}, tomorrow`
            : `Due ${day}, in ${left} days`,
    asksHint: "What has a deadline stays here until it is done or the day is over.",
    empty: {
      all: "News about your work will be here.",
      asks: "Nothing waits for you.",
      money: "No news about money yet.",
      security: "No news about the safety of your account yet.",
    },
    kept: "Kept for 12 months. What is about money is kept as long as its program.",
    newer: "Newer",
    older: "Older",
    mailFails: (day: string) =>
      `Emails to your address have bounced since ${day}. The news is still shown here; please check that your mailbox works.`,
  },
});
