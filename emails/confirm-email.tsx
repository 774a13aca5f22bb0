import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailLink, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Konfirmasi alamat surel Anda",
    preview: "Satu langkah lagi sebelum Anda mendaftarkan organisasi.",
    body: (name: string) =>
      `Halo ${name}, tekan tombol di bawah agar kami tahu alamat ini milik Anda. Sesudah itu Anda dapat mendaftarkan organisasi.`,
    button: "Konfirmasi alamat surel",
    copy: "Bila tombol tidak berfungsi, salin alamat ini ke peramban:",
    expiry: "Tautan berlaku 24 jam. Bila Anda tidak mendaftar di Sinergi, abaikan surel ini.",
  },
  en: {
    title: "Confirm your email address",
    preview: "One more step before you register an organisation.",
    body: (name: string) =>
      `Hello ${name}, press the button below so that we know this address is yours. Then you can register an organisation.`,
    button: "Confirm email address",
    copy: "If the button does not work, copy this address into your browser:",
    expiry: "The link is valid for 24 hours. If you did not sign up for Sinergi, ignore this email.",
  },
};

export const confirmEmail = defineEmail<{ name: string; url: string }>({
  subject: { id: () => "Konfirmasi alamat surel Anda untuk Sinergi", en: () => "Confirm your email address for Sinergi" },
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
  example: { name: "Sari Wibowo", url: "https://sinergi.example/konfirmasi/3f6c" },
});
