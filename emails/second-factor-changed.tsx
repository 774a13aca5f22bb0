import { formatInstant } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailText, EmailTitle } from "./layout";

type What = "enrolled" | "removed" | "codes_issued" | "recovery_used";

const texts = {
  id: {
    subject: {
      enrolled: "Dua langkah sudah dipasang di akun Sinergi Anda",
      removed: "Dua langkah dilepas dari akun Sinergi Anda",
      codes_issued: "Kode cadangan akun Sinergi Anda diganti",
      recovery_used: "Kode cadangan dipakai untuk masuk ke akun Sinergi Anda",
    },
    title: {
      enrolled: "Dua langkah sudah dipasang",
      removed: "Dua langkah sudah dilepas",
      codes_issued: "Sepuluh kode cadangan baru dibuat",
      recovery_used: "Satu kode cadangan dipakai",
    },
    body: (name: string, at: string) => `Halo ${name}, ini terjadi pada akun Anda pada ${at}.`,
    left: (left: number) => `Kode cadangan yang masih berlaku: ${left}.`,
    notYou: "Bila bukan Anda yang melakukannya, segera ganti kata sandi Anda dan periksa dua langkah akun Anda.",
    button: "Periksa dua langkah",
  },
  en: {
    subject: {
      enrolled: "The second step of your Sinergi account is set up",
      removed: "The second step of your Sinergi account was removed",
      codes_issued: "The recovery codes of your Sinergi account were replaced",
      recovery_used: "A recovery code was used to sign in to your Sinergi account",
    },
    title: {
      enrolled: "The second step is set up",
      removed: "The second step was removed",
      codes_issued: "Ten new recovery codes were made",
      recovery_used: "One recovery code was used",
    },
    body: (name: string, at: string) => `Hello ${name}, this happened to your account on ${at}.`,
    left: (left: number) => `Recovery codes that still work: ${left}.`,
    notYou: "If it was not you, change your password right away and check the second step of your account.",
    button: "Check the second step",
  },
};

export const secondFactorChanged = defineEmail<{ name: string; what: What; left: number | null; changedAt: string; url: string }>({
  subject: { id: (props) => texts.id.subject[props.what], en: (props) => texts.en.subject[props.what] },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.notYou}>
        <EmailTitle>{t.title[props.what]}</EmailTitle>
        <EmailText>{t.body(props.name, formatInstant(new Date(props.changedAt), language))}</EmailText>
        {props.left !== null && <EmailText>{t.left(props.left)}</EmailText>}
        <EmailText>{t.notYou}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: {
    name: "Sari Wibowo",
    what: "recovery_used",
    left: 9,
    changedAt: "2026-11-24T02:41:00Z",
    url: "https://sinergi.example/akun/dua-langkah",
  },
});
