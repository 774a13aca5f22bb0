import { formatDayLong } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailLayout, EmailLink, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    subject: (count: number) => `Ringkasan harian Sinergi: ${count} kabar`,
    title: (count: number) => (count === 1 ? "Satu kabar untuk Anda" : `${count} kabar untuk Anda`),
    body: (name: string, day: string) => `Halo ${name}, ini kabar yang terkumpul sampai ${day}.`,
    settings: "Atur kabar apa yang Anda terima:",
  },
  en: {
    subject: (count: number) => `Your day on Sinergi: ${count === 1 ? "one item of news" : `${count} items of news`}`,
    title: (count: number) => (count === 1 ? "One item of news for you" : `${count} items of news for you`),
    body: (name: string, day: string) => `Hello ${name}, this is what came together until ${day}.`,
    settings: "Choose what news you receive:",
  },
};

type Props = { name: string; day: string; items: readonly { id: string; title: string; url: string | null }[]; settingsUrl: string };

export const dailyDigest = defineEmail<Props>({
  subject: { id: (props) => texts.id.subject(props.items.length), en: (props) => texts.en.subject(props.items.length) },
  inside: "never",
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={props.items.map((item) => item.title).join(" · ")}>
        <EmailTitle>{t.title(props.items.length)}</EmailTitle>
        <EmailText>{t.body(props.name, formatDayLong(props.day, language))}</EmailText>
        {props.items.map((item) => (
          <EmailText key={item.id}>
            {item.title}
            {item.url && (
              <>
                <br />
                <EmailLink href={item.url} />
              </>
            )}
          </EmailText>
        ))}
        <EmailText>
          {t.settings} <EmailLink href={props.settingsUrl} />
        </EmailText>
      </EmailLayout>
    );
  },
  example: {
    name: "Sari Wibowo",
    day: "2026-11-24",
    items: [
      { id: "1", title: "Komitmen baru untuk Sumur dalam Kedungtuban", url: "https://sinergi.example/ruang/lembaga/program/sumur" },
      { id: "2", title: "Program terbit: Kebun pangan Cepu", url: null },
    ],
    settingsUrl: "https://sinergi.example/akun/pemberitahuan",
  },
});
