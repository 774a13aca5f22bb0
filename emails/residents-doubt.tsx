import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Warga menjawab “belum ada”",
    body: (thing: string) => `Jawaban “belum ada” untuk ${thing} melewati batas. Periksa di lapangan, lalu tulis temuannya.`,
    program: "Program",
    answers: "Jawaban “belum ada”",
    share: (some: number, all: number) => `${some} dari ${all}`,
    button: "Buka tugas",
  },
  en: {
    title: "Residents answer “not yet”",
    body: (thing: string) =>
      `The answers “not yet” about ${thing} are above the limit. Have it checked on the spot, then write what was found.`,
    program: "Program",
    answers: "Answers “not yet”",
    share: (some: number, all: number) => `${some} of ${all}`,
    button: "Open the task",
  },
};

export const residentsDoubt = defineEmail<{ thing: string; program: string; notYet: number; total: number; url: string }>({
  subject: { id: (p) => `Warga: belum ada, ${p.thing}`, en: (p) => `Residents: not yet there, ${p.thing}` },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.thing)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.thing)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.program, value: props.program },
            { label: t.answers, value: t.share(props.notYet, props.total), strong: true },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: {
    thing: "40 rak tanam",
    program: "Kebun pangan lansia, Cepu",
    notYet: 4,
    total: 9,
    url: "https://sinergi.example/admin/suara-warga/tugas/1",
  },
});
