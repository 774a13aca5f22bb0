import { defineMessages } from "~/kernel/messages";

/** The public history of a program. */
export const historyMessages = defineMessages({
  id: {
    title: "Riwayat",
    crumb: "Riwayat perubahan",
    never: "Tidak pernah dihapus.",
    headline: (changes: number) =>
      changes === 0
        ? "Program ini belum pernah berubah sejak terbit"
        : `${changes === 1 ? "Satu adendum" : `${changes} adendum`} berlaku sejak terbit`,
    lead: "Setiap perubahan bernomor, bertanggal, beralasan, dan menyebut siapa yang menerimanya.",
    inForceNow: (version: number) => `Versi ${version} berlaku`,
    from: "Dari",
    to: "Ke",
    compare: "Bandingkan",
    sentOn: (day: string) => `Diajukan ${day}.`,
    inForceSince: (day: string, version: number) => `Berlaku sejak ${day} sebagai versi ${version}.`,
    firstVersion: "Versi 1 terbit",
    firstText: (lines: number, tranches: number, indicators: number) =>
      `Terverifikasi, ${lines} baris RAB, ${tranches} termin, ${indicators} indikator.`,
    amendments: "Adendum",
    checking: "Isinya ditampilkan setelah diperiksa petugas.",
    fingerprints: "Sidik versi",
    fingerprintsHint:
      "SHA-256 atas isi versi, lampiran adendumnya, dan sidik versi sebelumnya: versi mana pun tidak dapat diganti diam-diam.",
    openTitle: (n: number) => `Adendum ${n} diajukan, belum berlaku`,
    openText: "Yang Anda baca di sini adalah versi yang masih berlaku.",
    latest: (n: number, day: string) => `Program ini berubah dengan Adendum ${n}, ${day}.`,
    link: "Riwayat perubahan",
  },
  en: {
    title: "History",
    crumb: "History of changes",
    never: "Never deleted.",
    headline: (changes: number) =>
      changes === 0
        ? "This program has not changed since it was published"
        : `${changes === 1 ? "One amendment" : `${changes} amendments`} in force since publication`,
    lead: "Every change is numbered, dated and reasoned, and says who accepted it.",
    inForceNow: (version: number) => `Version ${version} is in force`,
    from: "From",
    to: "To",
    compare: "Compare",
    sentOn: (day: string) => `Sent ${day}.`,
    inForceSince: (day: string, version: number) => `In force since ${day} as version ${version}.`,
    firstVersion: "Version 1 published",
    firstText: (lines: number, tranches: number, indicators: number) =>
      `Verified, ${lines} budget lines, ${tranches} tranches, ${indicators} indicators.`,
    amendments: "Amendments",
    checking: "Its content is shown once the desk has checked it.",
    fingerprints: "Fingerprints",
    fingerprintsHint:
      "SHA-256 of a version's content, its amendment's attachments and the fingerprint before it: no version can be replaced in silence.",
    openTitle: (n: number) => `Amendment ${n} has been sent and is not in force`,
    openText: "What you read here is the version that is still in force.",
    latest: (n: number, day: string) => `Amendment ${n} changed this program on ${day}.`,
    link: "History of changes",
  },
});
