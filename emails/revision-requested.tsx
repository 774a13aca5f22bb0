import { defineEmail } from "./define";
import { EmailButton, EmailLayout, EmailNext, EmailQuote, EmailText, EmailTitle } from "./layout";

const texts = {
  id: {
    title: (count: number) => (count === 1 ? "Satu hal perlu diperbaiki" : `${count} hal perlu diperbaiki`),
    body: (title: string) => `Usulan “${title}” sudah kami baca. Sebelum pemeriksaan berlanjut, perbaiki yang berikut.`,
    button: "Perbaiki usulan",
    next: "Setiap catatan terlihat tepat di isiannya. Setelah selesai, kirim lagi. Isian yang tidak disebut tidak perlu diubah.",
  },
  en: {
    title: (count: number) => (count === 1 ? "One thing needs a change" : `${count} things need a change`),
    body: (title: string) => `We have read “${title}”. Before the check goes on, please change the following.`,
    button: "Change the proposal",
    next: "Each note is shown right at its field. Send the proposal again when you are done. What is not named needs no change.",
  },
};

type Props = { title: string; requests: { field: string; reason: string; note: string }[]; url: string };

export const revisionRequested = defineEmail<Props>({
  subject: { id: (p) => `Perlu diperbaiki: ${p.title}`, en: (p) => `Changes needed: ${p.title}` },
  inside: { asks: () => true },
  Body({ props, language }) {
    const t = texts[language];
    return (
      <EmailLayout language={language} preview={t.title(props.requests.length)}>
        <EmailTitle>{t.title(props.requests.length)}</EmailTitle>
        <EmailText>{t.body(props.title)}</EmailText>
        {props.requests.map((request) => (
          <EmailQuote key={`${request.field} ${request.note}`}>{`${request.field} (${request.reason}): ${request.note}`}</EmailQuote>
        ))}
        <EmailButton href={props.url}>{t.button}</EmailButton>
        <EmailNext language={language}>{t.next}</EmailNext>
      </EmailLayout>
    );
  },
  example: {
    title: "Alat bantu gerak dan terapi untuk 32 lansia",
    requests: [
      { field: "RAB baris 4, Kursi roda", reason: "Harga di luar kisaran", note: "Turunkan ke Rp 2,8 jt, atau lampirkan dua penawaran." },
      { field: "Masalah dan cara", reason: "Keadaan lapangan berbeda", note: "Ruang terukur 4 × 5 m. Sesuaikan jumlah alat." },
    ],
    url: "https://sinergi.example/ruang/lembaga/usulan/0190/kirim",
  },
});
