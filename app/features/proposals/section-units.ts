import type { DraftPatch, RowLists } from "./draft-patch";
import type { DraftRecord } from "./draft-queries.server";
import { peopleParts } from "./people";
import type { Section } from "./proposal";
import type { ProposalDraft } from "./proposal-draft";
import type { SectionForm } from "./section-form";
import { type Side, type Units, mergeUnits } from "~/kernel/three-way";

type Whole = Partial<Omit<ProposalDraft, keyof RowLists>> & Pick<DraftPatch, keyof RowLists | "files">;
/** What stands in a step: as stored, or as typed. */
export type Sheet = { content: Whole; unread: Readonly<Record<string, string>> };

const fieldsOf: Readonly<Record<Section, readonly (keyof Whole)[]>> = {
  story: ["title", "summary", "story", "pillar", "goals"],
  people: [
    "needs",
    "needPeople",
    "answers",
    "beneficiaries",
    "beneficiaryUnit",
    "people",
    "indirect",
    ...peopleParts,
    "ledByWoman",
    "urgent",
  ],
  area: ["areaCode", "place", "startsOn", "endsOn", "openUntil"],
  plan: ["activities", "risks"],
  members: ["members"],
  budget: ["lines", "contributions"],
  tranches: ["tranches"],
  indicators: ["indicators"],
  payee: ["payeeAccountId", "files"],
  review: [],
};

const rowFields = [
  "needPeople",
  "answers",
  "activities",
  "risks",
  "members",
  "lines",
  "contributions",
  "tranches",
  "indicators",
  "files",
] as const;
type RowField = (typeof rowFields)[number];

/** The parts of a step that change as one: a field, or a row with all that is typed in it. */
export function unitsOf(section: Section, { content, unread }: Sheet): Units {
  const units: Record<string, string> = {};
  for (const field of fieldsOf[section]) {
    const value = content[field];
    if (value === undefined) continue;
    if (!isRowField(field)) units[field] = textOf(value, under(unread, field));
    else
      for (const { key, row } of rowsOf({ content, unread }, field))
        units[`${field}.${key}`] = textOf(row, under(unread, `${field}.${key}.`));
  }
  return units;
}

/** A step with each part from the side that changed it, and the parts that both changed. What is in conflict stays as typed. */
export function mergeSection(
  section: Section,
  input: { base: Readonly<Record<string, string>>; mine: SectionForm; saved: Sheet; asked: Readonly<Record<string, Side | undefined>> },
): { merged: SectionForm; conflicts: string[] } {
  const mine: Sheet = { content: input.mine.patch, unread: input.mine.unread };
  const { take, conflicts } = mergeUnits({
    base: input.base,
    asked: input.asked,
    mine: unitsOf(section, mine),
    saved: namedAlike(unitsOf(section, input.saved), mine.content),
  });
  const fromSaved = (unit: string): boolean => take.get(unit) === "saved";
  const patch: DraftPatch = { ...input.mine.patch };
  const unread: Record<string, string> = {};
  const copyUnread = (sheet: Sheet, prefix: string): void => void Object.assign(unread, under(sheet.unread, prefix));
  for (const field of fieldsOf[section]) {
    if (mine.content[field] === undefined) continue;
    if (isRowField(field)) {
      const rows = mergedRows(field, mine, input.saved, fromSaved);
      Object.assign(patch, { [field]: rows.flatMap(({ row }) => row ?? []) });
      for (const { key, from } of rows) copyUnread(from, `${field}.${key}.`);
    } else {
      const from = fromSaved(field) ? input.saved : mine;
      Object.assign(patch, { [field]: from.content[field] });
      copyUnread(from, field);
    }
  }
  return { merged: { patch, unread }, conflicts };
}

/** A step shows some fields only sometimes; what the typed page did not show is not compared. */
function namedAlike(saved: Units, typed: Whole): Units {
  return Object.fromEntries(Object.entries(saved).filter(([unit]) => typed[(unit.split(".")[0] ?? "") as keyof Whole] !== undefined));
}

type Row = { key: string; row: object | undefined; from: Sheet };

/** The typed rows in their order, then those that only the other side has; a row that the chosen side does not have is gone. */
function mergedRows(field: RowField, mine: Sheet, saved: Sheet, fromSaved: (unit: string) => boolean): Row[] {
  const [own, other] = [rowsOf(mine, field), rowsOf(saved, field)];
  const kept = own.flatMap(({ key, row }): Row[] => {
    if (!fromSaved(`${field}.${key}`)) return [{ key, row, from: mine }];
    const theirs = other.find((one) => one.key === key);
    return theirs ? [{ key, row: theirs.row, from: saved }] : [];
  });
  const added = other.filter(({ key }) => fromSaved(`${field}.${key}`) && !own.some((one) => one.key === key));
  return [...kept, ...added.map(({ key, row }) => ({ key, row, from: saved }))];
}

/**
 * Rows by what identifies them: their id, the need, or the number of a termin. A number of people that can't be read makes no row, but
 * what was typed for its need is not to be lost.
 */
function rowsOf({ content, unread }: Sheet, field: RowField): { key: string; row: object | undefined }[] {
  const rows: readonly object[] = content[field] ?? [];
  const known = rows.map((row, index) => ({ key: String(idOf(row) ?? index + 1), row }));
  const counted = field === "answers" || field === "needPeople";
  const typed = counted ? Object.keys(unread).flatMap((name) => (name.startsWith(`${field}.`) ? (name.split(".")[1] ?? []) : [])) : [];
  return [...known, ...typed.map((key) => ({ key, row: undefined }))];
}

function idOf(row: object): unknown {
  if ("fileId" in row) return row.fileId;
  if ("needId" in row) return row.needId;
  // Only the people of a need group are known by a code alone; an indicator has its own id.
  if ("code" in row && "people" in row) return row.code;
  return "id" in row ? row.id : undefined;
}

function isRowField(field: string): field is RowField {
  return rowFields.some((one) => one === field);
}

function under(unread: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unread).filter(([name]) => name === prefix || (prefix.endsWith(".") && name.startsWith(prefix))),
  );
}

/** Names in a fixed order, and decimals without idle zeros: what is stored and what is typed give the same text when they say the same. */
function textOf(value: unknown, unread: Readonly<Record<string, string>>): string {
  return JSON.stringify([normal(value), unread]);
}

function normal(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string") return /^\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, "") : value.replaceAll("\r\n", "\n").trim();
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      // The code of a village follows from its name; it is not typed.
      .filter(([name, one]) => one !== undefined && name !== "villageCode")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, normal(one)]),
  );
}

/** A stored step in the shape in which it is compared with what was typed. */
export function sheetOf(record: Pick<DraftRecord, "draft" | "unread" | "files">, section: Section): Sheet {
  const files = record.files.map(({ fileId, title }) => ({ fileId, title }));
  return { content: { ...record.draft, files }, unread: record.unread[section] ?? {} };
}
