import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: "Rekening penerima sudah diperiksa",
    body: (organization: string) => `Rekening ini sekarang dapat dipakai pada usulan ${organization}.`,
    bank: "Bank",
    number: "Nomor rekening",
    holder: "Atas nama",
    button: "Lihat rekening",
    next: "Bila Anda tidak mengenal rekening ini, balas surel ini sekarang juga: uang hanya kami salurkan ke rekening yang sudah diperiksa.",
  },
  en: {
    title: "The payee account has been checked",
    body: (organization: string) => `This account can now be used in proposals of ${organization}.`,
    bank: "Bank",
    number: "Account number",
    holder: "Account holder",
    button: "See the accounts",
    next: "If you don't know this account, reply to this email at once: money goes only to accounts that have been checked.",
  },
};

type Props = { organization: string; bank: string; maskedNumber: string; holder: string; url: string };

export const payeeAccountVerified = defineEmail<Props>({
  subject: { id: (p) => `Rekening penerima diperiksa: ${p.organization}`, en: (p) => `Payee account checked: ${p.organization}` },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.organization)}>
        <EmailTitle>{t.title}</EmailTitle>
        <EmailText>{t.body(props.organization)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.bank, value: props.bank },
            { label: t.number, value: props.maskedNumber, strong: true },
            { label: t.holder, value: props.holder },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    bank: "Bank Contoh",
    maskedNumber: "•••• 7890",
    holder: "Karang Taruna Tunas Sambong",
    url: "https://sinergi.example/ruang/lembaga/rekening",
  },
});
