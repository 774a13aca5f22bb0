import { formatRupiah, formatRupiahShort } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailAlurDana, EmailButton, type EmailFlow, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (company: string, amount: string) => `${company} berkomitmen ${amount}`,
    body: (program: string) => `Komitmen ini tercatat di buku program ${program}.`,
    flow: (target: string) => `Alur Dana program sesudah komitmen ini, target ${target}`,
    button: "Lihat dana program",
    next: "Komitmen adalah janji, belum uang. Jangan mulai pekerjaan termin yang belum cair. Begitu transfernya masuk, Anda kami kabari.",
  },
  en: {
    title: (company: string, amount: string) => `${company} pledges ${amount}`,
    body: (program: string) => `The pledge is in the books of ${program}.`,
    flow: (target: string) => `The program's flow of funds after this pledge, target ${target}`,
    button: "See the program's fund",
    next: "A pledge is a promise, not money yet. Don't begin work of a tranche that has not been paid out. We let you know when the transfer arrives.",
  },
};

type Props = {
  company: string;
  program: string;
  urgent: boolean;
  amount: string;
  flow: EmailFlow;
  url: string;
};

export const pledgeReceived = defineEmail<Props>({
  subject: {
    id: (p) => `Komitmen baru ${formatRupiah(BigInt(p.amount))}: ${p.program}`,
    en: (p) => `New pledge of ${formatRupiah(BigInt(p.amount), "en")}: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.program)}>
        <EmailTitle>{t.title(props.company, formatRupiah(BigInt(props.amount), language))}</EmailTitle>
        <EmailText>{t.body(props.program)}</EmailText>
        <EmailAlurDana flow={props.flow} caption={t.flow(formatRupiahShort(BigInt(props.flow.target), language))} language={language} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    company: "Rimba Kencana Lestari",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    amount: "39000000",
    flow: {
      target: "250000000",
      committed: "229000000",
      received: "150000000",
      disbursed: "137500000",
      accounted: "93900000",
    },
    url: "https://sinergi.example/program/bengkel/dana",
  },
});
