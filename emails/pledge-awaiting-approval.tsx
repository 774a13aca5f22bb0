import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle, EmailTotal } from "./layout";

const texts = {
  id: {
    title: (amount: string) => `Setujui ${amount}?`,
    body: (drafter: string, program: string) => `${drafter} menyusun komitmen untuk ${program} dan menunggu keputusan Anda.`,
    community: "Lembaga",
    instalments: "Tahap pembayaran",
    until: "Berlaku sampai",
    amount: "Komitmen",
    button: "Periksa dan putuskan",
    next: "Begitu Anda setuju, komitmen tercatat di buku program dan petunjuk transfer terbit. Belum ada uang yang berpindah.",
  },
  en: {
    title: (amount: string) => `Approve ${amount}?`,
    body: (drafter: string, program: string) => `${drafter} has drafted a pledge for ${program}; it waits for your decision.`,
    community: "Organisation",
    instalments: "Instalments",
    until: "Stands until",
    amount: "Pledge",
    button: "Check and decide",
    next: "Once you approve, the pledge is in the program's books and the transfer instruction is issued. No money has moved yet.",
  },
};

type Props = {
  drafter: string;
  program: string;
  urgent: boolean;
  community: string;
  amount: string;
  instalments: number;
  expiresOn: string;
  note: string;
  url: string;
};

export const pledgeAwaitingApproval = defineEmail<Props>({
  subject: {
    id: (p) => `Menunggu persetujuan Anda: ${formatRupiah(BigInt(p.amount))} untuk ${p.program}`,
    en: (p) => `Waiting for your approval: ${formatRupiah(BigInt(p.amount), "en")} for ${p.program}`,
  },
  inside: { asks: () => true, until: (p) => p.expiresOn },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.body(props.drafter, props.program)}>
        <EmailTitle>{t.title(formatRupiah(BigInt(props.amount), language))}</EmailTitle>
        <EmailText>{t.body(props.drafter, props.program)}</EmailText>
        {props.note ? <EmailQuote>{props.note}</EmailQuote> : null}
        <EmailFacts
          facts={[
            { label: t.community, value: props.community },
            { label: t.instalments, value: String(props.instalments) },
            { label: t.until, value: formatDay(props.expiresOn, language) },
          ]}
        />
        <EmailTotal label={t.amount} amount={props.amount} language={language} />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    drafter: "Petugas TJSL",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    community: "Karang Taruna Tunas Sambong",
    amount: "39000000",
    instalments: 2,
    expiresOn: "2026-12-08",
    note: "Tiga baris ini menutup seluruh biaya uji kompetensi.",
    url: "https://sinergi.example/ruang/perusahaan/persetujuan/0199",
  },
});
