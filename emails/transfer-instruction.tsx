import { formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { EmailFacts, EmailText } from "./layout";

const texts = {
  id: {
    bank: "Bank",
    number: "Nomor rekening",
    holder: "Atas nama",
    stage: (n: number, of: number) => (of > 1 ? `Tahap ${n} dari ${of}` : "Jumlah tepat"),
    due: "Jatuh tempo",
    reference: "Tulis di berita transfer",
    safety:
      "Rekening ini tidak pernah diganti lewat surel atau telepon. Setiap tahap punya nomor referensi sendiri; tulis persis seperti di atas, boleh dengan atau tanpa spasi.",
  },
  en: {
    bank: "Bank",
    number: "Account number",
    holder: "Account holder",
    stage: (n: number, of: number) => (of > 1 ? `Instalment ${n} of ${of}` : "Exact amount"),
    due: "Due",
    reference: "Write in the transfer's message",
    safety:
      "This account is never changed by email or telephone. Each instalment has its own reference; write it exactly as above, with or without spaces.",
  },
};

export type TransferInstruction = {
  bank: string;
  accountNumber: string;
  holder: string;
  payments: readonly {
    n: number;
    of: number;
    amount: string;
    dueOn: string;
    reference: string;
  }[];
};

/** Exactly what to transfer where: the account, and for each instalment its amount, day and reference. */
export function TransferInstructionFacts({ instruction, language }: { instruction: TransferInstruction; language: Language }) {
  const t = texts[language];
  return (
    <>
      <EmailFacts
        facts={[
          { label: t.bank, value: instruction.bank },
          {
            label: t.number,
            value: instruction.accountNumber.replace(/(\d{4})(?=\d)/g, "$1\u00a0"),
            strong: true,
          },
          { label: t.holder, value: instruction.holder },
        ]}
      />
      {instruction.payments.map((payment) => (
        <EmailFacts
          key={payment.n}
          facts={[
            {
              label: t.stage(payment.n, payment.of),
              value: formatRupiah(BigInt(payment.amount), language),
              strong: true,
            },
            {
              label: t.reference,
              value: spellReference(payment.reference),
              strong: true,
            },
            { label: t.due, value: formatDay(payment.dueOn, language) },
          ]}
        />
      ))}
      <EmailText>{t.safety}</EmailText>
    </>
  );
}

export const exampleInstruction: TransferInstruction = {
  bank: "Bank Loka Artha",
  accountNumber: "007126000014",
  holder: "Penampung Sinergi Cepu Raya",
  payments: [
    {
      n: 1,
      of: 2,
      amount: "19500000",
      dueOn: "2026-12-15",
      reference: "SNG260417K",
    },
    {
      n: 2,
      of: 2,
      amount: "19500000",
      dueOn: "2027-01-15",
      reference: "SNG260418M",
    },
  ],
};
