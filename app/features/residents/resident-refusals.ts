import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

/** The sentence for each refusal and each error of a form of this noun. */
export const residentRefusals = defineMessages({
  id: {
    choose_answer: (_: RefusalDetails) => "Pilih satu jawaban: ada, belum ada, atau berbeda.",
    trap_filled: (_: RefusalDetails) => "Ada isian tersembunyi yang terisi sendiri dan sudah kami kosongkan. Tekan kirim sekali lagi.",
    question_unknown: (_: RefusalDetails) => "Kode poster ini tidak kami kenal.",
    thing_missing: (_: RefusalDetails) => "Tulis apa yang seharusnya ada, paling sedikit 5 huruf.",
    place_missing: (_: RefusalDetails) => "Tulis tempat poster ini dipasang.",
    households_form: (_: RefusalDetails) => "Tulis jumlah rumah dengan angka, 1 sampai 99.999, atau kosongkan.",
    not_public: (_: RefusalDetails) => "Poster baru bisa dibuat sesudah program terbit.",
    questions_many: (_: RefusalDetails) => "Paling banyak 20 poster untuk satu program.",
    tranche_unknown: (_: RefusalDetails) => "Pilih termin dari daftar.",
    choose_reason: (_: RefusalDetails) => "Pilih alasannya.",
    note_missing: (_: RefusalDetails) => "Tulis penjelasannya, paling sedikit 5 huruf.",
    finding_missing: (_: RefusalDetails) => "Tulis apa yang ditemukan, paling sedikit 20 huruf.",
    declared_tie: (_: RefusalDetails) =>
      "Ada ikatan yang dinyatakan dengan lembaga ini atau penampung dananya. Petugas lain yang menangani.",
    own_organization: (_: RefusalDetails) => "Anda anggota lembaga ini atau penampung dananya. Petugas lain yang menangani.",
    alert_closed: (_: RefusalDetails) => "Tugas ini sudah selesai.",
    rate_limited: (d: RefusalDetails) => `Terlalu banyak jawaban dari sini. Tunggu ${String(d.minutes ?? "")} menit, lalu coba lagi.`,
  },
  en: {
    choose_answer: (_: RefusalDetails) => "Choose one answer: there, not yet, or different.",
    trap_filled: (_: RefusalDetails) => "A hidden field was filled in by itself; we have emptied it. Press send once more.",
    question_unknown: (_: RefusalDetails) => "We don’t know the code of this poster.",
    thing_missing: (_: RefusalDetails) => "Write what should be there, at least 5 characters.",
    place_missing: (_: RefusalDetails) => "Write where this poster hangs.",
    households_form: (_: RefusalDetails) => "Write the number of households in digits, 1 to 99,999, or leave it empty.",
    not_public: (_: RefusalDetails) => "Posters can be made once the program is published.",
    questions_many: (_: RefusalDetails) => "At most 20 posters for one program.",
    tranche_unknown: (_: RefusalDetails) => "Choose a termin from the list.",
    choose_reason: (_: RefusalDetails) => "Choose the reason.",
    note_missing: (_: RefusalDetails) => "Write an explanation, at least 5 characters.",
    finding_missing: (_: RefusalDetails) => "Write what was found, at least 20 characters.",
    declared_tie: (_: RefusalDetails) => "A tie to this organisation or its fiscal sponsor has been declared. Somebody else handles it.",
    own_organization: (_: RefusalDetails) => "You belong to this organisation or its fiscal sponsor. Somebody else handles it.",
    alert_closed: (_: RefusalDetails) => "This task is closed already.",
    rate_limited: (d: RefusalDetails) => `Too many answers came from here. Wait ${String(d.minutes ?? "")} minutes, then try again.`,
  },
});
