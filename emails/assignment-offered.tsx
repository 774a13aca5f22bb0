import { formatDay } from "~/kernel/dates";
import { type AssignmentKindName, assignmentKindTexts } from "./assignment-kinds";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Tawaran tugas",
    body: (kind: string, program: string) => `Anda ditawari ${kind} untuk “${program}”.`,
    answer: "Jawab paling lambat",
    due: "Selesai paling lambat",
    button: "Lihat tawaran",
    next: "Menolak tidak dihitung buruk. Bila Anda punya ikatan dengan lembaganya, nyatakan saja, tugas akan dialihkan.",
  },
  en: {
    title: "A task is offered to you",
    body: (kind: string, program: string) => `You are offered the ${kind} for “${program}”.`,
    answer: "Answer by",
    due: "Finish by",
    button: "See the offer",
    next: "Declining does not count against you. If you have a tie to the organisation, just say so and the task goes to somebody else.",
  },
};

type Props = { kind: AssignmentKindName; program: string; answerUntil: string; dueOn: string; url: string };

export const assignmentOffered = defineEmail<Props>({
  subject: { id: (p) => `Tawaran tugas: ${p.program}`, en: (p) => `Task offered: ${p.program}` },
  inside: { asks: () => true, until: (p) => p.answerUntil },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(assignmentKindTexts[language][props.kind], props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailFacts
          facts={[
            { label: t.answer, value: formatDay(props.answerUntil, language), strong: true },
            { label: t.due, value: formatDay(props.dueOn, language) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    kind: "field_visit",
    program: "Alat bantu gerak dan terapi untuk 32 lansia",
    answerUntil: "2026-11-26",
    dueOn: "2026-12-04",
    url: "https://sinergi.example/ruang/petugas/tugas/01890000-0000-7000-8000-000000000001",
  },
});
