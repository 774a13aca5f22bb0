import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Usulan belum dapat kami terima",
    body: (title: string, reason: string) => `Usulan “${title}” tidak dilanjutkan. Alasannya: ${reason}.`,
    button: "Lihat usulan",
    next: "Isi usulan tetap tersimpan. Anda boleh menyusun usulan baru bila keadaannya sudah berubah. Bila tidak setuju, balas surel ini.",
  },
  en: {
    title: "We cannot accept the proposal",
    body: (title: string, reason: string) => `“${title}” will not go on. The reason: ${reason}.`,
    button: "View the proposal",
    next: "What you wrote is kept. You may write a new proposal once things have changed. If you disagree, reply to this email.",
  },
};

export const proposalRejected = defineEmail<{ title: string; reason: string; note: string; url: string }>({
  subject: { id: (p) => `Usulan tidak diterima: ${p.title}`, en: (p) => `Proposal not accepted: ${p.title}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.title, props.reason)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.title, props.reason)}</EmailText>
        <EmailQuote>{props.note}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    title: "Pengadaan seragam pengurus",
    reason: "Biaya rutin atau honor",
    note: "Usulan berisi biaya rutin lembaga. Ajukan kegiatan yang langsung menyentuh warga sasaran.",
    url: "https://sinergi.example/ruang/lembaga/usulan/0190/kirim",
  },
});
