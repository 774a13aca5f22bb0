import { formatDay } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (organization: string) => `Legalitas ${organization} disetujui`,
    body: "Kami sudah memeriksa setiap dokumen. Keterangan apa yang diperiksa, kapan, dan sampai kapan berlaku tampil di profil publik Anda.",
    until: "Berlaku sampai",
    button: "Buka ruang kerja",
    community: "Anda dapat mengajukan usulan. Unggah dokumen pengganti sebelum masa berlakunya habis.",
    company: "Anda dapat berkomitmen untuk program. Unggah dokumen pengganti sebelum masa berlakunya habis.",
    practitioner: "Anda dapat menerima tugas di wilayah kerja Anda. Unggah dokumen pengganti sebelum masa berlakunya habis.",
  },
  en: {
    title: (organization: string) => `The standing of ${organization} is approved`,
    body: "We have checked every document. What was checked, when, and until when it holds is shown on your public profile.",
    until: "Valid until",
    button: "Open the workspace",
    community: "You can submit proposals. Upload replacement documents before it expires.",
    company: "You can pledge to programs. Upload replacement documents before it expires.",
    practitioner: "You can take on tasks in your area of work. Upload replacement documents before it expires.",
  },
};

type Props = { organization: string; kind: "community" | "company" | "practitioner"; validUntil: string; url: string };

export const standingApproved = defineEmail<Props>({
  subject: { id: (p) => `Legalitas disetujui: ${p.organization}`, en: (p) => `Standing approved: ${p.organization}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body}>
        <EmailTitle>{t.title(props.organization)}</EmailTitle>
        <EmailText>{t.body}</EmailText>
        <EmailFacts facts={[{ label: t.until, value: formatDay(props.validUntil, language), strong: true }]} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t[props.kind]}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    kind: "community",
    validUntil: "2028-05-31",
    url: "https://sinergi.example/ruang/lembaga",
  },
});
