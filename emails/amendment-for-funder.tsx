import { formatDayLong } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "asked" | "in_force" | "refused_by_funder" | "unanswered" | "overtaken" | "withdrawn";
  program: string;
  urgent: boolean;
  number: number;
  /** The community's reason, or a funder's; empty where there is none. */
  words: string;
  answerBy: string;
  targetBefore: string;
  targetAfter: string;
  /** How much of the RAB moves. */
  moved: string;
  url: string;
};

const texts = {
  id: {
    subject: {
      asked: "Mohon jawaban atas adendum",
      in_force: "Adendum berlaku",
      refused_by_funder: "Adendum tidak berlaku",
      unanswered: "Adendum tidak berlaku",
      overtaken: "Adendum tidak berlaku",
      withdrawn: "Adendum ditarik",
    },
    title: (subject: string, n: number) => `${subject} (Adendum ${n})`,
    bodies: {
      asked:
        "Lembaga mengajukan perubahan pada program yang Anda danai, dan petugas sudah memeriksanya. Perubahan berlaku bila semua mitra menerima.",
      in_force: "Program yang Anda danai berubah. Nilai komitmen Anda tetap.",
      refused_by_funder: "Satu mitra menolak adendum ini, jadi versi yang berlaku tetap.",
      unanswered: "Tidak semua mitra menjawab sampai batasnya, jadi versi yang berlaku tetap.",
      overtaken: "Program sudah berubah sejak adendum diajukan, jadi versi yang berlaku tetap.",
      withdrawn: "Lembaga menarik adendum ini. Jawaban Anda tidak diperlukan lagi.",
    },
    target: "Target",
    change: (before: string, after: string) => `${before} menjadi ${after}`,
    stays: (amount: string) => `tetap ${amount}`,
    moved: "Bergeser di RAB",
    until: "Batas jawab",
    button: { asked: "Baca dan jawab", other: "Lihat riwayat program" },
    next: { asked: "Diam sampai batas jawab berarti tidak setuju.", other: "Anda dapat membandingkan versi mana pun di halaman riwayat." },
  },
  en: {
    subject: {
      asked: "Please answer an amendment",
      in_force: "An amendment is in force",
      refused_by_funder: "An amendment does not take effect",
      unanswered: "An amendment does not take effect",
      overtaken: "An amendment does not take effect",
      withdrawn: "An amendment was withdrawn",
    },
    title: (subject: string, n: number) => `${subject} (Amendment ${n})`,
    bodies: {
      asked:
        "The community wants to change a program that you fund, and the desk has checked it. It takes effect when every funder accepts.",
      in_force: "A program that you fund has changed. The amount of your commitment stays.",
      refused_by_funder: "A funder refused this amendment, so the version in force stays.",
      unanswered: "Not every funder answered in time, so the version in force stays.",
      overtaken: "The program has changed since the amendment was sent, so the version in force stays.",
      withdrawn: "The community withdrew this amendment. Your answer is no longer needed.",
    },
    target: "Target",
    change: (before: string, after: string) => `${before} becomes ${after}`,
    stays: (amount: string) => `stays ${amount}`,
    moved: "Moves within the budget",
    until: "Last day to answer",
    button: { asked: "Read and answer", other: "See the program's history" },
    next: { asked: "Silence until the last day means no.", other: "You can compare any two versions on the history page." },
  },
};

export const amendmentForFunder = defineEmail<Props>({
  subject: {
    id: (p) => `${texts.id.subject[p.happened]}: ${p.program}`.slice(0, 118),
    en: (p) => `${texts.en.subject[p.happened]}: ${p.program}`.slice(0, 118),
  },
  inside: { asks: (p) => p.happened === "asked", until: (p) => (p.happened === "asked" ? p.answerBy : null) },
  Body({ props, language }) {
    const t = texts[language];
    const asked = props.happened === "asked" ? "asked" : "other";
    const amount = (rupiah: string) => formatRupiah(BigInt(rupiah), language);
    const stays = props.targetBefore === props.targetAfter;
    const target = stays ? t.stays(amount(props.targetAfter)) : t.change(amount(props.targetBefore), amount(props.targetAfter));
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t.title(t.subject[props.happened], props.number)}</EmailTitle>
        <EmailText>{t.bodies[props.happened]}</EmailText>
        {props.words && <EmailQuote>{props.words}</EmailQuote>}
        <EmailFacts
          facts={[
            { label: "Program", value: props.program },
            { label: t.target, value: target, strong: true },
            { label: t.moved, value: amount(props.moved) },
            ...(props.happened === "asked" && props.answerBy ? [{ label: t.until, value: formatDayLong(props.answerBy, language) }] : []),
          ]}
        />
        <EmailButton href={props.url}>{t.button[asked]}</EmailButton>
        <EmailNext language={language}>{t.next[asked]}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "asked",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    number: 1,
    words: "Tempat uji kompetensi di Blora tutup sampai Maret 2027.",
    answerBy: "2026-12-08",
    targetBefore: "250000000",
    targetAfter: "250000000",
    moved: "4800000",
    url: "https://sinergi.example/ruang/perusahaan/persetujuan/adendum/bengkel-servis-motor/1",
  },
});
