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
      needPeople: "Orang per kelompok sasaran",
      answers: "Kebutuhan yang dijawab",
      beneficiaries: "Jumlah penerima manfaat",
      beneficiaryUnit: "Satuan penerima",
      people: "Jumlah orang",
      indirect: "Penerima tidak langsung",
      women: "Perempuan",
      men: "Laki-laki",
      age0to5: "Usia 0–5 tahun",
      age6to17: "Usia 6–17 tahun",
      age18to59: "Usia 18–59 tahun",
      age60up: "Usia 60 tahun ke atas",
      disabled: "Penyandang disabilitas",
      areaCode: "Desa atau kelurahan",
      place: "Tempat kegiatan",
      startsOn: "Mulai",
      endsOn: "Selesai",
      openUntil: "Komitmen ditutup",
      activities: "Jadwal kegiatan",
      risks: "Risiko",
      members: "Kelompok anggota",
      lines: "RAB",
      contributions: "Swadaya masyarakat",
      tranches: "Rencana termin",
      indicators: "Indikator",
      payeeAccountId: "Rekening penerima",
      files: "Foto dan lampiran",
      standing: "Legalitas lembaga",
    },
    activity: (n: number, name: string) => `Kegiatan ${n}${name ? `, ${name}` : ""}`,
    risk: (n: number, name: string) => `Risiko ${n}${name ? `, ${name}` : ""}`,
    contribution: (n: number, name: string) => `Swadaya baris ${n}${name ? `, ${name}` : ""}`,
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
      needPeople: "People in each need group",
      answers: "Needs it answers",
      beneficiaries: "Number of beneficiaries",
      beneficiaryUnit: "Unit",
      people: "Number of people",
      indirect: "Indirect beneficiaries",
      women: "Women and girls",
      men: "Men and boys",
      age0to5: "Aged 0–5",
      age6to17: "Aged 6–17",
      age18to59: "Aged 18–59",
      age60up: "Aged 60 and over",
      disabled: "People with disabilities",
      areaCode: "Village",
      place: "Place",
      startsOn: "Start",
      endsOn: "End",
      openUntil: "Open for pledges until",
      activities: "Schedule",
      risks: "Risks",
      members: "Member groups",
      lines: "Budget",
      contributions: "Own contribution (swadaya)",
      tranches: "Tranches",
      indicators: "Indicators",
      payeeAccountId: "Payee account",
      files: "Photos and attachments",
      standing: "Standing of the organisation",
    },
    activity: (n: number, name: string) => `Activity ${n}${name ? `, ${name}` : ""}`,
    risk: (n: number, name: string) => `Risk ${n}${name ? `, ${name}` : ""}`,
    contribution: (n: number, name: string) => `Own contribution ${n}${name ? `, ${name}` : ""}`,
    member: (n: number, name: string) => `Group ${n}${name ? `, ${name}` : ""}`,
    line: (n: number, name: string) => `Budget line ${n}${name ? `, ${name}` : ""}`,
    tranche: (n: number) => `Tranche ${n}`,
    indicator: (n: number, name: string) => `Indicator ${n}${name ? `, ${name}` : ""}`,
  },
});

const rowWords = {
  activities: "activity",
  risks: "risk",
  members: "member",
  lines: "line",
  contributions: "contribution",
  indicators: "indicator",
} as const;
type RowNoun = keyof typeof rowWords;
type Rows = Pick<ProposalDraft, RowNoun>;
type FieldName = keyof (typeof fieldMessages)["id"]["field"];

/** What a field is called on pages and in emails: "RAB baris 4, Kursi roda" for "lines.<id>" or one of its inputs. */
export function fieldLabel(field: string, rows: Rows | undefined, language: Language): string {
  const t = fieldMessages[language];
  const [noun = "", key = ""] = field.split(".");
  if (key && noun in rowWords) {
    const list: readonly { id: string; name?: string; description?: string; risk?: string }[] = rows?.[noun as RowNoun] ?? [];
    const index = list.findIndex((row) => row.id === key);
    const row = list[index];
    if (row) return t[rowWords[noun as RowNoun]](index + 1, row.description ?? row.name ?? row.risk ?? "");
  }
  if (noun === "tranches" && /^\d+$/.test(key)) return t.tranche(Number(key));
  return t.field[noun as FieldName] ?? field;
}

const sectionOf: Readonly<Record<FieldName, Section>> = {
  title: "story",
  summary: "story",
  story: "story",
  pillar: "story",
  goals: "story",
  needs: "people",
  needPeople: "people",
  answers: "people",
  beneficiaries: "people",
  beneficiaryUnit: "people",
  people: "people",
  indirect: "people",
  women: "people",
  men: "people",
  age0to5: "people",
  age6to17: "people",
  age18to59: "people",
  age60up: "people",
  disabled: "people",
  areaCode: "area",
  place: "area",
  startsOn: "area",
  endsOn: "area",
  openUntil: "area",
  activities: "plan",
  risks: "plan",
  members: "members",
  lines: "budget",
  contributions: "budget",
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
    "indirect",
    "areaCode",
    "place",
    "startsOn",
    "endsOn",
    "openUntil",
    "activities",
    ...draft.activities.map((activity) => `activities.${activity.id}`),
    "risks",
    ...draft.risks.map((risk) => `risks.${risk.id}`),
    ...draft.members.map((member) => `members.${member.id}`),
    "lines",
    ...draft.lines.map((line) => `lines.${line.id}`),
    "contributions",
    ...draft.contributions.map((contribution) => `contributions.${contribution.id}`),
    "tranches",
    ...draft.tranches.map((_, index) => `tranches.${index + 1}`),
    "indicators",
    ...draft.indicators.map((indicator) => `indicators.${indicator.id}`),
    "payeeAccountId",
    "files",
  ];
}
