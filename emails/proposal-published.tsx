import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Program Anda sudah terbit",
    body: (title: string) =>
      `“${title}” lolos pemeriksaan dan kini terbuka bagi perusahaan. Siapa pun dapat melihat halamannya dan buku besarnya.`,
    code: "Kode program",
    target: "Target",
    until: "Komitmen ditutup",
    button: "Lihat halaman program",
    next: "Kami mengabari Anda setiap ada komitmen. Jangan mulai pekerjaan suatu termin sebelum uangnya cair.",
  },
  en: {
    title: "Your program is published",
    body: (title: string) => `“${title}” passed the checks and is now open to companies. Anyone can see its page and its ledger.`,
    code: "Program code",
    target: "Target",
    until: "Open for pledges until",
    button: "View the program page",
    next: "We tell you about every commitment. Do not start the work of a tranche before its money has arrived.",
  },
};

export const proposalPublished = defineEmail<{ title: string; code: string; target: string; openUntil: string; url: string }>({
  subject: { id: (p) => `Program terbit: ${p.title}`, en: (p) => `Program published: ${p.title}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.title)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.title)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.code, value: props.code },
            { label: t.target, value: formatRupiah(BigInt(props.target), language), strong: true },
            { label: t.until, value: formatDay(props.openUntil, language) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    title: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    code: "SBG-2026-014",
    target: "250000000",
    openUntil: "2026-12-31",
    url: "https://sinergi.example/program/bengkel-servis-motor-untuk-24-pemuda-putus-sekolah",
  },
});
