import { type AssignmentKindName, assignmentKindTexts } from "./assignment-kinds";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    titles: {
      declined: "Tugas ditolak petugas",
      returned: "Tugas dikembalikan petugas",
      lapsed: "Tawaran tugas tidak dijawab",
      done: "Tugas selesai",
    },
    body: (kind: string, program: string) => `Tentang ${kind} untuk “${program}”.`,
    button: "Buka berkas",
    again: "Tawarkan kepada petugas lain.",
    done: "Hasilnya sudah masuk lembar pemeriksaan.",
  },
  en: {
    titles: {
      declined: "A practitioner declined a task",
      returned: "A practitioner handed a task back",
      lapsed: "A task offer was not answered",
      done: "A task is done",
    },
    body: (kind: string, program: string) => `About the ${kind} for “${program}”.`,
    button: "Open the file",
    again: "Offer it to another practitioner.",
    done: "The result is on the sheet of checks.",
  },
};

type Props = { kind: AssignmentKindName; news: "declined" | "returned" | "lapsed" | "done"; program: string; url: string };

export const assignmentAnswered = defineEmail<Props>({
  subject: { id: (p) => `${texts.id.titles[p.news]}: ${p.program}`, en: (p) => `${texts.en.titles[p.news]}: ${p.program}` },
  inside: { asks: (p) => p.news !== "done" },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(assignmentKindTexts[language][props.kind], props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.titles[props.news]}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{props.news === "done" ? t.done : t.again}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    kind: "field_visit",
    news: "done",
    program: "Alat bantu gerak dan terapi untuk 32 lansia",
    url: "https://sinergi.example/admin/verifikasi/01890000-0000-7000-8000-000000000001#penugasan",
  },
});
