import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    titles: { verified: "Seruan Anda terverifikasi", rejected: "Seruan Anda ditolak", open: "Seruan darurat terbuka untuk komitmen" },
    body: (code: string, title: string) => `${code}: ${title}`,
    button: "Buka halaman",
    next: {
      verified: "Komitmen terbuka 14 hari. Perbarui jumlah orang setiap ada perubahan.",
      rejected: "Bila keadaan berubah, seruan baru dapat diajukan kapan saja.",
      open: "Nomor referensi transfer datang sesudah komitmen disetujui di perusahaan Anda.",
    },
  },
  en: {
    titles: {
      verified: "Your appeal is verified",
      rejected: "Your appeal was turned down",
      open: "An emergency appeal is open for pledges",
    },
    body: (code: string, title: string) => `${code}: ${title}`,
    button: "Open the page",
    next: {
      verified: "It is open for pledges for 14 days. Update the numbers of people whenever they change.",
      rejected: "If the situation changes, a new appeal can be raised at any time.",
      open: "The transfer reference comes once the pledge is approved in your company.",
    },
  },
};

type Props = { news: "verified" | "rejected" | "open"; code: string; title: string; note: string; url: string };

export const appealDecided = defineEmail<Props>({
  subject: { id: (p) => `${texts.id.titles[p.news]}: ${p.code}`, en: (p) => `${texts.en.titles[p.news]}: ${p.code}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.code, props.title)}>
        <EmailTitle>{t.titles[props.news]}</EmailTitle>
        <EmailText>{t.body(props.code, props.title)}</EmailText>
        {props.note !== "" && <EmailText>{props.note}</EmailText>}
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next[props.news]}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    news: "verified",
    code: "DRT-2026-006",
    title: "Banjir Bengawan Solo: 214 orang mengungsi di tiga desa",
    note: "Jumlah pengungsi dihitung ulang oleh posko tetangga paling lambat besok.",
    url: "https://sinergi.example/program/banjir-bengawan-solo",
  },
});
