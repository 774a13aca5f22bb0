import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { defineEmail } from "./define";
import {
  EmailAlurDana,
  EmailButton,
  EmailFacts,
  type EmailFlow,
  EmailLayout,
  EmailNext,
  EmailText,
  EmailTitle,
  EmailTotal,
} from "./layout";

const texts = {
  id: {
    title: (amount: string) => `${amount} sudah kami terima`,
    forCompany: (day: string, program: string) => `Transfer Anda tanggal ${day} cocok dengan komitmen Anda untuk ${program}. Terima kasih.`,
    forCommunity: (company: string, day: string, program: string) =>
      `Transfer ${company} tanggal ${day} sudah masuk ke dana program ${program}.`,
    reference: "Nomor referensi",
    code: "Program",
    community: "Lembaga",
    company: "Mitra",
    arrived: "Masuk rekening",
    received: "Diterima",
    flow: (target: string) => `Alur Dana program sesudah transfer ini, target ${target}`,
    button: { company: "Lihat komitmen", community: "Lihat dana program" },
    left: (left: string) => `Sisa tahap ini ${left}, dengan nomor referensi yang sama.`,
    full: "Tahap ini sudah diterima penuh. Setiap rupiahnya dapat Anda ikuti di halaman program.",
    community_next: "Dana dicairkan per termin sesuai rencana program. Pengajuan termin dilakukan bendahara di ruang lembaga.",
  },
  en: {
    title: (amount: string) => `We have received ${amount}`,
    forCompany: (day: string, program: string) => `Your transfer of ${day} matches your pledge for ${program}. Thank you.`,
    forCommunity: (company: string, day: string, program: string) =>
      `The transfer of ${company} of ${day} has reached the fund of ${program}.`,
    reference: "Reference",
    code: "Program",
    community: "Organisation",
    company: "Funder",
    arrived: "Arrived on",
    received: "Received",
    flow: (target: string) => `The program's flow of funds after this transfer, target ${target}`,
    button: { company: "See the pledge", community: "See the program's fund" },
    left: (left: string) => `${left} of this instalment is left, under the same reference.`,
    full: "This instalment has been received in full. You can follow every rupiah of it on the program's page.",
    community_next: "Money is released tranche by tranche as planned. The treasurer asks for a tranche in the workspace.",
  },
};

type Props = {
  forCompany: boolean;
  company: string;
  community: string;
  program: string;
  urgent: boolean;
  code: string;
  amount: string;
  arrivedOn: string;
  reference: string;
  left: string;
  flow: EmailFlow;
  url: string;
};

export const paymentReceived = defineEmail<Props>({
  subject: {
    id: (p) => `${formatRupiah(BigInt(p.amount))} diterima: ${p.program}`,
    en: (p) => `${formatRupiah(BigInt(p.amount), "en")} received: ${p.program}`,
  },
  Body({ props, language }) {
    const t = texts[language];
    const day = formatDay(props.arrivedOn, language);
    const body = props.forCompany ? t.forCompany(day, props.program) : t.forCommunity(props.company, day, props.program);
    const left = BigInt(props.left);
    return (
      <EmailLayout language={language} preview={body}>
        <EmailTitle>{t.title(formatRupiah(BigInt(props.amount), language))}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailFacts
          facts={[
            {
              label: t.reference,
              value: spellReference(props.reference),
              strong: true,
            },
            { label: t.code, value: props.code },
            props.forCompany ? { label: t.community, value: props.community } : { label: t.company, value: props.company },
            { label: t.arrived, value: day },
          ]}
        />
        <EmailTotal label={t.received} amount={props.amount} language={language} />
        <EmailAlurDana flow={props.flow} caption={t.flow(formatRupiahShort(BigInt(props.flow.target), language))} language={language} />
        <EmailButton href={props.url}>{props.forCompany ? t.button.company : t.button.community}</EmailButton>
        <EmailNext language={language}>
          {props.forCompany ? (left > 0n ? t.left(formatRupiah(left, language)) : t.full) : t.community_next}
        </EmailNext>
      </EmailLayout>
    );
  },
  example: {
    forCompany: true,
    company: "Gamping Mulya Semesta",
    community: "Karang Taruna Tunas Sambong",
    program: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    urgent: false,
    code: "SBG-2026-014",
    amount: "40000000",
    arrivedOn: "2026-11-23",
    reference: "SNG260391R",
    left: "0",
    flow: {
      target: "250000000",
      committed: "190000000",
      received: "190000000",
      disbursed: "137500000",
      accounted: "93900000",
    },
    url: "https://sinergi.example/ruang/perusahaan/komitmen/0199",
  },
});
