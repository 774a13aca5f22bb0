import { defineEmail } from "./define";
import { EmailAlurDana, EmailButton, type EmailFlow, EmailLayout, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (termin: number) => `Laporan dampak Termin ${termin} terbit`,
    body: (community: string, program: string) =>
      `${community} melaporkan hasil ${program}. Nota dan hasilnya sudah diperiksa verifikator.`,
    caption: "Alur Dana program ini",
    button: "Baca laporan",
  },
  en: {
    title: (termin: number) => `The impact report of tranche ${termin} is out`,
    body: (community: string, program: string) => `${community} reports on ${program}. Receipts and results were checked by a verifier.`,
    caption: "Flow of funds of this program",
    button: "Read the report",
  },
};

type Props = { program: string; urgent: boolean; community: string; termin: number; headline: string; flow: EmailFlow; url: string };

export const reportPublished = defineEmail<Props>({
  subject: {
    id: (p) => `Laporan Termin ${p.termin} terbit: ${p.program}`,
    en: (p) => `Report of tranche ${p.termin} published: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(props.community, props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(props.termin)}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailText>
          <b>{props.headline}</b>
        </EmailText>
        <EmailAlurDana flow={props.flow} caption={t.caption} language={language} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: {
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    community: "Karang Taruna Tunas Sambong",
    termin: 1,
    headline: "Dua belas peserta pertama sudah menservis 140 motor warga",
    flow: { target: "250000000", committed: "190000000", received: "150000000", disbursed: "137500000", accounted: "93900000" },
    url: "https://sinergi.example/program/bengkel-servis-motor/laporan/1",
  },
});
