import { defineMessages, type Language } from "~/kernel/messages";
import type { Section } from "./proposal";
import type { ProposalDraft } from "./proposal-draft";

export const fieldMessages = defineMessages({
  id: {
    field: {
      title: "Judul",
      summary: "Ringkasan",
      story: "Masalah dan cara",
      pillar: "Pilar TJSL",
      goals: "Tujuan pembangunan (TPB)",
      needs: "Kelompok sasaran (PPKS)",
      answers: "Kebutuhan yang dijawab",
      beneficiaries: "Jumlah penerima manfaat",
      beneficiaryUnit: "Satuan penerima",
      women: "Perempuan",
      children: "Anak",
      elderly: "Lansia",
      disabled: "Penyandang disabilitas",
      areaCode: "Desa atau kelurahan",
      place: "Tempat kegiatan",
      startsOn: "Mulai",
      endsOn: "Selesai",
      openUntil: "Komitmen ditutup",
      members: "Kelompok anggota",
      lines: "RAB",
      tranches: "Rencana termin",
      indicators: "Indikator",
      payeeAccountId: "Rekening penerima",
      files: "Foto dan lampiran",
      standing: "Legalitas lembaga",
    },
    member: (n: number, name: string) => `Kelompok ${n}${name ? `, ${name}` : ""}`,
    line: (n: number, name: string) => `RAB baris ${n}${name ? `, ${name}` : ""}`,
    tranche: (n: number) => `Termin ${n}`,
    indicator: (n: number, name: string) => `Indikator ${n}${name ? `, ${name}` : ""}`,
  },
  en: {
    field: {
      title: "Title",
      summary: "Summary",
      story: "The problem and the way",
      pillar: "TJSL pillar",
      goals: "Development goals (SDG)",
      needs: "Need groups (PPKS)",
      answers: "Needs it answers",
      beneficiaries: "Number of beneficiaries",
      beneficiaryUnit: "Unit",
      women: "Women",
      children: "Children",
      elderly: "Older people",
      disabled: "People with disabilities",
      areaCode: "Village",
      place: "Place",
      startsOn: "Start",
      endsOn: "End",
      openUntil: "Open for pledges until",
      members: "Member groups",
      lines: "Budget",
      tranches: "Tranches",
      indicators: "Indicators",
      payeeAccountId: "Payee account",
      files: "Photos and attachments",
      standing: "Standing of the organisation",
    },
    member: (n: number, name: string) => `Group ${n}${name ? `, ${name}` : ""}`,
    line: (n: number, name: string) => `Budget line ${n}${name ? `, ${name}` : ""}`,
    tranche: (n: number) => `Tranche ${n}`,
    indicator: (n: number, name: string) => `Indicator ${n}${name ? `, ${name}` : ""}`,
  },
});

type Rows = Pick<ProposalDraft, "members" | "lines" | "indicators">;
type FieldName = keyof (typeof fieldMessages)["id"]["field"];

/** What a field is called on pages and in emails: "RAB baris 4, Kursi roda" for "lines.<id>" or one of its inputs. */
export function fieldLabel(field: string, rows: Rows | undefined, language: Language): string {
  const t = fieldMessages[language];
  const [noun = "", key = ""] = field.split(".");
  if (key) {
    if (noun === "members" || noun === "lines" || noun === "indicators") {
      const list: readonly { id: string; name?: string; description?: string }[] = rows?.[noun] ?? [];
      const index = list.findIndex((row) => row.id === key);
      const row = list[index];
      const word = ({ members: "member", lines: "line", indicators: "indicator" } as const)[noun];
      if (row) return t[word](index + 1, row.description ?? row.name ?? "");
    }
    if (noun === "tranches" && /^\d+$/.test(key)) return t.tranche(Number(key));
  }
  return t.field[noun as FieldName] ?? field;
}

const sectionOf: Readonly<Record<FieldName, Section>> = {
  title: "story",
  summary: "story",
  story: "story",
  pillar: "story",
  goals: "story",
  needs: "people",
  answers: "people",
  beneficiaries: "people",
  beneficiaryUnit: "people",
  women: "people",
  children: "people",
  elderly: "people",
  disabled: "people",
  areaCode: "area",
  place: "area",
  startsOn: "area",
  endsOn: "area",
  openUntil: "area",
  members: "members",
  lines: "budget",
  tranches: "tranches",
  indicators: "indicators",
  payeeAccountId: "payee",
  files: "payee",
  standing: "payee",
};

/** The step of the editor on which a field is. */
export function sectionOfField(field: string): Section {
  return sectionOf[(field.split(".")[0] ?? "") as FieldName] ?? "review";
}

/** Fields to which a request for change can be pinned, in the order of the form. */
export function pinnableFields(draft: ProposalDraft): string[] {
  return [
    "title",
    "summary",
    "story",
    "pillar",
    "goals",
    "needs",
    "answers",
    "beneficiaries",
    "areaCode",
    "place",
    "startsOn",
    "endsOn",
    "openUntil",
    ...draft.members.map((member) => `members.${member.id}`),
    "lines",
    ...draft.lines.map((line) => `lines.${line.id}`),
    "tranches",
    ...draft.tranches.map((_, index) => `tranches.${index + 1}`),
    "indicators",
    ...draft.indicators.map((indicator) => `indicators.${indicator.id}`),
    "payeeAccountId",
    "files",
  ];
}
