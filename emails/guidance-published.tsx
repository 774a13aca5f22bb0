import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailLink, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    fresh: "Panduan baru untuk Anda.",
    revised: "Panduan ini diperbarui. Yang berubah:",
    by: (writer: string) => `Ditulis ${writer}, Penyuluh Sosial Fungsional.`,
    button: "Baca panduan",
    stop: "Tidak ingin surel ini lagi?",
    stopLink: "Berhenti mengikuti",
  },
  en: {
    fresh: "New guidance for you.",
    revised: "This guidance was revised. What changed:",
    by: (writer: string) => `Written by ${writer}, Functional Extension Officer.`,
    button: "Read the guidance",
    stop: "No more of these emails?",
    stopLink: "Stop following",
  },
};

type Props = { title: string; summary: string; writer: string; change: string; url: string; stopUrl: string };

export const guidancePublished = defineEmail<Props>({
  subject: { id: (p) => `Panduan: ${p.title}`, en: (p) => `Guidance: ${p.title}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={props.summary}>
        <EmailTitle>{props.title}</EmailTitle>
        <EmailText>{props.change ? t.revised : t.fresh}</EmailText>
        <EmailQuote>{props.change || props.summary}</EmailQuote>
        <EmailText>{t.by(props.writer)}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailText>
          {t.stop} <EmailLink href={props.stopUrl}>{t.stopLink}</EmailLink>
        </EmailText>
      </EmailLayout>
    );
  },
  example: {
    title: "Kuitansi di atas Rp 5 juta: kapan perlu meterai",
    summary: "Satu meterai Rp 10.000 per kuitansi, ditandatangani mengenai meterainya.",
    writer: "Retno Palupi",
    change: "",
    url: "https://sinergi.example/panduan/kuitansi-di-atas-rp-5-juta",
    stopUrl: "https://sinergi.example/panduan/berhenti/3f6c",
  },
});
