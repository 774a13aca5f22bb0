import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (amount: string) => `${amount} sedang menuju rekening lembaga`,
    body: (program: string) =>
      `Bank sudah menjalankan transfer untuk ${program}. Periksa rekening lembaga, lalu akui bahwa uangnya diterima.`,
    termin: "Termin",
    amount: "Jumlah",
    on: "Dijalankan bank",
    reference: "Berita transfer",
    button: "Akui penerimaan",
    next: "Pengakuan Anda menjadi kuitansi. Sejak itu uang dihitung sebagai Disalurkan dan nota belanjanya boleh dicatat.",
  },
  en: {
    title: (amount: string) => `${amount} is on its way to your account`,
    body: (program: string) =>
      `The bank has carried out the transfer for ${program}. Look at your account, then acknowledge that it arrived.`,
    termin: "Tranche",
    amount: "Amount",
    on: "Carried out by the bank",
    reference: "Transfer note",
    button: "Acknowledge receipt",
    next: "Your acknowledgement becomes the official receipt. From then on the money counts as disbursed and its spending can be recorded.",
  },
};

type Props = { program: string; urgent: boolean; termin: number; amount: string; reference: string; executedOn: string; url: string };

export const disbursementExecuted = defineEmail<Props>({
  subject: {
    id: (p) => `Akui penerimaan Termin ${p.termin}: ${p.program}`,
    en: (p) => `Acknowledge tranche ${p.termin}: ${p.program}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    const amount = formatRupiah(BigInt(props.amount), language);
    return (
      <EmailLayout language={language} preview={t.body(props.program)}>
        <EmailTitle>{t.title(amount)}</EmailTitle>
        <EmailText>{t.body(props.program)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.termin, value: String(props.termin) },
            { label: t.on, value: formatDay(props.executedOn, language) },
            { label: t.reference, value: spellReference(props.reference) },
            { label: t.amount, value: amount, strong: true },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering",
    urgent: false,
    termin: 3,
    amount: "105000000",
    reference: "SNGD260044P",
    executedOn: "2026-11-24",
    url: "https://sinergi.example/ruang/lembaga/program/sumur-dalam/termin/3/terima",
  },
});
