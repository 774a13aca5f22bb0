import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    titles: { raised: "Seruan darurat masuk", late: "Seruan darurat terlambat diperiksa" },
    body: (code: string, title: string) => `${code}: ${title}`,
    button: "Periksa seruan",
    next: { raised: "Keputusan paling lambat 24 jam sejak seruan diterima.", late: "Sudah lewat 24 jam. Petugas kedua dipanggil." },
  },
  en: {
    titles: { raised: "An emergency appeal came in", late: "An emergency appeal is late" },
    body: (code: string, title: string) => `${code}: ${title}`,
    button: "Check the appeal",
    next: { raised: "It is decided within 24 hours of its arrival.", late: "The 24 hours are over. A second officer is called." },
  },
};

type Props = { news: "raised" | "late"; code: string; title: string; url: string };

export const appealWaiting = defineEmail<Props>({
  subject: { id: (p) => `${texts.id.titles[p.news]}: ${p.code}`, en: (p) => `${texts.en.titles[p.news]}: ${p.code}` },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.code, props.title)}>
        <EmailTitle>{t.titles[props.news]}</EmailTitle>
        <EmailText>{t.body(props.code, props.title)}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next[props.news]}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    news: "raised",
    code: "DRT-2026-006",
    title: "Banjir Bengawan Solo: 214 orang mengungsi di tiga desa",
    url: "https://sinergi.example/admin/siaga/01890000-0000-7000-8000-000000000001",
  },
});
