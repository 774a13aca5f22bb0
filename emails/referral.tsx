import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailText, EmailTitle } from "./layout";

type Props = {
  happened: "offered" | "accepted" | "declined" | "withdrawn" | "served" | "referred_on" | "not_reachable";
  practitioner: string;
  organization: string;
  /** The village of the need; for a sensitive one only the regency. */
  area: string;
  /** What was written: the note, the answer or the outcome; may be empty. */
  words: string;
  url: string;
};

const texts = {
  id: {
    offered: (p: Props) => `${p.practitioner} merujuk kebutuhan di ${p.area}`,
    accepted: (p: Props) => `${p.organization} menerima rujukan dari ${p.area}`,
    declined: (p: Props) => `${p.organization} menolak rujukan dari ${p.area}`,
    withdrawn: (p: Props) => `${p.practitioner} menarik rujukan dari ${p.area}`,
    served: (p: Props) => `${p.organization} sudah melayani rujukan dari ${p.area}`,
    referred_on: (p: Props) => `${p.organization} meneruskan rujukan dari ${p.area} ke layanan lain`,
    not_reachable: (p: Props) => `${p.organization} tidak dapat menjangkau warga di ${p.area}`,
    bodies: {
      offered: "Buka rujukannya, lalu terima atau tolak dengan alasan.",
      accepted: "Hasilnya dilaporkan satu kali, dan Anda diberi tahu lewat surel.",
      declined: "Anda dapat merujuk ke layanan lain.",
      withdrawn: "Tidak ada yang perlu Anda kerjakan.",
      served: "Hasilnya tercatat di riwayat kebutuhan.",
      referred_on: "Hasilnya tercatat di riwayat kebutuhan.",
      not_reachable: "Hasilnya tercatat di riwayat kebutuhan. Anda dapat merujuk lagi.",
    },
    button: "Buka rujukan",
    next: "Bila Anda tidak mengenal rujukan ini, balas surel ini.",
  },
  en: {
    offered: (p: Props) => `${p.practitioner} refers a need in ${p.area}`,
    accepted: (p: Props) => `${p.organization} accepts the referral from ${p.area}`,
    declined: (p: Props) => `${p.organization} declines the referral from ${p.area}`,
    withdrawn: (p: Props) => `${p.practitioner} took back the referral from ${p.area}`,
    served: (p: Props) => `${p.organization} has served the referral from ${p.area}`,
    referred_on: (p: Props) => `${p.organization} referred the people of ${p.area} on to another service`,
    not_reachable: (p: Props) => `${p.organization} couldn't reach the people of ${p.area}`,
    bodies: {
      offered: "Open the referral, then accept it or decline it with a reason.",
      accepted: "The outcome is reported once, and you are told by email.",
      declined: "You may refer to another service.",
      withdrawn: "There is nothing for you to do.",
      served: "The outcome is in the need's history.",
      referred_on: "The outcome is in the need's history.",
      not_reachable: "The outcome is in the need's history. You may refer again.",
    },
    button: "Open the referral",
    next: "If you don't know of this referral, reply to this email.",
  },
};

export const referral = defineEmail<Props>({
  subject: { id: (p) => texts.id[p.happened](p), en: (p) => texts.en[p.happened](p) },
  inside: { asks: (p) => p.happened === "offered" },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.bodies[props.happened]}>
        <EmailTitle>{t[props.happened](props)}</EmailTitle>
        {props.words && <EmailText>{`“${props.words}”`}</EmailText>}
        <EmailText>{t.bodies[props.happened]}</EmailText>
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    happened: "offered",
    practitioner: "Slamet Riyanto",
    organization: "LK3 Pelita Keluarga",
    area: "Desa Jegong, Kecamatan Jati, Kabupaten Blora",
    words: "Anak-anak tidak bersekolah sejak orang tua merantau.",
    url: "https://sinergi.example/ruang/lembaga/layanan",
  },
});
