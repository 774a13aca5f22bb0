import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (termin: number) => `Laporan Termin ${termin} perlu dilengkapi`,
    body: (program: string) => `Verifikator sudah membaca laporan ${program} dan meminta ini:`,
    button: "Lengkapi laporan",
    next: "Isian Anda tetap ada. Sesudah dilengkapi, kirim lagi dari halaman yang sama.",
  },
  en: {
    title: (termin: number) => `The report of tranche ${termin} needs a little more`,
    body: (program: string) => `The verifier has read the report of ${program} and asks for this:`,
    button: "Complete the report",
    next: "What you wrote is still there. When it is complete, send it again from the same page.",
  },
};

type Props = { program: string; urgent: boolean; termin: number; note: string; url: string };

export const reportRevisionRequested = defineEmail<Props>({
  subject: {
    id: (p) => `Lengkapi laporan Termin ${p.termin}: ${p.program}`,
    en: (p) => `Complete the report of tranche ${p.termin}: ${p.program}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.program)}>
        <EmailTitle>{t.title(props.termin)}</EmailTitle>
        <EmailText>{t.body(props.program)}</EmailText>
        <EmailQuote>{props.note}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Kebun pangan lansia dan kunjungan rumah tiap pekan",
    urgent: false,
    termin: 1,
    note: "Tambahkan jumlah kunjungan rumah per dukuh, dan foto kebun sesudah panen pertama.",
    url: "https://sinergi.example/ruang/lembaga/program/kebun-pangan/laporan/1",
  },
});
