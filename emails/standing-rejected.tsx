import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (organization: string) => `Legalitas ${organization} belum dapat kami setujui`,
    body: "Alasannya:",
    button: "Lihat keterangan lengkap",
    next: "Bila Anda tidak setuju atau keadaannya sudah berubah, balas surel ini. Petugas kami akan membacanya.",
  },
  en: {
    title: (organization: string) => `We can't approve the standing of ${organization}`,
    body: "The reason:",
    button: "See the details",
    next: "If you disagree or things have changed, reply to this email. A member of our staff will read it.",
  },
};

export const standingRejected = defineEmail<{ organization: string; note: string; url: string }>({
  subject: { id: (p) => `Legalitas belum disetujui: ${p.organization}`, en: (p) => `Standing not approved: ${p.organization}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={`${t.body} ${props.note}`}>
        <EmailTitle>{t.title(props.organization)}</EmailTitle>
        <EmailText>{t.body}</EmailText>
        <EmailQuote>{props.note}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    note: "SK kepengurusan sudah habis masa berlakunya dan pengurus baru belum ditetapkan.",
    url: "https://sinergi.example/ruang/lembaga/legalitas",
  },
});
