import { formatInstant } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Kata sandi Anda sudah diganti",
    body: (name: string, at: string) => `Halo ${name}, kata sandi akun Anda diganti pada ${at}. Semua perangkat lain sudah kami keluarkan.`,
    notYou: "Bila bukan Anda yang menggantinya, segera buat kata sandi baru.",
    button: "Buat kata sandi baru",
  },
  en: {
    title: "Your password has been changed",
    body: (name: string, at: string) =>
      `Hello ${name}, the password of your account was changed on ${at}. All other devices have been signed out.`,
    notYou: "If it was not you, set a new password right away.",
    button: "Set a new password",
  },
};

export const passwordChanged = defineEmail<{ name: string; changedAt: string; resetUrl: string }>({
  subject: { id: () => "Kata sandi Sinergi Anda sudah diganti", en: () => "Your Sinergi password has been changed" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.notYou}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.name, formatInstant(new Date(props.changedAt), language))}</EmailText>
        <EmailText>{t.notYou}</EmailText>
        <EmailButton href={props.resetUrl}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: { name: "Sari Wibowo", changedAt: "2026-11-24T02:41:00Z", resetUrl: "https://sinergi.example/sandi/lupa" },
});
