import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  organization: string;
  scope: "proposals" | "pledges" | "disbursements" | "all";
  happened: "frozen" | "lifted";
  words: string;
  url: string;
};

const texts = {
  id: {
    scopes: { proposals: "Usulan baru", pledges: "Komitmen baru", disbursements: "Pencairan", all: "Semua kegiatan" },
    frozen: (scope: string, organization: string) => `${scope} ${organization} dibekukan`,
    lifted: (scope: string, organization: string) => `Pembekuan dicabut: ${scope.toLowerCase()} ${organization}`,
    because: (words: string) => `Alasan: ${words}`,
    found: (words: string) => `Catatan: ${words}`,
    body: "Yang sudah berjalan tetap tercatat dan tidak dibatalkan. Cakupan dan alasannya tampil di halaman publik.",
    bodyLifted: "Kegiatan ini dapat dilanjutkan mulai sekarang.",
    button: "Buka ruang kerja",
    next: "Balas surel ini bila ada yang perlu dijelaskan atau diperbaiki.",
  },
  en: {
    scopes: { proposals: "New proposals", pledges: "New pledges", disbursements: "Disbursements", all: "Everything" },
    frozen: (scope: string, organization: string) => `Frozen: ${scope.toLowerCase()} of ${organization}`,
    lifted: (scope: string, organization: string) => `No longer frozen: ${scope.toLowerCase()} of ${organization}`,
    because: (words: string) => `Reason: ${words}`,
    found: (words: string) => `Note: ${words}`,
    body: "What is under way stays on record and is not undone. The scope and the reason are on public pages.",
    bodyLifted: "You can continue from now on.",
    button: "Open the workspace",
    next: "Reply to this email if there is something to explain or to mend.",
  },
};

export const organizationFrozen = defineEmail<Props>({
  subject: {
    id: (p) => texts.id[p.happened](texts.id.scopes[p.scope], p.organization),
    en: (p) => texts.en[p.happened](texts.en.scopes[p.scope], p.organization),
  },
  Body({ props, language }) {
    const t = texts[language];
    const frozen = props.happened === "frozen";
    return (
      <EmailLayout language={language} preview={frozen ? t.body : t.bodyLifted}>
        <EmailTitle>{t[props.happened](t.scopes[props.scope], props.organization)}</EmailTitle>
        <EmailText>{frozen ? t.because(props.words) : t.found(props.words)}</EmailText>
        <EmailText>{frozen ? t.body : t.bodyLifted}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    scope: "disbursements",
    happened: "frozen",
    words: "Rekening penerima sedang dicocokkan ulang dengan banknya.",
    url: "https://sinergi.example/ruang/lembaga",
  },
});
