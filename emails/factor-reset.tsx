import { formatInstant } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailText, EmailTitle } from "./layout";

type What = "requested" | "checked" | "done" | "stopped";

const texts = {
  id: {
    title: {
      requested: "Ada yang minta dua langkah akun Anda dilepas",
      checked: "Dua langkah akun Anda akan dilepas",
      done: "Dua langkah akun Anda sudah dilepas",
      stopped: "Permintaan melepas dua langkah dihentikan",
    },
    body: {
      requested: "Administrator akan memastikan dengan bertemu langsung bahwa ini Anda. Belum ada yang berubah.",
      checked: "Administrator mencatat bahwa identitas Anda sudah dipastikan.",
      done: "Semua sesi diakhiri. Pasang dua langkah baru agar peran uang Anda terbuka lagi.",
      stopped: "Dua langkah akun Anda tetap seperti semula. Ganti kata sandi bila bukan Anda yang meminta.",
    },
    due: (at: string) => `Paling cepat ${at}. Sampai saat itu Anda dapat menghentikannya.`,
    hello: (name: string) => `Halo ${name},`,
    stop: "Bukan saya, hentikan",
    open: "Buka dua langkah",
  },
  en: {
    title: {
      requested: "Somebody asked for your second step to be removed",
      checked: "Your second step will be removed",
      done: "Your second step was removed",
      stopped: "The request to remove your second step was stopped",
    },
    body: {
      requested: "An administrator will make sure in person that it is you. Nothing has changed yet.",
      checked: "An administrator recorded that your identity has been made sure.",
      done: "All sessions have ended. Set up a new second step so that your money roles open again.",
      stopped: "Your second step stays as it was. Change your password if it was not you who asked.",
    },
    due: (at: string) => `At the earliest ${at}. Until then you can stop it.`,
    hello: (name: string) => `Hello ${name},`,
    stop: "It was not me, stop it",
    open: "Open the second step",
  },
};

export const factorReset = defineEmail<{ name: string; what: What; dueAt: string | null; url: string }>({
  subject: { id: (props) => texts.id.title[props.what], en: (props) => texts.en.title[props.what] },
  inside: { button: (language) => ({ label: texts[language].open, href: "/akun/dua-langkah" }) },
  Body({ props, language }) {
    const t = texts[language];
    const open = props.what === "requested" || props.what === "checked";
    return (
      <EmailLayout language={language} preview={t.body[props.what]}>
        <EmailTitle>{t.title[props.what]}</EmailTitle>
        <EmailText>{t.hello(props.name)}</EmailText>
        <EmailText>{t.body[props.what]}</EmailText>
        {props.dueAt && <EmailText>{t.due(formatInstant(new Date(props.dueAt), language))}</EmailText>}
        <EmailButton href={props.url}>{open ? t.stop : t.open}</EmailButton>
      </EmailLayout>
    );
  },
  example: {
    name: "Sari Wibowo",
    what: "checked",
    dueAt: "2026-11-25T02:41:00Z",
    url: "https://sinergi.example/akun/dua-langkah/hentikan/contoh",
  },
});
