import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "asked" | "accepted" | "refused" | "ended";
  sponsor: string;
  sponsored: string;
  note: string;
  url: string;
};

const texts = {
  id: {
    asked: (p: Props) => `${p.sponsored} meminta ${p.sponsor} menjadi penampung dana`,
    accepted: (p: Props) => `${p.sponsor} bersedia menampung dana ${p.sponsored}`,
    refused: (p: Props) => `${p.sponsor} belum dapat menampung dana ${p.sponsored}`,
    ended: (p: Props) => `Penampungan dana ${p.sponsored} oleh ${p.sponsor} berakhir`,
    bodies: {
      asked:
        "Penampung menerima dan mencatat uang program atas nama yang dinaungi, ikut menandatangani usulannya, dan disebut di halaman publik.",
      accepted: "Usulan dapat dikirim sesudah penampung ikut menandatanganinya. Rekening penampung dapat didaftarkan sekarang.",
      refused: "Yang dinaungi dapat meminta lembaga lain. Usulan belum dapat dikirim tanpa penampung.",
      ended: "Rekening lewat penampung ini harus diperiksa lagi sebelum dapat dipakai.",
    },
    note: (note: string) => `Catatan: ${note}`,
    button: "Buka ruang lembaga",
    next: "Bila Anda tidak mengenal permintaan ini, jangan disetujui dan balas surel ini.",
  },
  en: {
    asked: (p: Props) => `${p.sponsored} asks ${p.sponsor} to be its fiscal sponsor`,
    accepted: (p: Props) => `${p.sponsor} agrees to hold the money of ${p.sponsored}`,
    refused: (p: Props) => `${p.sponsor} can't hold the money of ${p.sponsored}`,
    ended: (p: Props) => `${p.sponsor} no longer sponsors ${p.sponsored}`,
    bodies: {
      asked: "A sponsor receives and records program money for whom it sponsors, co-signs the proposals and is named on public pages.",
      accepted: "Proposals can be submitted once the sponsor has co-signed them. The sponsor's account can be added now.",
      refused: "The sponsored may ask another organisation. Without a sponsor no proposal can be submitted.",
      ended: "Accounts that go through this sponsor have to be checked again before they can be used.",
    },
    note: (note: string) => `Note: ${note}`,
    button: "Open the workspace",
    next: "If you don't know of this, don't agree to it and reply to this email.",
  },
};

export const sponsorship = defineEmail<Props>({
  subject: { id: (p) => texts.id[p.happened](p), en: (p) => texts.en[p.happened](p) },
  inside: { asks: (p) => p.happened === "asked" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t[props.happened](props)}</EmailTitle>
        <EmailText>{t.bodies[props.happened]}</EmailText>
        {props.note && <EmailText>{t.note(props.note)}</EmailText>}
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "asked",
    sponsor: "LK3 Pelita Keluarga",
    sponsored: "Keluarga Pioner Omah Sinau",
    note: "Kami kenal keluarga ini sejak 2019.",
    url: "https://sinergi.example/ruang/lembaga/naungan",
  },
});
