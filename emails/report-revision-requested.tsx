import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Laporan perlu dilengkapi",
    body: (p: Props) => `Verifikator meminta perbaikan pada laporan Termin ${p.termin} untuk ${p.program}:`,
    termin: "Termin",
    button: "Lengkapi laporan",
    next: "Isian Anda masih lengkap. Perbaiki yang diminta, lalu kirim lagi.",
  },
  en: {
    title: "The report needs to be completed",
    body: (p: Props) => `The verifier asks for changes to the report of termin ${p.termin} of ${p.program}:`,
    termin: "Termin",
    button: "Complete the report",
    next: "Everything you wrote is kept. Change what was asked for and send it again.",
  },
};

type Props = { program: string; termin: number; note: string; url: string };

export const reportRevisionRequested = defineEmail<Props>({
  subject: {
    id: (p) => `Laporan Termin ${p.termin} perlu dilengkapi: ${p.program}`,
    en: (p) => `Report of termin ${p.termin} needs more: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props)}</EmailText>
        <EmailQuote>{props.note}</EmailQuote>
        <EmailFacts
          facts={[
            { label: t.termin, value: String(props.termin) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", termin: 2, note: "Lengkapi capaian indikator kedua dan foto pompa.", url: "https://sinergi.example/ruang/lembaga/program/sumur/laporan/2" },
});
