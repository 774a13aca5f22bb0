import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (amount: string) => `${amount} sudah diterima lembaga`,
    body: (community: string, program: string) => `${community} mengakui penerimaan dana untuk ${program}.`,
    termin: "Termin",
    kuitansi: "Nomor kuitansi",
    amount: "Jumlah",
    button: "Lihat program",
    next: "Lembaga melaporkan belanja dan hasilnya. Anda kami kabari saat laporannya terbit.",
  },
  en: {
    title: (amount: string) => `${amount} has arrived at the community`,
    body: (community: string, program: string) => `${community} acknowledges that the money for ${program} arrived.`,
    termin: "Tranche",
    kuitansi: "Receipt number",
    amount: "Amount",
    button: "See the program",
    next: "The community reports what it spends and achieves. We let you know when the report is out.",
  },
};

type Props = { program: string; urgent: boolean; community: string; termin: number; amount: string; kuitansi: string; url: string };

export const disbursementAcknowledged = defineEmail<Props>({
  subject: {
    id: (p) => `Termin ${p.termin} diterima lembaga: ${p.program}`,
    en: (p) => `Tranche ${p.termin} arrived: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    const amount = formatRupiah(BigInt(props.amount), language);
    const body = t.body(props.community, props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(amount)}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailFacts
          facts={[
            { label: t.termin, value: String(props.termin) },
            { label: t.kuitansi, value: props.kuitansi },
            { label: t.amount, value: amount, strong: true },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    community: "Karang Taruna Tunas Sambong",
    termin: 2,
    amount: "62500000",
    kuitansi: "KW-2026-0031",
    url: "https://sinergi.example/program/bengkel-servis-motor",
  },
});
