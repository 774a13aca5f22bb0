import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailLink, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Buat kata sandi baru",
    preview: "Tautan untuk mengganti kata sandi, berlaku satu jam.",
    body: (name: string) => `Halo ${name}, Anda meminta kata sandi baru. Tekan tombol di bawah untuk membuatnya.`,
    button: "Buat kata sandi baru",
    copy: "Bila tombol tidak berfungsi, salin alamat ini ke peramban:",
    expiry: "Tautan berlaku satu jam dan hanya untuk satu kali. Bila Anda tidak memintanya, abaikan surel ini: kata sandi Anda tetap sama.",
  },
  en: {
    title: "Set a new password",
    preview: "A link for changing your password, valid for one hour.",
    body: (name: string) => `Hello ${name}, you asked for a new password. Press the button below to set it.`,
    button: "Set a new password",
    copy: "If the button does not work, copy this address into your browser:",
    expiry: "The link is valid for one hour and works once. If you did not ask for it, ignore this email: your password stays the same.",
  },
};

export const resetPassword = defineEmail<{ name: string; url: string }>({
  subject: { id: () => "Kata sandi baru untuk Sinergi", en: () => "A new password for Sinergi" },
  inside: "never",
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.preview} footnote={t.expiry}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.name)}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailText>
          {t.copy} <EmailLink href={props.url} />
        </EmailText>
      </EmailLayout>
    );
  },
  example: { name: "Sari Wibowo", url: "https://sinergi.example/sandi/baru/9ab2" },
});
