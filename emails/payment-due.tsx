import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";
import { exampleInstruction, type TransferInstruction, TransferInstructionFacts } from "./transfer-instruction";

const texts = {
  id: {
    title: (amount: string, days: number) => `${amount} jatuh tempo ${days === 1 ? "besok" : `${days} hari lagi`}`,
    body: (program: string, day: string) => `Satu tahap pembayaran untuk ${program} jatuh tempo ${day}.`,
    button: "Buka komitmen",
    next: "Sudah ditransfer? Biarkan saja: pencocokan biasanya selesai di hari yang sama.",
  },
  en: {
    title: (amount: string, days: number) => `${amount} is due ${days === 1 ? "tomorrow" : `in ${days} days`}`,
    body: (program: string, day: string) => `An instalment for ${program} is due on ${day}.`,
    button: "Open the pledge",
    next: "Already transferred? Leave it at that: matching is usually done on the same day.",
  },
};

type Props = {
  program: string;
  urgent: boolean;
  left: string;
  dueOn: string;
  daysLeft: number;
  instruction: TransferInstruction;
  url: string;
};

export const paymentDue = defineEmail<Props>({
  subject: {
    id: (p) => `Jatuh tempo ${formatDay(p.dueOn)}: ${formatRupiah(BigInt(p.left))} untuk ${p.program}`,
    en: (p) => `Due ${formatDay(p.dueOn, "en")}: ${formatRupiah(BigInt(p.left), "en")} for ${p.program}`,
  },
  inside: { asks: () => true, until: (p) => p.dueOn },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(props.program, formatDay(props.dueOn, language));
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(formatRupiah(BigInt(props.left), language), props.daysLeft)}</EmailTitle>
        <EmailText>{body}</EmailText>
        <TransferInstructionFacts instruction={props.instruction} language={language} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering",
    urgent: false,
    left: "35000000",
    dueOn: "2026-11-30",
    daysLeft: 7,
    instruction: exampleInstruction,
    url: "https://sinergi.example/ruang/perusahaan/komitmen/0199",
  },
});
