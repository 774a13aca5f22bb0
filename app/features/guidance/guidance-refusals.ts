import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

/** The sentence for each refusal and each error of a form of this noun. */
export const guidanceRefusals = defineMessages({
  id: {
    title_missing: (_: RefusalDetails) => "Tulis judulnya.",
    choose_topic: (_: RefusalDetails) => "Pilih pokok panduan ini.",
    regulations_many: (_: RefusalDetails) => "Paling banyak 12 aturan. Sebut yang mengikat saja.",
    regulation_long: (_: RefusalDetails) => "Satu aturan satu baris, paling panjang 200 huruf.",
    area_unknown: (_: RefusalDetails) => "Pilih wilayah dari daftar hasil pencarian.",
    areas_many: (_: RefusalDetails) => "Paling banyak 20 wilayah. Pilih kecamatan atau kabupaten bila lebih luas.",
    title_short: (_: RefusalDetails) => "Judul paling sedikit 8 huruf. Tulis pertanyaannya.",
    summary_short: (_: RefusalDetails) => "Ringkasan paling sedikit 20 huruf. Tulis jawaban singkatnya.",
    body_short: (_: RefusalDetails) => "Isi paling sedikit 80 huruf.",
    change_missing: (_: RefusalDetails) => "Tulis apa yang berubah, paling sedikit 5 huruf.",
    reason_missing: (_: RefusalDetails) => "Tulis alasannya, paling sedikit 10 huruf. Alasan tampil di halaman panduan.",
    transition_not_allowed: (_: RefusalDetails) => "Langkah ini tidak bisa dilakukan lagi. Muat ulang halaman.",
    practitioner_standing_invalid: (_: RefusalDetails) =>
      "Kedudukan Anda belum terverifikasi atau sudah habis masa berlakunya. Perbarui dokumen di halaman Legalitas.",
    email_missing: (_: RefusalDetails) => "Tulis alamat surel Anda.",
    link_expired: (_: RefusalDetails) => "Tautan ini tidak berlaku lagi. Isi formulir sekali lagi.",
    rate_limited: (d: RefusalDetails) => `Terlalu sering mencoba. Tunggu ${String(d.minutes ?? "")} menit, lalu coba lagi.`,
  },
  en: {
    title_missing: (_: RefusalDetails) => "Write the title.",
    choose_topic: (_: RefusalDetails) => "Choose the subject of this guidance.",
    regulations_many: (_: RefusalDetails) => "At most 12 regulations. Name only the binding ones.",
    regulation_long: (_: RefusalDetails) => "One regulation a line, at most 200 characters.",
    area_unknown: (_: RefusalDetails) => "Choose an area from the results.",
    areas_many: (_: RefusalDetails) => "At most 20 areas. Choose a district or a regency if it is wider.",
    title_short: (_: RefusalDetails) => "The title needs at least 8 characters. Write the question.",
    summary_short: (_: RefusalDetails) => "The summary needs at least 20 characters. Write the short answer.",
    body_short: (_: RefusalDetails) => "The text needs at least 80 characters.",
    change_missing: (_: RefusalDetails) => "Write what changed, at least 5 characters.",
    reason_missing: (_: RefusalDetails) => "Write the reason, at least 10 characters. It stands on the page.",
    transition_not_allowed: (_: RefusalDetails) => "This step is no longer possible. Reload the page.",
    practitioner_standing_invalid: (_: RefusalDetails) =>
      "Your standing is not verified or has expired. Renew the documents on the Standing page.",
    email_missing: (_: RefusalDetails) => "Write your email address.",
    link_expired: (_: RefusalDetails) => "This link no longer works. Fill in the form again.",
    rate_limited: (d: RefusalDetails) => `Too many attempts. Wait ${String(d.minutes ?? "")} minutes, then try again.`,
  },
});
