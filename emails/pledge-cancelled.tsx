import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const reasons = {
  id: {
    budget_withdrawn: "Anggaran ditarik",
    program_changed: "Program berubah",
    entered_by_mistake: "Salah isi",
    approval_expired: "Batas waktu persetujuan lewat",
    unpaid: "Tahap tidak dibayar sampai batas waktu",
    other: "Lainnya",
  },
  en: {
    budget_withdrawn: "Budget withdrawn",
    program_changed: "The program changed",
    entered_by_mistake: "Entered by mistake",
    approval_expired: "The time for approval ran out",
    unpaid: "An instalment was not paid in time",
    other: "Other",
  },
};

const texts = {
  id: {
    title: (lapsed: boolean) => (lapsed ? "Komitmen gugur" : "Komitmen dibatalkan"),
    body: (company: string, program: string, lapsed: boolean) => `Komitmen ${company} untuk ${program} ${lapsed ? "gugur" : "dibatalkan"}.`,
    reason: "Alasan",
    released: "Dilepas dari komitmen",
    kept: "Sudah diterima, tetap di program",
    button: "Lihat rinciannya",
    next: "Jangan transfer lagi dengan nomor referensi komitmen ini. Bagian yang dilepas kembali terbuka untuk mitra lain.",
  },
  en: {
    title: (lapsed: boolean) => (lapsed ? "The pledge has lapsed" : "The pledge is cancelled"),
    body: (company: string, program: string, lapsed: boolean) =>
      `The pledge of ${company} for ${program} ${lapsed ? "has lapsed" : "is cancelled"}.`,
    reason: "Reason",
    released: "Released from the pledge",
    kept: "Received, stays with the program",
    button: "See the details",
    next: "Don't transfer under this pledge's references any more. What was released is open to other funders again.",
  },
};

type Props = {
  company: string;
  program: string;
  urgent: boolean;
  lapsed: boolean;
  released: string;
  kept: string;
  reason: keyof typeof reasons.id;
  note: string;
  url: string;
};

export const pledgeCancelled = defineEmail<Props>({
  subject: {
    id: (p) => `${p.lapsed ? "Komitmen gugur" : "Komitmen dibatalkan"}: ${p.program}`,
    en: (p) => `${p.lapsed ? "Pledge lapsed" : "Pledge cancelled"}: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(props.company, props.program, props.lapsed);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(props.lapsed)}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailFacts
          facts={[
            { label: t.reason, value: reasons[language][props.reason] },
            {
              label: t.released,
              value: formatRupiah(BigInt(props.released), language),
              strong: true,
            },
            {
              label: t.kept,
              value: formatRupiah(BigInt(props.kept), language),
            },
          ]}
        />
        {props.note ? <EmailQuote>{props.note}</EmailQuote> : null}
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    company: "Rimba Kencana Lestari",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    lapsed: false,
    released: "19500000",
    kept: "19500000",
    reason: "budget_withdrawn",
    note: "",
    url: "https://sinergi.example/ruang/perusahaan/komitmen/0199",
  },
});
