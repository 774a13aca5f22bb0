import { formatDay } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Kind = "community" | "company" | "practitioner";
type Props = {
  organization: string;
  kind: Kind;
  /** The document that ends; empty texts when the standing as a whole does. */
  document: { id: string; en: string };
  endsOn: string;
  daysLeft: number;
  url: string;
};

const texts = {
  id: {
    whole: "kedudukan",
    title: (what: string, organization: string, days: number) =>
      days === 0 ? `Hari ini ${what} ${organization} habis` : `${days} hari lagi ${what} ${organization} habis`,
    until: "Berlaku sampai",
    blocked: {
      community:
        "Sesudah hari itu usulan tidak dapat dikirim atau diterbitkan, dan termin baru tidak dapat diminta. Laporan dan nota tetap dapat dikirim.",
      company: "Sesudah hari itu komitmen baru tidak dapat disusun atau disetujui. Komitmen yang sudah ada tetap dapat dibayar.",
      practitioner: "Sesudah hari itu tugas tidak dapat diterima atau diselesaikan. Yang sudah selesai tetap sah.",
    },
    next: "Unggah dokumen penggantinya sekarang. Selama diperiksa, kedudukan yang berlaku tidak berubah.",
    button: "Unggah pengganti",
  },
  en: {
    whole: "the standing",
    title: (what: string, organization: string, days: number) =>
      days === 0 ? `Today ${what} of ${organization} ends` : `In ${days} days ${what} of ${organization} ends`,
    until: "Valid until",
    blocked: {
      community:
        "After that day no proposal can be submitted or published, and no new termin requested. Reports and receipts can still be sent.",
      company: "After that day no new pledge can be drafted or approved. Existing pledges can still be paid.",
      practitioner: "After that day no task can be taken on or finished. What is finished stays valid.",
    },
    next: "Upload its replacement now. While it is checked, the standing in force does not change.",
    button: "Upload a replacement",
  },
};

const titleOf = (language: "id" | "en", p: Props) => {
  const t = texts[language];
  return t.title(p.document[language] || t.whole, p.organization, p.daysLeft);
};

export const standingExpiring = defineEmail<Props>({
  subject: { id: (p) => titleOf("id", p), en: (p) => titleOf("en", p) },
  inside: { asks: () => true, until: (p) => p.endsOn },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.blocked[props.kind]}>
        <EmailTitle>{titleOf(language, props)}</EmailTitle>
        <EmailFacts facts={[{ label: t.until, value: formatDay(props.endsOn, language), strong: true }]} />
        <EmailText>{t.blocked[props.kind]}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    kind: "community",
    document: { id: "SK kepala desa tentang pengurus", en: "Village decree on the officers" },
    endsOn: "2026-12-18",
    daysLeft: 30,
    url: "https://sinergi.example/ruang/lembaga/legalitas",
  },
});
