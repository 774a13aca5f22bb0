import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

type Props = { program: string; urgent: boolean; number: number; reason: string; url: string };

const texts = {
  id: {
    title: (n: number) => `Adendum ${n} menunggu diperiksa`,
    body: (program: string) => `Lembaga mengajukan perubahan pada program ${program}. Alasannya:`,
    button: "Periksa adendum",
    next: "Versi yang berlaku tidak berubah sebelum adendum diperiksa.",
  },
  en: {
    title: (n: number) => `Amendment ${n} awaits its check`,
    body: (program: string) => `The community wants to change the program ${program}. Its reason:`,
    button: "Check the amendment",
    next: "The version in force does not change before the amendment is checked.",
  },
};

export const amendmentSubmitted = defineEmail<Props>({
  subject: {
    id: (p) => `Adendum ${p.number} menunggu diperiksa: ${p.program}`.slice(0, 118),
    en: (p) => `Amendment ${p.number} awaits its check: ${p.program}`.slice(0, 118),
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.program)}>
        <EmailTitle>{t.title(props.number)}</EmailTitle>
        <EmailText>{t.body(props.program)}</EmailText>
        <EmailQuote>{props.reason}</EmailQuote>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    number: 1,
    reason: "Tempat uji kompetensi di Blora tutup sampai Maret 2027.",
    url: "https://sinergi.example/admin/adendum/bengkel-servis-motor/1",
  },
});
