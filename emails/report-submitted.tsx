import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Satu laporan menunggu diperiksa",
    body: (p: Props) => `${p.community} mengirim laporan Termin ${p.termin} untuk ${p.program}.`,
    receipts: "Nota",
    amount: "Jumlah nota",
    button: "Periksa laporan",
    next: "Periksa nota satu per satu. Yang menyetujui bukan yang mengirim.",
  },
  en: {
    title: "A report waits to be checked",
    body: (p: Props) => `${p.community} has sent the report of termin ${p.termin} of ${p.program}.`,
    receipts: "Receipts",
    amount: "Sum of receipts",
    button: "Check the report",
    next: "Check the receipts one by one. Who approves is not who sent it.",
  },
};

type Props = { program: string; community: string; termin: number; receipts: number; amount: string; url: string };

export const reportSubmitted = defineEmail<Props>({
  subject: {
    id: (p) => `Laporan Termin ${p.termin} masuk: ${p.program}`,
    en: (p) => `Report of termin ${p.termin}: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.receipts, value: String(props.receipts) },
            { label: t.amount, value: formatRupiah(BigInt(props.amount), language), strong: true },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", community: "WKSBM Rukun Kedungtuban", termin: 2, receipts: 7, amount: "42500000", url: "https://sinergi.example/admin/laporan/0199" },
});
