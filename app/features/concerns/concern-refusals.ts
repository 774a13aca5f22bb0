import { filesRefusals } from "~/features/files/files-messages";
import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

/** The sentence for each refusal and each error of a form of this noun, with those of the files. */
export const concernRefusals = defineMessages({
  id: {
    ...filesRefusals.id,
    choose_kind: (_: RefusalDetails) => "Pilih tentang apa laporan ini.",
    story_missing: (_: RefusalDetails) => "Tulis apa yang Anda lihat atau dengar, paling sedikit 20 huruf.",
    files_many: (_: RefusalDetails) => "Paling banyak 5 berkas. Pilih yang paling jelas, yang lain dapat menyusul.",
    choose_reply: (_: RefusalDetails) => "Pilih apakah kami boleh bertanya balik.",
    contact_form: (_: RefusalDetails) => "Tulis nomor HP, misalnya 0812 3456 7890, atau alamat surel.",
    subject_unknown: (_: RefusalDetails) => "Pilih dari daftar, atau “Saya tidak tahu”.",
    code_unknown: (_: RefusalDetails) => "Kode ini tidak kami kenal. Periksa tiap tanda, lalu coba lagi.",
    concern_closed: (_: RefusalDetails) => "Laporan ini sudah selesai. Buka laporan baru bila ada hal lain.",
    note_missing: (_: RefusalDetails) => "Tulis dulu catatannya.",
    choose_voice: (_: RefusalDetails) => "Pilih untuk siapa catatan ini.",
    choose_outcome: (_: RefusalDetails) => "Pilih hasilnya.",
    outcome_missing: (_: RefusalDetails) => "Tulis hasilnya untuk umum, paling sedikit 20 huruf.",
    tied: (_: RefusalDetails) => "Anda terikat dengan lembaga ini atau pernah memeriksa programnya. Orang lain yang menangani.",
    not_yours: (_: RefusalDetails) => "Ambil laporan ini dulu. Hanya yang memegangnya yang menulis.",
    transition_not_allowed: (_: RefusalDetails) => "Langkah ini tidak bisa dilakukan lagi. Muat ulang halaman.",
    trap_filled: (_: RefusalDetails) => "Ada isian tersembunyi yang terisi sendiri dan sudah kami kosongkan. Tekan kirim sekali lagi.",
    rate_limited: (d: RefusalDetails) =>
      `Terlalu banyak kiriman dari tempat Anda. Tunggu ${String(d.minutes ?? "")} menit, lalu coba lagi.`,
  },
  en: {
    ...filesRefusals.en,
    choose_kind: (_: RefusalDetails) => "Choose what this is about.",
    story_missing: (_: RefusalDetails) => "Write what you saw or heard, at least 20 characters.",
    files_many: (_: RefusalDetails) => "At most 5 files. Choose the clearest; others can follow.",
    choose_reply: (_: RefusalDetails) => "Choose whether we may ask you.",
    contact_form: (_: RefusalDetails) => "Write a telephone number, for example 0812 3456 7890, or an email address.",
    subject_unknown: (_: RefusalDetails) => "Choose from the list, or “I don’t know”.",
    code_unknown: (_: RefusalDetails) => "We don’t know this code. Check every sign and try again.",
    concern_closed: (_: RefusalDetails) => "This case is closed. Open a new one if there is something else.",
    note_missing: (_: RefusalDetails) => "Write the note first.",
    choose_voice: (_: RefusalDetails) => "Choose for whom the note is.",
    choose_outcome: (_: RefusalDetails) => "Choose the outcome.",
    outcome_missing: (_: RefusalDetails) => "Write the outcome for the public, at least 20 characters.",
    tied: (_: RefusalDetails) => "You have ties to this organisation or have checked its program. Somebody else handles it.",
    not_yours: (_: RefusalDetails) => "Take this case first. Only whoever has it writes.",
    transition_not_allowed: (_: RefusalDetails) => "This step is no longer possible. Reload the page.",
    trap_filled: (_: RefusalDetails) => "A hidden field was filled in by itself; we have emptied it. Press send once more.",
    rate_limited: (d: RefusalDetails) => `Too much was sent from your place. Wait ${String(d.minutes ?? "")} minutes, then try again.`,
  },
});
