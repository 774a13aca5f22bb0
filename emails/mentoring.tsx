import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "asked" | "accepted" | "declined" | "withdrawn" | "noted" | "ended";
  mentor: string;
  organization: string;
  /** What was written: the wish, the answer, the note or the closing word. */
  words: string;
  url: string;
};

const texts = {
  id: {
    asked: (p: Props) => `${p.organization} meminta Anda mendampingi`,
    accepted: (p: Props) => `${p.mentor} bersedia mendampingi ${p.organization}`,
    declined: (p: Props) => `${p.mentor} belum dapat mendampingi ${p.organization}`,
    withdrawn: (p: Props) => `${p.organization} menarik permintaan pendampingan`,
    noted: (p: Props) => `Catatan pertemuan pendampingan ${p.organization}`,
    ended: (p: Props) => `Pendampingan ${p.organization} oleh ${p.mentor} berakhir`,
    bodies: {
      asked: "Anda menjawab bersedia atau menolak, dengan kata-kata Anda sendiri.",
      accepted: "Selama berlangsung, nama pendamping tampil di profil publik lembaga. Catatan pertemuan dibaca kedua pihak.",
      declined: "Lembaga dapat meminta pendamping lain.",
      withdrawn: "Tidak ada yang perlu Anda kerjakan.",
      noted: "Kedua pihak membacanya, dan tidak ada yang dapat mengubahnya.",
      ended: "Catatan pertemuan tetap dapat dibaca kedua pihak.",
    },
    words: (words: string) => `“${words}”`,
    button: "Buka pendampingan",
    next: "Bila Anda tidak mengenal pendampingan ini, balas surel ini.",
  },
  en: {
    asked: (p: Props) => `${p.organization} asks you to mentor it`,
    accepted: (p: Props) => `${p.mentor} agrees to mentor ${p.organization}`,
    declined: (p: Props) => `${p.mentor} can't mentor ${p.organization}`,
    withdrawn: (p: Props) => `${p.organization} took back its question for mentoring`,
    noted: (p: Props) => `A note of a mentoring session of ${p.organization}`,
    ended: (p: Props) => `The mentoring of ${p.organization} by ${p.mentor} has ended`,
    bodies: {
      asked: "You agree or decline in your own words.",
      accepted: "While it lasts, the mentor's name is on the organisation's public profile. Both sides read the notes of sessions.",
      declined: "The organisation may ask another mentor.",
      withdrawn: "There is nothing for you to do.",
      noted: "Both sides read it, and nobody can change it.",
      ended: "The notes of sessions stay for both sides to read.",
    },
    words: (words: string) => `“${words}”`,
    button: "Open the mentoring",
    next: "If you don't know of this mentoring, reply to this email.",
  },
};

export const mentoring = defineEmail<Props>({
  subject: { id: (p) => texts.id[p.happened](p), en: (p) => texts.en[p.happened](p) },
  inside: { asks: (p) => p.happened === "asked" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t[props.happened](props)}</EmailTitle>
        <EmailText>{t.words(props.words)}</EmailText>
        <EmailText>{t.bodies[props.happened]}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "asked",
    mentor: "Rahayu Setyaningsih",
    organization: "Karang Taruna Tunas Sambong",
    words: "Kami ingin belajar mencatat kas kelompok.",
    url: "https://sinergi.example/ruang/petugas/pendampingan",
  },
});
