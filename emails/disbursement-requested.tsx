import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (termin: number, program: string) => `Termin ${termin} diminta: ${program}`,
    body: (community: string) => `${community} meminta termin berikutnya. Syaratnya sudah terpenuhi; uangnya ada di rekening penampung.`,
    termin: "Termin",
    amount: "Jumlah",
    button: "Siapkan penyaluran",
    next: "Sesudah Anda menyiapkannya, orang lain di meja penyaluran menyetujuinya.",
  },
  en: {
    title: (termin: number, program: string) => `Tranche ${termin} requested: ${program}`,
    body: (community: string) => `${community} asks for its next tranche. Its conditions are met; the money is on the escrow account.`,
    termin: "Tranche",
    amount: "Amount",
    button: "Prepare the disbursement",
    next: "After you have prepared it, another person of the desk approves it.",
  },
};

type Props = { program: string; urgent: boolean; community: string; termin: number; title: string; amount: string; url: string };

export const disbursementRequested = defineEmail<Props>({
  subject: {
    id: (p) => `Termin ${p.termin} diminta: ${p.program}`,
    en: (p) => `Tranche ${p.termin} requested: ${p.program}`,
  },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.community)}>
        <EmailTitle>{t.title(props.termin, props.program)}</EmailTitle>
        <EmailText>{t.body(props.community)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.termin, value: `${props.termin}. ${props.title}` },
            { label: t.amount, value: formatRupiah(BigInt(props.amount), language), strong: true },
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
    community: "WKSBM Rukun Kedungtuban",
    termin: 3,
    title: "Pipa transmisi dan dua tandon",
    amount: "105000000",
    url: "https://sinergi.example/admin/penyaluran/0199",
  },
});
