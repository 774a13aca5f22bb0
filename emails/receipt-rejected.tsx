import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Satu nota perlu diganti",
    body: (p: Props) => `Nota dari ${p.vendor} pada Termin ${p.termin} belum dapat diterima:`,
    amount: "Jumlah",
    button: "Ganti nota",
    next: "Unggah nota yang benar. Nota lain tidak terpengaruh.",
  },
  en: {
    title: "A receipt has to be replaced",
    body: (p: Props) => `The receipt of ${p.vendor} in termin ${p.termin} can't be accepted:`,
    amount: "Amount",
    button: "Replace the receipt",
    next: "Upload the right one. Other receipts are not affected.",
  },
};

type Props = { program: string; termin: number; vendor: string; amount: string; reason: string; url: string };

export const receiptRejected = defineEmail<Props>({
  subject: {
    id: (p) => `Satu nota ditolak: ${p.program}`,
    en: (p) => `A receipt was rejected: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props)}</EmailText>
        <EmailQuote>{props.reason}</EmailQuote>
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
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", termin: 2, vendor: "Toko Besi Sumber Rejeki", amount: "2070000", reason: "Tanggal pada nota tidak terbaca.", url: "https://sinergi.example/ruang/lembaga/program/sumur/laporan/2" },
});
