import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (amount: string) => `Satu nota ${amount} belum dapat diterima`,
    body: (description: string, program: string) => `Nota “${description}” untuk ${program} ditolak verifikator, dengan alasan ini:`,
    button: "Buka laporan",
    next: "Unggah nota penggantinya bila ada. Uang yang belum bernota tetap dihitung menunggu bukti.",
  },
  en: {
    title: (amount: string) => `One receipt of ${amount} can't be accepted yet`,
    body: (description: string, program: string) =>
      `The receipt “${description}” of ${program} was turned down by the verifier, for this reason:`,
    button: "Open the report",
    next: "Upload another receipt if there is one. Money without a receipt keeps counting as awaiting proof.",
  },
};

type Props = { program: string; urgent: boolean; termin: number; description: string; amount: string; reason: string; url: string };

export const receiptRejected = defineEmail<Props>({
  subject: {
    id: (p) => `Nota ditolak: ${p.description}`,
    en: (p) => `Receipt turned down: ${p.description}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(props.description, props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(formatRupiah(BigInt(props.amount), language))}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailQuote>{props.reason}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    termin: 2,
    description: "Oli, busi, kampas",
    amount: "4250000",
    reason: "Tanggal pada nota tidak terbaca. Foto ulang seluruh nota dengan cahaya cukup.",
    url: "https://sinergi.example/ruang/lembaga/program/bengkel-servis-motor/laporan/2",
  },
});
