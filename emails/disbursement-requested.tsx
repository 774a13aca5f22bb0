import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Satu termin menunggu disiapkan",
    body: (p: Props) => `${p.community} meminta Termin ${p.termin}, ${p.title}, untuk ${p.program}.`,
    amount: "Jumlah",
    button: "Periksa dan siapkan",
    next: "Setelah Anda menyiapkan, petugas lain menyetujui. Baru kemudian uang dikirim.",
  },
  en: {
    title: "A termin waits to be prepared",
    body: (p: Props) => `${p.community} asks for termin ${p.termin}, ${p.title}, of ${p.program}.`,
    amount: "Amount",
    button: "Check and prepare",
    next: "After you have prepared it somebody else approves. Only then is money sent.",
  },
};

type Props = { program: string; community: string; termin: number; title: string; amount: string; url: string };

export const disbursementRequested = defineEmail<Props>({
  subject: {
    id: (p) => `Termin ${p.termin} diminta: ${p.program}`,
    en: (p) => `Termin ${p.termin} requested: ${p.program}`,
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
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: { program: "Sumur dalam dan tandon air untuk 212 keluarga dukuh kering", community: "WKSBM Rukun Kedungtuban", termin: 3, title: "Pipa transmisi dan dua tandon", amount: "105000000", url: "https://sinergi.example/admin/penyaluran/0199" },
});
