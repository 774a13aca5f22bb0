import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailLink, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Anda sudah punya akun",
    preview: "Seseorang mendaftar dengan alamat surel ini.",
    body: (name: string) =>
      `Halo ${name}, seseorang baru saja mendaftar di Sinergi dengan alamat ini, padahal akunnya sudah ada. Tidak ada yang berubah pada akun Anda.`,
    button: "Masuk",
    forgot: "Lupa kata sandi?",
    reset: "Buat kata sandi baru",
    ignore: "Bila bukan Anda yang mendaftar, abaikan surel ini.",
  },
  en: {
    title: "You already have an account",
    preview: "Somebody signed up with this email address.",
    body: (name: string) =>
      `Hello ${name}, somebody has just signed up for Sinergi with this address, which already has an account. Nothing has changed in your account.`,
    button: "Sign in",
    forgot: "Forgot your password?",
    reset: "Set a new one",
    ignore: "If it was not you, ignore this email.",
  },
};

export const alreadyRegistered = defineEmail<{ name: string; signInUrl: string; resetUrl: string }>({
  subject: { id: () => "Alamat surel Anda sudah terdaftar di Sinergi", en: () => "Your email address is already registered with Sinergi" },
  inside: "never",
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.preview} footnote={t.ignore}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.name)}</EmailText>
        <EmailButton href={props.signInUrl}>{t.button}</EmailButton>
        <EmailText>
          {t.forgot} <EmailLink href={props.resetUrl}>{t.reset}</EmailLink>.
        </EmailText>
      </EmailLayout>
    );
  },
  example: { name: "Sari Wibowo", signInUrl: "https://sinergi.example/masuk", resetUrl: "https://sinergi.example/sandi/lupa" },
});
