import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "added" | "closed" | "changed" | "checked";
  organization: string;
  /** The program whose money goes elsewhere from now on; empty when the account belongs to none yet. */
  program: string;
  bank: string;
  maskedNumber: string;
  reason: string;
  url: string;
};

const texts = {
  id: {
    added: (p: Props) => `Rekening baru ditambahkan oleh ${p.organization}`,
    closed: (p: Props) => `Rekening ditutup oleh ${p.organization}`,
    changed: (p: Props) => `Rekening penerima berganti: ${p.program}`,
    checked: (p: Props) => `Rekening penerima yang baru sudah diperiksa: ${p.program}`,
    bodies: {
      added: "Rekening ini belum dipakai program mana pun. Petugas memeriksanya sebelum dapat dipakai.",
      closed: "Rekening ini tidak dapat dipakai lagi. Rekening yang sama pada lembaga yang dinaungi harus diperiksa lagi.",
      changed: "Pencairan program ini tertutup sampai petugas memeriksa rekening yang baru.",
      checked: "Pencairan program ini dapat dilanjutkan ke rekening ini.",
    },
    program: "Program",
    bank: "Bank",
    number: "Nomor rekening",
    reason: "Alasan",
    button: "Lihat",
    next: "Bila Anda tidak mengenal perubahan ini, balas surel ini sekarang juga, sebelum uang disalurkan.",
  },
  en: {
    added: (p: Props) => `${p.organization} has added an account`,
    closed: (p: Props) => `${p.organization} has closed an account`,
    changed: (p: Props) => `The payee account has changed: ${p.program}`,
    checked: (p: Props) => `The new payee account has been checked: ${p.program}`,
    bodies: {
      added: "No program uses this account yet. The desk checks it before it can be used.",
      closed: "This account can't be used any more. The same account of sponsored organisations has to be checked again.",
      changed: "Nothing of this program is disbursed until the desk has checked the new account.",
      checked: "Disbursement of this program can go on, to this account.",
    },
    program: "Program",
    bank: "Bank",
    number: "Account number",
    reason: "Reason",
    button: "Look",
    next: "If you don't know of this change, reply to this email at once, before money is disbursed.",
  },
};

export const payeeAccountChanged = defineEmail<Props>({
  subject: { id: (p) => texts.id[p.happened](p).slice(0, 118), en: (p) => texts.en[p.happened](p).slice(0, 118) },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t[props.happened](props)}</EmailTitle>
        <EmailText>{t.bodies[props.happened]}</EmailText>
        <EmailFacts
          facts={[
            ...(props.program ? [{ label: t.program, value: props.program }] : []),
            { label: t.bank, value: props.bank },
            { label: t.number, value: props.maskedNumber, strong: true },
            ...(props.reason ? [{ label: t.reason, value: props.reason }] : []),
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "changed",
    organization: "Karang Taruna Tunas Sambong",
    program: "Bengkel servis motor",
    bank: "Bank Contoh",
    maskedNumber: "•••• 7890",
    reason: "Buku tabungan lama hilang.",
    url: "https://sinergi.example/program/bengkel-servis-motor",
  },
});
