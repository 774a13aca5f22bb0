import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Dana sudah dikirim ke rekening Anda",
    body: (p: Props) => `Bank sudah menjalankan transfer Termin ${p.termin} untuk ${p.program}. Periksa rekening, lalu akui bahwa dana sudah diterima.`,
    amount: "Jumlah",
    reference: "Kode transfer",
    day: "Tanggal transfer",
    button: "Akui dana diterima",
    next: "Simpan nota setiap belanja. Satu foto nota cukup, kirim kapan saja dari ponsel.",
  },
  en: {
    title: "The money has been sent to your account",
    body: (p: Props) => `The bank has carried out the transfer of termin ${p.termin} for ${p.program}. Look at the account, then acknowledge that it has arrived.`,
    amount: "Amount",
    reference: "Transfer code",
    day: "Day of the transfer",
    button: "Acknowledge",
    next: "Keep the receipt of every purchase. One photo of each is enough, sent from a phone at any time.",
  },
};

type Props = { program: string; termin: number; amount: string; reference: string; executedOn: string; url: string };

export const disbursementExecuted = defineEmail<Props>({
  subject: {
    id: (p) => `Termin ${p.termin} sudah dikirim: ${p.program}`,
    en: (p) => `Termin ${p.termin} has been sent: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.amount, value: formatRupiah(BigInt(props.amount), language), strong: true },
            { label: t.reference, value: props.reference },
            { label: t.day, value: formatDay(props.executedOn, language) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", termin: 2, amount: "85000000", reference: "SNGD260031K", executedOn: "2026-09-25", url: "https://sinergi.example/ruang/lembaga/program/sumur" },
});
