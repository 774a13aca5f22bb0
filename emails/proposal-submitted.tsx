import { formatRupiah } from "~/kernel/money";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    verifier: {
      title: "Satu usulan menunggu diperiksa",
      body: (name: string) =>
        `Halo ${name}, usulan ini lengkap dan baru dikirim. Buka berkasnya bila Anda tidak memiliki ikatan dengan lembaganya.`,
      button: "Buka usulan",
      next: "Keputusan terbit paling lama 20 hari kerja setelah usulan dikirim.",
    },
    sender: {
      title: "Usulan Anda sudah kami terima",
      body: (name: string) =>
        `Halo ${name}, usulan lembaga Anda sudah sampai di meja verifikasi. Isinya tidak dapat diubah selama diperiksa.`,
      button: "Lihat usulan",
      next: "Petugas berkunjung paling lama 10 hari kerja, keputusan terbit paling lama 20 hari kerja. Anda tetap bisa menarik usulan.",
    },
    program: "Usulan",
    organization: "Lembaga",
    target: "Target",
  },
  en: {
    verifier: {
      title: "A proposal waits to be checked",
      body: (name: string) => `Hello ${name}, this proposal is complete and was just sent. Open it if you have no tie to its organisation.`,
      button: "Open the proposal",
      next: "A decision is due within 20 working days after the proposal was sent.",
    },
    sender: {
      title: "We have received your proposal",
      body: (name: string) =>
        `Hello ${name}, your organisation’s proposal has reached the verification desk. It cannot be changed while it is checked.`,
      button: "View the proposal",
      next: "A visit takes place within 10 working days, a decision within 20. You can still withdraw the proposal.",
    },
    program: "Proposal",
    organization: "Organisation",
    target: "Target",
  },
};

type Props = { name: string; reader: "verifier" | "sender"; title: string; organization: string; target: string; url: string };

export const proposalSubmitted = defineEmail<Props>({
  subject: {
    id: (p) => (p.reader === "sender" ? `Usulan diterima: ${p.title}` : `Perlu diperiksa: ${p.title}`),
    en: (p) => (p.reader === "sender" ? `Proposal received: ${p.title}` : `To be checked: ${p.title}`),
  },
  inside: { asks: (p) => p.reader === "verifier" },
  Body({ props, language }) {
    const t = texts[language];
    const words = t[props.reader];
    return (
      <EmailLayout language={language} preview={`${props.title}, ${props.organization}`}>
        <EmailTitle>{words.title}</EmailTitle>
        <EmailText>{words.body(props.name)}</EmailText>
        <EmailFacts
          facts={[
            { label: t.program, value: props.title },
            { label: t.organization, value: props.organization },
            { label: t.target, value: formatRupiah(BigInt(props.target), language), strong: true },
          ]}
        />
        <EmailButton href={props.url}>{words.button}</EmailButton>
        <EmailNext language={language}>{words.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    name: "Rini Astuti",
    reader: "verifier",
    title: "Bengkel servis motor untuk 24 pemuda putus sekolah",
    organization: "Karang Taruna Tunas Sambong",
    target: "250000000",
    url: "https://sinergi.example/admin/verifikasi/0190",
  },
});
