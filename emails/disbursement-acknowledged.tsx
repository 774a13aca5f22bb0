import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Dana sudah sampai di lembaga",
    body: (p: Props) => `${p.community} mengakui menerima Termin ${p.termin} untuk ${p.program}.`,
    amount: "Jumlah",
    button: "Buka halaman program",
    next: "Nota belanja dan laporan termin ini akan menyusul, dan Anda kami kabari saat terbit.",
  },
  en: {
    title: "The money has reached the community",
    body: (p: Props) => `${p.community} has acknowledged termin ${p.termin} of ${p.program}.`,
    amount: "Amount",
    button: "Open the program",
    next: "Receipts and the report of this termin follow; we let you know when it is published.",
  },
};

type Props = { program: string; community: string; termin: number; amount: string; url: string };

export const disbursementAcknowledged = defineEmail<Props>({
  subject: {
    id: (p) => `Termin ${p.termin} diterima lembaga: ${p.program}`,
    en: (p) => `Termin ${p.termin} has arrived: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.amount, value: formatRupiah(BigInt(props.amount), language), strong: true },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", community: "WKSBM Rukun Kedungtuban", termin: 2, amount: "85000000", url: "https://sinergi.example/program/sumur" },
});
