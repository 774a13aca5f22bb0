import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailLink, EmailNext, EmailText, EmailTitle } from "./layout";
import { exampleInstruction, type TransferInstruction, TransferInstructionFacts } from "./transfer-instruction";

const texts = {
  id: {
    title: (amount: string) => `Komitmen ${amount} disetujui`,
    body: (company: string, program: string, community: string) =>
      `${company} berkomitmen untuk ${program}, ${community}. Ini yang perlu ditransfer, dan ke mana.`,
    button: "Buka komitmen",
    link: (day: string) => `Untuk bagian keuangan tanpa akun, berlaku sampai ${day}:`,
    next: "Transfer dengan nomor referensi tercocok sendiri, biasanya di hari yang sama, dan Anda kami kabari.",
  },
  en: {
    title: (amount: string) => `The pledge of ${amount} is approved`,
    body: (company: string, program: string, community: string) =>
      `${company} has committed to ${program}, ${community}. This is what to transfer, and where.`,
    button: "Open the pledge",
    link: (day: string) => `For a finance department without an account, valid until ${day}:`,
    next: "A transfer with its reference is matched by itself, usually on the same day, and we let you know.",
  },
};

type Props = {
  company: string;
  program: string;
  urgent: boolean;
  community: string;
  amount: string;
  instruction: TransferInstruction;
  linkUrl: string;
  linkValidUntil: string;
  url: string;
};

export const pledgeApproved = defineEmail<Props>({
  subject: {
    id: (p) => `Komitmen disetujui, petunjuk transfer: ${p.program}`,
    en: (p) => `Pledge approved, how to transfer: ${p.program}`,
  },
  inside: { asks: () => true, until: (p) => p.instruction.payments[0]?.dueOn },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(props.company, props.program, props.community);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(formatRupiah(BigInt(props.amount), language))}</EmailTitle>
        <EmailText>{body}</EmailText>
        <TransferInstructionFacts instruction={props.instruction} language={language} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailText>
          {t.link(formatDay(props.linkValidUntil, language))}
          <br />
          <EmailLink href={props.linkUrl} />
        </EmailText>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    company: "Rimba Kencana Lestari",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    community: "Karang Taruna Tunas Sambong",
    amount: "39000000",
    instruction: exampleInstruction,
    linkUrl: "https://sinergi.example/bayar/contoh",
    linkValidUntil: "2027-03-16",
    url: "https://sinergi.example/ruang/perusahaan/komitmen/0199",
  },
});
