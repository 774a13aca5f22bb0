import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (organization: string) => `${organization} menunggu pemeriksaan legalitas`,
    body: "Berkasnya sudah lengkap dan dikirim. Periksa setiap dokumen, lalu setujui, minta perbaikan, atau tolak.",
    element: "Elemen",
    area: "Wilayah",
    documents: "Dokumen",
    button: "Periksa legalitas",
  },
  en: {
    title: (organization: string) => `${organization} awaits a check of its standing`,
    body: "Its documents are complete and submitted. Check each one, then approve, ask for a revision, or reject.",
    element: "Element",
    area: "Area",
    documents: "Documents",
    button: "Check the standing",
  },
};

type Props = { organization: string; element: { id: string; en: string }; area: string; documents: number; url: string };

export const organizationSubmitted = defineEmail<Props>({
  subject: { id: (p) => `Periksa legalitas: ${p.organization}`, en: (p) => `Check the standing: ${p.organization}` },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body}>
        <EmailTitle>{t.title(props.organization)}</EmailTitle>
        <EmailText>{t.body}</EmailText>
        <EmailFacts
          facts={[
            { label: t.element, value: props.element[language] },
            { label: t.area, value: props.area },
            { label: t.documents, value: String(props.documents) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    element: { id: "Karang Taruna", en: "Karang Taruna (Youth Organisation)" },
    area: "Desa Sambong, Kecamatan Sambong, Kabupaten Blora",
    documents: 3,
    url: "https://sinergi.example/admin/anggota/1",
  },
});
