import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (termin: number, program: string) => `Laporan Termin ${termin} masuk: ${program}`,
    body: (community: string) => `${community} mengirim laporan untuk diperiksa: nota satu per satu, lalu laporannya.`,
    number: "Nomor laporan",
    receipts: "Nota",
    amount: "Jumlah berbukti",
    button: "Periksa laporan",
  },
  en: {
    title: (termin: number, program: string) => `Report of tranche ${termin} is in: ${program}`,
    body: (community: string) => `${community} has sent a report to be checked: the receipts one by one, then the report.`,
    number: "Report number",
    receipts: "Receipts",
    amount: "Amount with proof",
    button: "Check the report",
  },
};

type Props = {
  program: string;
  urgent: boolean;
  community: string;
  termin: number;
  number: string;
  receipts: number;
  amount: string;
  url: string;
};

export const reportSubmitted = defineEmail<Props>({
  subject: {
    id: (p) => `Laporan Termin ${p.termin} masuk: ${p.program}`,
    en: (p) => `Report of tranche ${p.termin}: ${p.program}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.community)}>
        <EmailTitle>{t.title(props.termin, props.program)}</EmailTitle>
        <EmailText>{t.body(props.community)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.number, value: props.number },
            { label: t.receipts, value: String(props.receipts) },
            { label: t.amount, value: formatRupiah(BigInt(props.amount), language), strong: true },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: {
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    community: "Karang Taruna Tunas Sambong",
    termin: 2,
    number: "LP-2026-0088",
    receipts: 7,
    amount: "27150000",
    url: "https://sinergi.example/admin/laporan/0199",
  },
});
