import { formatInstant } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (name: string) => `${name} minta jalan masuk kembali`,
    body: "Ponsel dan kode cadangannya hilang. Pastikan dengan bertemu langsung bahwa ini memang orangnya, jangan lewat telepon atau surel.",
    person: "Orang",
    at: "Diminta",
    button: "Buka permintaan",
    next: "Sesudah Anda mencatat pertemuannya ada masa tunggu 24 jam. Pemilik akun dapat menghentikannya kapan saja.",
  },
  en: {
    title: (name: string) => `${name} asks for a way back in`,
    body: "Phone and recovery codes are lost. Make sure in person that it is them, never by telephone or email.",
    person: "Person",
    at: "Requested",
    button: "Open the request",
    next: "After you have recorded the meeting there is a wait of 24 hours. The account's owner can stop it at any time.",
  },
};

/** For administrators: it says who asked and where to look, and holds nothing that opens or stops anything. */
export const factorResetWaiting = defineEmail<{ name: string; requestedAt: string; url: string }>({
  subject: { id: (p) => `Jalan masuk kembali: ${p.name}`, en: (p) => `Way back in: ${p.name}` },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body}>
        <EmailTitle>{t.title(props.name)}</EmailTitle>
        <EmailText>{t.body}</EmailText>
        <EmailFacts
          facts={[
            { label: t.person, value: props.name },
            { label: t.at, value: formatInstant(new Date(props.requestedAt), language) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { name: "Sari Wibowo", requestedAt: "2026-11-24T02:41:00Z", url: "https://sinergi.example/admin/pemulihan" },
});
