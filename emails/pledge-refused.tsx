import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const reasons = {
  id: {
    budget_spent: "Anggaran habis atau ditahan",
    outside_pillar: "Tidak sesuai pilar",
    outside_area: "Di luar wilayah operasi",
    proof_too_thin: "Bukti termin sebelumnya belum cukup",
    overlap: "Tumpang tindih",
    other: "Lainnya",
  },
  en: {
    budget_spent: "Budget spent or on hold",
    outside_pillar: "Outside our pillars",
    outside_area: "Outside our area of operation",
    proof_too_thin: "Not enough proof of the tranche before",
    overlap: "Overlaps with another activity",
    other: "Other",
  },
};

const texts = {
  id: {
    title: "Komitmen tidak disetujui",
    body: (amount: string, program: string) => `Penyetuju menolak komitmen ${amount} untuk ${program}.`,
    reason: "Alasan",
    button: "Lihat komitmen",
    next: "Tidak ada yang tercatat di buku program. Anda dapat menyusun komitmen baru kapan saja selama program terbuka.",
  },
  en: {
    title: "The pledge was not approved",
    body: (amount: string, program: string) => `The approver refused the pledge of ${amount} for ${program}.`,
    reason: "Reason",
    button: "See the pledge",
    next: "Nothing was written in the program's books. You can draft a new pledge at any time while the program is open.",
  },
};

type Props = {
  program: string;
  urgent: boolean;
  amount: string;
  reason: keyof typeof reasons.id;
  note: string;
  url: string;
};

export const pledgeRefused = defineEmail<Props>({
  subject: {
    id: (p) => `Komitmen tidak disetujui: ${p.program}`,
    en: (p) => `Pledge not approved: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(formatRupiah(BigInt(props.amount), language), props.program);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailFacts
          facts={[
            {
              label: t.reason,
              value: reasons[language][props.reason],
              strong: true,
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
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    amount: "39000000",
    reason: "budget_spent",
    note: "Ajukan lagi sesudah RKA 2027 disahkan.",
    url: "https://sinergi.example/ruang/perusahaan/komitmen/0199",
  },
});
