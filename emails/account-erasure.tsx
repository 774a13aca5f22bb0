import { formatInstant } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailText, EmailTitle } from "./layout";

type What = "requested" | "cancelled" | "blocked";

const texts = {
  id: {
    subject: {
      requested: "Akun Sinergi Anda akan dihapus",
      cancelled: "Penghapusan akun Sinergi Anda dibatalkan",
      blocked: "Akun Sinergi Anda belum bisa dihapus",
    },
    body: {
      requested: (name: string, due: string) => `Halo ${name}, Anda meminta akun Anda dihapus. Ini terjadi sesudah ${due}.`,
      cancelled: (name: string, _due: string) => `Halo ${name}, akun Anda tetap ada seperti semula.`,
      blocked: (name: string, _due: string) => `Halo ${name}, waktunya sudah tiba, tetapi masih ada yang harus diselesaikan lebih dulu.`,
    },
    notYou: "Bila bukan Anda yang memintanya, batalkan dan segera ganti kata sandi Anda.",
    button: "Lihat atau batalkan",
  },
  en: {
    subject: {
      requested: "Your Sinergi account will be erased",
      cancelled: "The erasure of your Sinergi account is cancelled",
      blocked: "Your Sinergi account can't be erased yet",
    },
    body: {
      requested: (name: string, due: string) => `Hello ${name}, you asked that your account be erased. This happens after ${due}.`,
      cancelled: (name: string, _due: string) => `Hello ${name}, your account stays as it was.`,
      blocked: (name: string, _due: string) => `Hello ${name}, the time has come, but something has to be settled first.`,
    },
    notYou: "If it was not you who asked, cancel it and change your password right away.",
    button: "Look at it, or cancel",
  },
};

export const accountErasure = defineEmail<{ name: string; what: What; dueAt: string | null; url: string }>({
  subject: { id: (props) => texts.id.subject[props.what], en: (props) => texts.en.subject[props.what] },
  Body({ props, language }) {
    const t = texts[language];
    const due = props.dueAt ? formatInstant(new Date(props.dueAt), language) : "";
    return (
      <EmailLayout language={language} preview={t.body[props.what](props.name, due)}>
        <EmailTitle>{t.subject[props.what]}</EmailTitle>
        <EmailText>{t.body[props.what](props.name, due)}</EmailText>
        <EmailText>{t.notYou}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: { name: "Sari Wibowo", what: "requested", dueAt: "2026-12-01T02:41:00Z", url: "https://sinergi.example/akun/data" },
});
