import { defineMessages } from "~/kernel/messages";

/** The groups of a joint program, on its page and on its reports. */
export const memberMessages = defineMessages({
  id: {
    title: "Kelompok anggota",
    hint: (count: number) => `${count} kelompok mengusulkan bersama. Bagian mereka berjumlah sama dengan RAB.`,
    group: "Kelompok",
    planned: "Bagian RAB",
    spent: "Dipertanggungjawabkan",
    share: "Berbukti",
    waiting: (amount: string) => `${amount} menunggu pemeriksaan`,
    receipts: "Nota",
    sum: "Jumlah",
    spendingTitle: "Belanja tiap kelompok",
    spendingHint: "Nota yang disetujui pada termin ini, menurut kelompok yang membelanjakan.",
  },
  en: {
    title: "Member groups",
    hint: (count: number) => `${count} groups propose together. Their parts sum to the budget.`,
    group: "Group",
    planned: "Part of the budget",
    spent: "Accounted for",
    share: "Proven",
    waiting: (amount: string) => `${amount} waits to be checked`,
    receipts: "Receipts",
    sum: "Sum",
    spendingTitle: "Spending of each group",
    spendingHint: "Approved receipts of this tranche, by the group that spent.",
  },
});
