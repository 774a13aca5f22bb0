import { formatDay } from "~/kernel/dates";
import { defineEmail } from "./define";
import { EmailButton, EmailFacts, EmailLayout, EmailLink, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (organization: string) => `Anda diundang ke ${organization}`,
    body: (inviter: string, organization: string) => `${inviter} mengundang Anda bekerja di Sinergi atas nama ${organization}.`,
    role: "Peran Anda",
    until: "Undangan berlaku sampai",
    button: "Terima undangan",
    copy: "Bila tombol tidak berfungsi, salin alamat ini ke peramban:",
    account: "Belum punya akun? Anda dapat membuatnya di halaman yang sama, dengan alamat surel ini.",
  },
  en: {
    title: (organization: string) => `You are invited to ${organization}`,
    body: (inviter: string, organization: string) => `${inviter} invites you to work on Sinergi for ${organization}.`,
    role: "Your role",
    until: "Invitation valid until",
    button: "Accept the invitation",
    copy: "If the button does not work, copy this address into your browser:",
    account: "No account yet? You can create one on the same page, with this email address.",
  },
};

type Props = { organization: string; inviter: string; roles: { id: string; en: string }; validUntil: string; url: string };

export const memberInvited = defineEmail<Props>({
  subject: {
    id: (p) => `Undangan bergabung dengan ${p.organization} di Sinergi`,
    en: (p) => `An invitation to join ${p.organization} on Sinergi`,
  },
  inside: "never",
  Body({ props, language }) {
    const t = texts[language];
    const body = t.body(props.inviter, props.organization);
    return (
      <EmailLayout language={language} preview={body} footnote={t.account}>
        <EmailTitle>{t.title(props.organization)}</EmailTitle>
        <EmailText>{body}</EmailText>
        <EmailFacts
          facts={[
            { label: t.role, value: props.roles[language], strong: true },
            { label: t.until, value: formatDay(props.validUntil, language) },
          ]}
        />
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailText>
          {t.copy} <EmailLink href={props.url} />
        </EmailText>
      </EmailLayout>
    );
  },
  example: {
    organization: "Karang Taruna Tunas Sambong",
    inviter: "Ketua Karang Taruna Tunas Sambong",
    roles: { id: "Bendahara", en: "Treasurer" },
    validUntil: "2026-12-01",
    url: "https://sinergi.example/gabung/77c1",
  },
});
