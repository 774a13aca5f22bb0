import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Dokumen legalitas perlu diperbaiki",
    body: (organization: string) => `Kami memeriksa dokumen ${organization} dan menemukan yang perlu diperbaiki:`,
    button: "Perbaiki dokumen",
    next: "Unggah dokumen yang diminta, lalu kirim lagi. Dokumen yang sudah diterima tidak perlu diunggah ulang.",
  },
  en: {
    title: "Standing documents need a revision",
    body: (organization: string) => `We checked the documents of ${organization} and found something to revise:`,
    button: "Revise the documents",
    next: "Upload what is asked for, then submit again. Accepted documents need not be uploaded again.",
  },
};

export const standingRevisionRequested = defineEmail<{ organization: string; note: string; url: string }>({
  subject: { id: (p) => `Perbaiki dokumen legalitas ${p.organization}`, en: (p) => `Revise the standing documents of ${p.organization}` },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.organization)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.organization)}</EmailText>
        <EmailQuote>{props.note}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    note: "SK kepala desa: halaman kedua tidak terbaca. Mohon pindai ulang.",
    url: "https://sinergi.example/ruang/lembaga/legalitas",
  },
});
