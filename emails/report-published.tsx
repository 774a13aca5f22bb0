import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Laporan dampak sudah terbit",
    body: (p: Props) => `${p.headline}. Laporan Termin ${p.termin} dari ${p.community} untuk ${p.program} sudah diperiksa dan terbit.`,
    amount: "Dipertanggungjawabkan",
    button: "Baca laporan",
    next: "Termin berikutnya dapat diminta bila dana program cukup.",
  },
  en: {
    title: "The impact report is published",
    body: (p: Props) => `${p.headline}. The report of termin ${p.termin} by ${p.community} for ${p.program} has been checked and published.`,
    amount: "Accounted for",
    button: "Read the report",
    next: "The next termin can be asked for when the fund suffices.",
  },
};

type Props = { program: string; community: string; termin: number; headline: string; amount: string; url: string };

export const reportPublished = defineEmail<Props>({
  subject: {
    id: (p) => `Laporan Termin ${p.termin} terbit: ${p.program}`,
    en: (p) => `Report of termin ${p.termin} published: ${p.program}`,
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
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", community: "WKSBM Rukun Kedungtuban", termin: 1, headline: "Sumur mencapai 62 meter, air pertama keluar", amount: "85000000", url: "https://sinergi.example/program/sumur/laporan/1" },
});
