import { formatDayLong } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "returned" | "refused" | "awaiting" | "in_force" | "refused_by_funder" | "unanswered" | "overtaken";
  program: string;
  urgent: boolean;
  number: number;
  /** What the desk or the funder wrote; empty where there is nothing. */
  words: string;
  /** The last day for funders; empty where none has to answer. */
  answerBy: string;
  url: string;
};

const texts = {
  id: {
    subject: {
      returned: "Adendum perlu diperbaiki",
      refused: "Adendum tidak disetujui petugas",
      awaiting: "Adendum menunggu jawaban mitra",
      in_force: "Adendum berlaku",
      refused_by_funder: "Adendum ditolak mitra",
      unanswered: "Adendum tidak dijawab semua mitra",
      overtaken: "Adendum tidak dapat berlaku lagi",
    },
    title: (subject: string, n: number) => `${subject} (Adendum ${n})`,
    bodies: {
      returned: "Petugas meminta perbaikan. Isian Anda tersimpan; ubah, lalu kirim lagi.",
      refused: "Versi yang berlaku tetap. Anda dapat membuat adendum baru.",
      awaiting: "Petugas sudah memeriksa. Setiap mitra yang sudah menjanjikan dana diminta menjawab.",
      in_force: "Versi baru berlaku sejak sekarang. Belanja mengikuti RAB yang baru.",
      refused_by_funder: "Versi yang berlaku tetap. Bicarakan dengan mitra, lalu buat adendum baru.",
      unanswered: "Diam berarti tidak setuju, jadi versi yang berlaku tetap.",
      overtaken:
        "Sejak diajukan, program sudah berubah: nota, pencairan, atau komitmen baru memakai yang hendak diubah. Buat adendum baru.",
    },
    until: (day: string) => `Batas jawab: ${day}.`,
    button: "Buka adendum",
    next: "Riwayat program dapat dibaca siapa saja dan tidak pernah dihapus.",
  },
  en: {
    subject: {
      returned: "Your amendment needs changes",
      refused: "The desk did not approve your amendment",
      awaiting: "Your amendment awaits the funders",
      in_force: "Your amendment is in force",
      refused_by_funder: "A funder refused your amendment",
      unanswered: "Not every funder answered your amendment",
      overtaken: "Your amendment can no longer take effect",
    },
    title: (subject: string, n: number) => `${subject} (Amendment ${n})`,
    bodies: {
      returned: "The desk asks for changes. What you wrote is kept; change it and send it again.",
      refused: "The version in force stays. You can write a new amendment.",
      awaiting: "The desk has checked it. Every company that has committed money is asked to answer.",
      in_force: "The new version is in force from now on. Spending follows the new budget.",
      refused_by_funder: "The version in force stays. Talk with the company, then write a new amendment.",
      unanswered: "Silence means no, so the version in force stays.",
      overtaken: "The program has changed since: receipts, disbursements or new commitments use what was to be changed. Write a new one.",
    },
    until: (day: string) => `Last day to answer: ${day}.`,
    button: "Open the amendment",
    next: "Everybody can read the history of a program, and it is never deleted.",
  },
};

export const amendmentProgress = defineEmail<Props>({
  subject: {
    id: (p) => `${texts.id.subject[p.happened]}: ${p.program}`.slice(0, 118),
    en: (p) => `${texts.en.subject[p.happened]}: ${p.program}`.slice(0, 118),
  },
  inside: { asks: (p) => p.happened === "returned" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t.title(t.subject[props.happened], props.number)}</EmailTitle>
        <EmailText>{props.program}</EmailText>
        <EmailText>{t.bodies[props.happened]}</EmailText>
        {props.words && <EmailQuote>{props.words}</EmailQuote>}
        {props.happened === "awaiting" && props.answerBy && <EmailText>{t.until(formatDayLong(props.answerBy, language))}</EmailText>}
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "returned",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    number: 1,
    words: "Lampirkan daftar biaya dari tempat uji yang baru.",
    answerBy: "",
    url: "https://sinergi.example/ruang/lembaga/program/bengkel-servis-motor/adendum/1/periksa",
  },
});
