import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "asked" | "given" | "refused";
  title: string;
  sponsor: string;
  sponsored: string;
  note: string;
  url: string;
};

const texts = {
  id: {
    asked: (p: Props) => `${p.sponsored} meminta tanda tangan Anda: ${p.title}`,
    given: (p: Props) => `${p.sponsor} ikut menandatangani: ${p.title}`,
    refused: (p: Props) => `${p.sponsor} belum ikut menandatangani: ${p.title}`,
    bodies: {
      asked: "Baca usulannya utuh. Dengan ikut menandatangani, lembaga Anda menyetujui isinya dan memegang rekening programnya.",
      given: "Usulan dapat dikirim sekarang. Bila isinya diubah lagi, penampung menandatangani ulang.",
      refused: "Baca alasannya, perbaiki, lalu minta lagi.",
    },
    note: (note: string) => `Catatan: ${note}`,
    button: "Buka usulan",
    next: "Tanda tangan tercatat beserta versi usulan yang dibaca.",
  },
  en: {
    asked: (p: Props) => `${p.sponsored} asks for your signature: ${p.title}`,
    given: (p: Props) => `${p.sponsor} has co-signed: ${p.title}`,
    refused: (p: Props) => `${p.sponsor} has not co-signed: ${p.title}`,
    bodies: {
      asked: "Read the whole proposal. By co-signing, your organisation agrees to it and holds the account of the program.",
      given: "The proposal can be submitted now. If it changes again, the sponsor signs again.",
      refused: "Read the reason, mend it, then ask again.",
    },
    note: (note: string) => `Note: ${note}`,
    button: "Open the proposal",
    next: "A signature is recorded together with the version of the proposal that was read.",
  },
};

export const proposalConsent = defineEmail<Props>({
  subject: { id: (p) => texts.id[p.happened](p).slice(0, 118), en: (p) => texts.en[p.happened](p).slice(0, 118) },
  inside: { asks: (p) => p.happened !== "given" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t[props.happened](props)}</EmailTitle>
        <EmailText>{t.bodies[props.happened]}</EmailText>
        {props.note && <EmailText>{t.note(props.note)}</EmailText>}
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "asked",
    title: "Rumah belajar sore untuk 45 anak",
    sponsor: "LK3 Pelita Keluarga",
    sponsored: "Keluarga Pioner Omah Sinau",
    note: "Semoga lancar.",
    url: "https://sinergi.example/ruang/lembaga/naungan",
  },
});
