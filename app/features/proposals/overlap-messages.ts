import { defineMessages } from "~/kernel/messages";

export const overlapMessages = defineMessages({
  id: {
    title: "Mungkin tumpang tindih",
    lead: "Desa, kelompok sasaran, dan waktunya sama, atau teksnya mirip. Ini bahan pertimbangan dan tidak menahan apa pun.",
    none: "Tidak ada usulan atau program lain di desa, kelompok sasaran, dan waktu yang sama, atau dengan teks yang mirip.",
    samePlace: (needs: string) => `Desa dan waktu sama, sasaran sama: ${needs}`,
    sameText: (percent: number) => `Teks mirip ${percent}%`,
    amount: (target: string, committed: string) => `Target ${target}, komitmen ${committed}`,
  },
  en: {
    title: "Possible overlap",
    lead: "Village, need group and period are the same, or the texts are alike. It is something to weigh and stops nothing.",
    none: "No other proposal or program has the same village, need group and period, or a text like this one.",
    samePlace: (needs: string) => `Same village and period, same group: ${needs}`,
    sameText: (percent: number) => `Text ${percent}% alike`,
    amount: (target: string, committed: string) => `Target ${target}, committed ${committed}`,
  },
});
