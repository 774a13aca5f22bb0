import { formatRupiah, formatWhole } from "~/kernel/money";
import type { Language } from "~/kernel/messages";
import { formatMonth } from "~/kernel/months";
import { fieldLabel } from "./field-label";
import type { Issue, IssueCode } from "./issue";
import type { ProposalDraft } from "./proposal-draft";

type Values = NonNullable<Issue["values"]>;
type Texts = { readonly [C in IssueCode]: (values: Values) => string };

function money(value: Values[string] | undefined, language: Language): string {
  const amount = typeof value === "bigint" ? value : 0n;
  return formatRupiah(amount < 0n ? -amount : amount, language);
}

function whole(value: Values[string] | undefined, language: Language): string {
  return formatWhole(typeof value === "number" ? value : 0, language);
}

function months({ first, last }: Values, language: Language): string {
  return [first, last]
    .filter((month) => month !== "")
    .map((month) => formatMonth(String(month), language))
    .join(" – ");
}

function isShort(value: Values[string] | undefined): boolean {
  return typeof value === "bigint" && value > 0n;
}

const texts: Readonly<Record<Language, Texts>> = {
  id: {
    missing: () => "Belum diisi.",
    too_short: (v) => `Terlalu pendek. Tulis paling sedikit ${String(v.least)} huruf.`,
    too_long: (v) => `Terlalu panjang: ${String(v.length)} dari ${String(v.most)} huruf.`,
    unread: (v) => `“${String(v.typed)}” belum terbaca. Tulis angka, misalnya 1.250.`,
    unread_day: (v) => `“${String(v.typed)}” bukan tanggal yang ada. Tulis seperti 24/11/2026.`,
    unread_month: (v) => `“${String(v.typed)}” bukan bulan. Tulis seperti 11/2026.`,
    must_be_positive: () => "Isi angka yang lebih dari nol.",
    no_goal: () => "Pilih tujuan pembangunan yang utama.",
    no_need: () => "Pilih paling sedikit satu kelompok sasaran.",
    people_exceed_total: () => "Tidak boleh lebih banyak dari jumlah penerima manfaat.",
    parts_differ: (v) => `Jumlah bagiannya ${whole(v.sum, "id")}, sedangkan penerima manfaat ${whole(v.total, "id")} orang.`,
    people_unknown: () => "Isi jumlah orang, supaya rinciannya dapat dibandingkan.",
    answers_exceed_total: () => "Orang dari kebutuhan yang dijawab lebih banyak dari jumlah penerima manfaat.",
    area_too_large: () => "Pilih kecamatan, desa, atau kelurahan. Kabupaten terlalu luas untuk dikunjungi.",
    ends_before_start: () => "Tanggal selesai tidak boleh sebelum tanggal mulai.",
    closed_already: () => "Tanggal ini sudah lewat. Pilih tanggal setelah hari ini.",
    open_after_end: () => "Komitmen ditutup paling lambat pada hari program selesai.",
    no_activities: () => "Tambahkan paling sedikit satu kegiatan.",
    activity_incomplete: () => "Lengkapi nama kegiatan, bulan mulai, dan bulan selesai.",
    activity_order: () => "Bulan selesai mendahului bulan mulai.",
    activity_outside_program: (v) => `Di luar masa program, ${months(v, "id")}.`,
    no_risks: () => "Tambahkan paling sedikit satu risiko.",
    risk_incomplete: () => "Lengkapi risiko, kemungkinan, dan penanganannya.",
    members_too_few: () => "Usulan bersama memerlukan paling sedikit dua kelompok.",
    member_incomplete: () => "Lengkapi nama kelompok, desa, dan koordinator.",
    member_twice: () => "Dua kelompok bernama sama. Bedakan namanya.",
    village_unknown: () => "Desa ini tidak ada di daftar. Pilih dari saran, misalnya “Desa Ledok, Kecamatan Sambong, Kabupaten Blora”.",
    line_without_member: () => "Pilih kelompok yang memegang baris ini.",
    share_too_much: () => "Bagian kelompok lain melebihi jumlah baris ini.",
    no_lines: () => "Tambahkan paling sedikit satu baris.",
    line_incomplete: () => "Lengkapi uraian, volume, satuan, dan harga satuan.",
    amount_not_whole: () => "Volume kali harga satuan harus menjadi rupiah bulat.",
    contribution_incomplete: () => "Lengkapi uraian, volume, satuan, dan nilai satuan, atau hapus baris ini.",
    no_tranches: () => "Tambahkan paling sedikit satu termin.",
    tranche_incomplete: () => "Lengkapi pekerjaan, jumlah, dan rencana tanggal.",
    tranche_order: () => "Tanggal termin ini mendahului termin sebelumnya.",
    tranche_outside_program: () => "Tanggal termin ini setelah program selesai.",
    tranches_differ: (v) =>
      isShort(v.difference)
        ? `Jumlah termin kurang ${money(v.difference, "id")} dari RAB.`
        : `Jumlah termin lebih ${money(v.difference, "id")} dari RAB.`,
    no_indicators: () => "Tambahkan paling sedikit satu indikator.",
    indicator_incomplete: () => "Lengkapi nama, satuan, nilai awal, dan target.",
    payee_foreign: () => "Rekening ini bukan milik lembaga atau penampung dananya.",
    payee_unverified: () => "Rekening ini belum diperiksa petugas.",
    payee_closed: () => "Rekening ini sudah ditutup. Pilih rekening lain.",
    no_photo: () => "Lampirkan paling sedikit satu foto keadaan awal.",
    standing_invalid: () => "Legalitas lembaga belum disetujui atau sudah habis masa berlakunya.",
    target_below_committed: (v) => `Jumlah RAB tidak boleh di bawah ${money(v.committed, "id")} yang sudah dijanjikan mitra.`,
    line_below_receipts: (v) => `Nota sudah memakai ${money(v.least, "id")} dari baris ini; jumlahnya tidak boleh lebih kecil.`,
    line_below_pledges: (v) => `Mitra menjanjikan ${money(v.least, "id")} untuk baris ini; jumlahnya tidak boleh lebih kecil.`,
    line_named: (v) => `Baris “${String(v.name)}” sudah disebut komitmen atau nota. Turunkan jumlahnya, jangan dihapus.`,
    line_member_spent: () => "Kelompok yang sudah membelanjakan baris ini harus tetap memegang bagiannya.",
    tranche_fixed: (v) => `Termin ${String(v.n)} sudah diminta atau dibayar dan tidak dapat diubah.`,
    tranche_named: (v) => `Termin ${String(v.n)} disebut catatan lain dan tidak dapat dihapus.`,
    indicator_reported: (v) => `Indikator “${String(v.name)}” sudah dilaporkan dan tidak dapat dihapus.`,
    need_closed: () => "Satu kebutuhan yang dijawab sudah ditutup pencatatnya. Kosongkan isiannya.",
  },
  en: {
    missing: () => "Not filled in yet.",
    too_short: (v) => `Too short. Write at least ${String(v.least)} characters.`,
    too_long: (v) => `Too long: ${String(v.length)} of ${String(v.most)} characters.`,
    unread: (v) => `“${String(v.typed)}” cannot be read. Write a number, for example 1.250.`,
    unread_day: (v) => `“${String(v.typed)}” is not a day that exists. Write it like 24/11/2026.`,
    unread_month: (v) => `“${String(v.typed)}” is not a month. Write it like 11/2026.`,
    must_be_positive: () => "Enter a number above zero.",
    no_goal: () => "Choose the primary development goal.",
    no_need: () => "Choose at least one need group.",
    people_exceed_total: () => "Cannot be more than the number of beneficiaries.",
    parts_differ: (v) => `The parts sum to ${whole(v.sum, "en")}, the beneficiaries are ${whole(v.total, "en")} people.`,
    people_unknown: () => "Fill in the number of people, so that the parts can be compared with it.",
    answers_exceed_total: () => "The people of the answered needs are more than the number of beneficiaries.",
    area_too_large: () => "Choose a district or a village. A regency is too large to visit.",
    ends_before_start: () => "The end cannot be before the start.",
    closed_already: () => "This day has passed. Choose a day after today.",
    open_after_end: () => "Pledges close at the latest on the day the program ends.",
    no_activities: () => "Add at least one activity.",
    activity_incomplete: () => "Complete the name of the activity, its first month and its last.",
    activity_order: () => "The last month is before the first.",
    activity_outside_program: (v) => `Outside the time of the program, ${months(v, "en")}.`,
    no_risks: () => "Add at least one risk.",
    risk_incomplete: () => "Complete the risk, how likely it is and what you do about it.",
    members_too_few: () => "A joint proposal needs at least two groups.",
    member_incomplete: () => "Complete the group’s name, village and coordinator.",
    member_twice: () => "Two groups have the same name. Tell them apart.",
    village_unknown: () =>
      "This village is not in the list. Choose a suggestion, for example “Desa Ledok, Kecamatan Sambong, Kabupaten Blora”.",
    line_without_member: () => "Choose the group that holds this line.",
    share_too_much: () => "The parts of other groups exceed the amount of this line.",
    no_lines: () => "Add at least one line.",
    line_incomplete: () => "Complete description, volume, unit and unit price.",
    amount_not_whole: () => "Volume times unit price must give whole rupiah.",
    contribution_incomplete: () => "Complete description, volume, unit and unit value, or remove this row.",
    no_tranches: () => "Add at least one tranche.",
    tranche_incomplete: () => "Complete the work, the amount and the planned day.",
    tranche_order: () => "This tranche is planned before the one above it.",
    tranche_outside_program: () => "This tranche is planned after the program ends.",
    tranches_differ: (v) =>
      isShort(v.difference)
        ? `The tranches are ${money(v.difference, "en")} short of the budget.`
        : `The tranches are ${money(v.difference, "en")} above the budget.`,
    no_indicators: () => "Add at least one indicator.",
    indicator_incomplete: () => "Complete name, unit, baseline and target.",
    payee_foreign: () => "This account belongs neither to the organisation nor to its fiscal sponsor.",
    payee_unverified: () => "This account has not been checked yet.",
    payee_closed: () => "This account is closed. Choose another one.",
    no_photo: () => "Attach at least one photo of the present situation.",
    standing_invalid: () => "The organisation’s standing is not approved, or has expired.",
    target_below_committed: (v) => `The budget cannot be below ${money(v.committed, "en")}, which companies have committed.`,
    line_below_receipts: (v) => `Receipts have used ${money(v.least, "en")} of this line; it cannot be less.`,
    line_below_pledges: (v) => `Companies have committed ${money(v.least, "en")} to this line; it cannot be less.`,
    line_named: (v) => `A pledge or a receipt names the line “${String(v.name)}”. Lower its amount instead of removing it.`,
    line_member_spent: () => "A group that has spent of this line must keep a part of it.",
    tranche_fixed: (v) => `Tranche ${String(v.n)} has been requested or paid and cannot be changed.`,
    tranche_named: (v) => `Other records refer to tranche ${String(v.n)}; it cannot be removed.`,
    indicator_reported: (v) => `The indicator “${String(v.name)}” has been reported on and cannot be removed.`,
    need_closed: () => "One of the needs has been closed by whoever recorded it. Empty its field.",
  },
};

/** The sentence of an issue, to stand beside its field. */
export function issueText(issue: Issue, language: Language): string {
  return texts[language][issue.code](issue.values ?? {});
}

/** The same with the name of the field in front, for lists. */
export function issueLine(issue: Issue, draft: ProposalDraft, language: Language): string {
  return `${fieldLabel(issue.field, draft, language)}: ${issueText(issue, language)}`;
}
