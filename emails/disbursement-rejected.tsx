import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Permintaan termin belum dapat dipenuhi",
    body: (p: Props) => `Meja penyaluran menolak permintaan Termin ${p.termin} untuk ${p.program} dengan alasan ini:`,
    amount: "Jumlah",
    reference: "Kode transfer",
    button: "Lihat termin",
    next: "Setelah alasannya dibereskan, ajukan lagi. Dana program tetap utuh.",
  },
  en: {
    title: "The request for a termin can't be met yet",
    body: (p: Props) => `The disbursement desk turned down the request for termin ${p.termin} of ${p.program} for this reason:`,
    amount: "Amount",
    reference: "Transfer code",
    button: "See the termin",
    next: "Once the reason is settled, ask again. The program's money is untouched.",
  },
};

type Props = { program: string; termin: number; amount: string; reference: string; reason: string; url: string };

export const disbursementRejected = defineEmail<Props>({
  subject: {
    id: (p) => `Permintaan Termin ${p.termin} ditolak: ${p.program}`,
    en: (p) => `Request for termin ${p.termin} turned down: ${p.program}`,
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
            { label: t.reference, value: props.reference },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", termin: 3, amount: "105000000", reference: "SNGD260044P", reason: "Kunjungan PSM belum dilakukan.", url: "https://sinergi.example/ruang/lembaga/program/sumur" },
});
