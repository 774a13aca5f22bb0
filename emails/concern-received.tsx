import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    fresh: "Ada laporan kekhawatiran baru",
    answered: "Pelapor menjawab",
    body: "Isinya hanya terbaca di meja, bukan di surel. Jawaban pertama paling lambat tiga hari kerja.",
    about: "Tentang",
    nothing: "tidak disebut",
    button: "Buka laporan",
  },
  en: {
    fresh: "A new concern has come in",
    answered: "Whoever reported has answered",
    body: "What it says is read at the desk only, not in emails. The first answer is due within three working days.",
    about: "About",
    nothing: "not named",
    button: "Open the case",
  },
};

export const concernReceived = defineEmail<{ subject: string; answered: boolean; url: string }>({
  subject: {
    id: (p) => (p.answered ? "Pelapor menjawab pertanyaan meja" : "Laporan kekhawatiran baru"),
    en: (p) => (p.answered ? "A reporter answered the desk" : "A new concern"),
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    const title = props.answered ? t.answered : t.fresh;
    return (
      <EmailLayout language={language} preview={t.body}>
        <EmailTitle>{title}</EmailTitle>
        <EmailText>{t.body}</EmailText>
        <EmailFacts facts={[{ label: t.about, value: props.subject || t.nothing }]} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: { subject: "Kebun pangan lansia, Cepu", answered: false, url: "https://sinergi.example/admin/laporan-warga/1" },
});
