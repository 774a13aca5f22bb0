import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (termin: number) => `Permintaan Termin ${termin} belum dapat dipenuhi`,
    body: (amount: string, program: string) => `Meja penyaluran menolak permintaan ${amount} untuk ${program}, dengan alasan ini:`,
    button: "Buka program",
    next: "Uangnya tetap di rekening penampung program. Sesudah penyebabnya beres, termin ini boleh diminta lagi.",
  },
  en: {
    title: (termin: number) => `The request for tranche ${termin} can't be met yet`,
    body: (amount: string, program: string) =>
      `The disbursement desk has turned down the request for ${amount} for ${program}, for this reason:`,
    button: "Open the program",
    next: "The money stays on the program's escrow account. Once the cause is settled, the tranche can be requested again.",
  },
};

type Props = { program: string; urgent: boolean; termin: number; amount: string; reference: string; reason: string; url: string };

export const disbursementRejected = defineEmail<Props>({
  subject: {
    id: (p) => `Permintaan Termin ${p.termin} ditolak: ${p.program}`,
    en: (p) => `Tranche ${p.termin} turned down: ${p.program}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(formatRupiah(BigInt(props.amount), language), props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(props.termin)}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailQuote>{props.reason}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Rumah belajar sore untuk 45 anak pekerja hutan",
    urgent: false,
    termin: 2,
    amount: "13600000",
    reference: "SNGD260039T",
    reason: "Nomor rekening pada permohonan berbeda dengan buku tabungan yang terlampir.",
    url: "https://sinergi.example/ruang/lembaga/program/rumah-belajar",
  },
});
