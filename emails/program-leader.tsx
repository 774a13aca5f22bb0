import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "asked" | "accepted" | "declined" | "ended";
  leader: string;
  program: string;
  organization: string;
  note: string;
  url: string;
};

const texts = {
  id: {
    asked: (p: Props) => `${p.organization} meminta Anda memimpin programnya`,
    accepted: (p: Props) => `${p.leader} bersedia memimpin program Anda`,
    declined: (p: Props) => `${p.leader} belum dapat memimpin program Anda`,
    ended: (p: Props) => `${p.leader} tidak lagi memimpin program ${p.organization}`,
    program: (p: Props) => `Program “${p.program}” dari ${p.organization}.`,
    bodies: {
      asked: "Bila Anda bersedia, nama Anda tampil di halaman program sebagai pemimpinnya.",
      accepted: "Halaman program kini menyebut siapa yang memimpin, dan bahwa kedudukannya terverifikasi.",
      declined: "Anda dapat meminta perempuan pemimpin lain.",
      ended: "Namanya tidak tampil lagi di halaman program.",
    },
    note: (note: string) => `“${note}”`,
    button: "Buka",
    next: "Bila Anda tidak mengenal program ini, jangan disetujui dan balas surel ini.",
  },
  en: {
    asked: (p: Props) => `${p.organization} asks you to lead its program`,
    accepted: (p: Props) => `${p.leader} agrees to lead your program`,
    declined: (p: Props) => `${p.leader} can't lead your program`,
    ended: (p: Props) => `${p.leader} no longer leads a program of ${p.organization}`,
    program: (p: Props) => `The program “${p.program}” of ${p.organization}.`,
    bodies: {
      asked: "If you agree, the program's page names you as its leader.",
      accepted: "The program's page now says who leads it, and that her standing is verified.",
      declined: "You can ask another woman leader.",
      ended: "The program's page no longer names her.",
    },
    note: (note: string) => `“${note}”`,
    button: "Open",
    next: "If you don't know this program, don't agree and reply to this email.",
  },
};

export const programLeader = defineEmail<Props>({
  subject: { id: (p) => texts.id[p.happened](p), en: (p) => texts.en[p.happened](p) },
  inside: { asks: (p) => p.happened === "asked" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t[props.happened](props)}</EmailTitle>
        <EmailText>{t.program(props)}</EmailText>
        {props.note && <EmailText>{t.note(props.note)}</EmailText>}
        <EmailText>{t.bodies[props.happened]}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "declined",
    leader: "Rahayu Setyaningsih",
    program: "Rumah batik pewarna alam",
    organization: "Kelompok Canting Randu",
    note: "Tahun ini saya mendampingi dua kelompok.",
    url: "https://sinergi.example/ruang/petugas/pendampingan",
  },
});
