import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const identifierMessages = defineMessages({
  id: {
    kinds: { nik: "NIK", kk: "Nomor KK", npwp: "NPWP", nib: "NIB", phone: "Telepon" },
    title: (kind: string, organization: string) => `${kind} ${organization}`,
    lead: "Nomor ini disimpan tersandi dan tampil empat angka terakhirnya saja. Setiap pembukaan tercatat: siapa, kapan, dan untuk apa.",
    masked: "Nomor",
    number: "Nomor lengkap",
    once: "Tampil sekali ini.",
    close: "Tutup nomor",
    reason: "Untuk apa nomor ini dibuka?",
    reasonHint: "Paling sedikit sepuluh huruf. Tercatat di jejak audit, misalnya: mencocokkan dengan KTP yang diunggah.",
    open: "Buka nomor",
    show: "Buka",
    history: "Pernah dibuka",
    never: "Belum pernah dibuka.",
    doubtful: "Bentuknya tidak biasa: tanggal lahir di dalam nomor ini tidak ada. Cocokkan dengan kartunya.",
    twins: (names: string) => `Nomor yang sama dipakai ${names}.`,
    none: "Belum ada nomor.",
    keep: (masked: string) => `Sekarang ${masked}. Kosongkan bila tidak berubah.`,
  },
  en: {
    kinds: { nik: "NIK", kk: "Family card number", npwp: "Tax number (NPWP)", nib: "Business number (NIB)", phone: "Phone" },
    title: (kind: string, organization: string) => `${kind} of ${organization}`,
    lead: "This number is kept encrypted and only its last four digits are shown. Each opening is recorded: who, when and what for.",
    masked: "Number",
    number: "Whole number",
    once: "Shown this once.",
    close: "Close the number",
    reason: "What is this number opened for?",
    reasonHint: "At least ten characters. Kept in the audit log, for example: to compare with the identity card that was uploaded.",
    open: "Open the number",
    show: "Open",
    history: "Opened before",
    never: "Never opened.",
    doubtful: "Its form is unusual: the birthday in this number does not exist. Compare it with the card.",
    twins: (names: string) => `The same number is used by ${names}.`,
    none: "No number yet.",
    keep: (masked: string) => `Now ${masked}. Leave empty to keep it.`,
  },
});

export const identifierRefusals = defineMessages({
  id: {
    nik_form: (_: RefusalDetails) => "NIK terdiri dari 16 angka, seperti pada KTP.",
    kk_form: (_: RefusalDetails) => "Nomor KK terdiri dari 16 angka.",
    npwp_form: (_: RefusalDetails) => "NPWP terdiri dari 16 angka, atau 15 angka bentuk lama.",
    nib_form: (_: RefusalDetails) => "NIB terdiri dari 13 angka.",
    phone_form: (_: RefusalDetails) => "Tulis nomor telepon 8 sampai 13 angka, misalnya 0811 0000 601 atau +62 811 0000 601.",
    identifier_not_found: (_: RefusalDetails) => "Nomor ini tidak ada atau sudah diganti.",
    reveal_reason_missing: (_: RefusalDetails) => "Tulis untuk apa nomor ini dibuka, paling sedikit sepuluh huruf.",
  },
  en: {
    nik_form: (_: RefusalDetails) => "A NIK has 16 digits, as on the identity card.",
    kk_form: (_: RefusalDetails) => "A family card number has 16 digits.",
    npwp_form: (_: RefusalDetails) => "A tax number has 16 digits, or 15 in its old form.",
    nib_form: (_: RefusalDetails) => "A NIB has 13 digits.",
    phone_form: (_: RefusalDetails) => "Write a phone number of 8 to 13 digits, for example 0811 0000 601 or +62 811 0000 601.",
    identifier_not_found: (_: RefusalDetails) => "This number does not exist or has been replaced.",
    reveal_reason_missing: (_: RefusalDetails) => "Write what the number is opened for, in at least ten characters.",
  },
});
