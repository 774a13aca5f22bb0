import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailLink, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Ikuti panduan lewat surel",
    everyone: "semua panduan",
    body: (target: string) =>
      `Tekan tombol di bawah agar panduan baru dikirim ke alamat ini: ${target}. Sebelum itu kami tidak mengirim apa-apa.`,
    button: "Ya, ikuti panduan",
    copy: "Bila tombol tidak berfungsi, salin alamat ini ke peramban:",
    expiry: "Tautan berlaku 7 hari. Bila bukan Anda yang meminta, abaikan surel ini.",
  },
  en: {
    title: "Follow guidance by email",
    everyone: "all guidance",
    body: (target: string) => `Press the button below to be sent new guidance at this address: ${target}. Until then we send nothing.`,
    button: "Yes, follow guidance",
    copy: "If the button does not work, copy this address into your browser:",
    expiry: "The link is valid for 7 days. If it was not you who asked, ignore this email.",
  },
};

export const guidanceFollow = defineEmail<{ element: string; area: string; url: string }>({
  subject: { id: () => "Konfirmasi: ikuti panduan Sinergi", en: () => "Confirm: follow guidance on Sinergi" },
  inside: "never",
  Body({ props, language }) {
    const t = texts[language];
    const target = [props.element, props.area].filter(Boolean).join(", ") || t.everyone;
    return (
      <EmailLayout language={language} preview={t.body(target)} footnote={t.expiry}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(target)}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailText>
          {t.copy} <EmailLink href={props.url} />
        </EmailText>
      </EmailLayout>
    );
  },
  example: { element: "Karang Taruna", area: "Kecamatan Sambong, Kabupaten Blora", url: "https://sinergi.example/panduan/ikuti/3f6c" },
});
