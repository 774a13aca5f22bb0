import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (amount: string) => `${amount} dikembalikan bank`,
    body: (program: string) =>
      `Transfer untuk ${program} sudah dijalankan bank, tetapi uangnya kembali. Dana itu utuh di rekening program.`,
    termin: "Termin",
    reference: "Berita transfer",
    reason: "Kata bank",
    amount: "Jumlah",
    community: {
      button: "Periksa rekening penerima",
      next: "Periksa apakah rekening penerima masih aktif dan namanya sesuai. Termin disiapkan ulang dengan dua tanda tangan baru dan kode transfer baru; Anda tidak perlu memintanya lagi.",
    },
    desk: {
      button: "Buka termin ini",
      next: "Periksa dulu rekening penerimanya, lalu siapkan ulang. Transfer berikutnya mendapat kode baru dan dua tanda tangan baru.",
    },
  },
  en: {
    title: (amount: string) => `The bank sent ${amount} back`,
    body: (program: string) =>
      `The bank carried out the transfer for ${program}, but the money came back. It is whole in the program's fund.`,
    termin: "Tranche",
    reference: "Transfer note",
    reason: "The bank's words",
    amount: "Amount",
    community: {
      button: "Check the payee account",
      next: "Check whether the payee account is still open and in the right name. The tranche is prepared again with two new signatures and a new code; you needn't ask for it again.",
    },
    desk: {
      button: "Open this tranche",
      next: "Check the payee account first, then prepare the tranche again. The next transfer gets a new code and two new signatures.",
    },
  },
};

type Props = {
  program: string;
  urgent: boolean;
  termin: number;
  amount: string;
  reference: string;
  reason: string;
  for: "community" | "desk";
  url: string;
};

export const disbursementReturned = defineEmail<Props>({
  subject: {
    id: (p) => `Dikembalikan bank, Termin ${p.termin}: ${p.program}`,
    en: (p) => `Sent back by the bank, tranche ${p.termin}: ${p.program}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    const amount = formatRupiah(BigInt(props.amount), language);
    const { button, next } = t[props.for];
    return (
      <EmailLayout language={language} preview={t.body(props.program)}>
        <EmailTitle>{t.title(amount)}</EmailTitle>
        <EmailText>{t.body(props.program)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.termin, value: String(props.termin) },
            { label: t.reference, value: spellReference(props.reference) },
            { label: t.reason, value: props.reason },
            { label: t.amount, value: amount, strong: true },
          ]}
        />
        <EmailButton href={props.url}>{button}</EmailButton>
        <EmailNext language={language}>{next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering",
    urgent: false,
    termin: 3,
    amount: "105000000",
    reference: "SNGD260044P",
    reason: "RETUR SNGD260044P REK TUJUAN DITUTUP",
    for: "community",
    url: "https://sinergi.example/ruang/lembaga/rekening",
  },
});
