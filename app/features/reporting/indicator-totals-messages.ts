import { defineMessages } from "~/kernel/messages";

export const indicatorTotalsMessages = defineMessages({
  id: {
    title: "Hasil menurut indikator katalog",
    hint: "Dijumlah dari laporan yang sudah terbit.",
    lead: "Program yang memakai indikator katalog yang sama dijumlah. Yang dihitung adalah angka terakhir tiap program dalam laporan yang terbit, dibanding rencana program itu juga. Indikator yang belum diukur, persen, dan skor tidak ikut dijumlah.",
    once: "Setiap program dihitung satu kali, berapa pun pendananya. Orang yang ikut dua program terhitung di keduanya.",
    whole:
      "Yang tampak adalah hasil program seluruhnya, bukan bagian perusahaan Anda: hasil tidak dibagi menurut rupiah. Pendana lain menunjukkan angka yang sama, jadi jangan dijumlah antarperusahaan.",
    indicator: "Indikator",
    programs: "Program",
    before: "Sebelum",
    planned: "Rencana",
    reached: "Tercapai",
    none: "Belum ada hasil terukur dalam laporan yang terbit.",
    unknown: "tidak diukur",
  },
  en: {
    title: "Results by indicator of the catalogue",
    hint: "Added up from published reports.",
    lead: "Programs that use the same indicator of the catalogue are added up. What counts is each program’s last figure in a published report, beside the plan of the same programs. Indicators not measured yet, percentages and scores are not added.",
    once: "Each program counts once, however many fund it. Somebody who takes part in two programs counts in both.",
    whole:
      "What you see is the result of whole programs, not your company’s part: results are not divided by rupiah. Other funders show the same figures, so don’t add them up across companies.",
    indicator: "Indicator",
    programs: "Programs",
    before: "Before",
    planned: "Planned",
    reached: "Reached",
    none: "No measured result in a published report yet.",
    unknown: "not measured",
  },
});
