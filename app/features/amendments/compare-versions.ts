import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { Month } from "~/kernel/months";
import { smallestShown } from "~/features/needs/need";
import { peopleParts } from "~/features/proposals/people";
import type { ContributionKind, Likelihood } from "~/features/proposals/proposal";
import {
  type DraftActivity,
  type DraftContribution,
  type DraftLine,
  type DraftRisk,
  amountOfLine,
  budgetTotal,
  memberTotals,
  priceOfLine,
  tranchesTotal,
} from "~/features/proposals/proposal-draft";
import type { LineTax } from "~/features/proposals/tax";
import { type ProgramContent, sameIn } from "./program-content";

export type Change = "same" | "changed" | "added" | "removed";

/** What stands at a place of a version; a page writes it in the reader's language. */
export type Value =
  | { kind: "text"; text: string }
  | { kind: "count"; count: number }
  | { kind: "day"; day: Day }
  | { kind: "decimal"; value: string; unit: string }
  | { kind: "money"; amount: Rupiah }
  | { kind: "product"; volume: string; unit: string; unitPrice: Rupiah }
  | { kind: "few" }
  /** The people by sex, age and group: what may be shown of them stands on the program's page, so here only whether it was rewritten. */
  | { kind: "parts"; rewritten: boolean }
  | { kind: "tax"; tax: LineTax }
  | { kind: "contribution"; of: ContributionKind }
  | { kind: "months"; from: Month; to: Month }
  | { kind: "likelihood"; of: Likelihood }
  /** Codes of need groups, which the page names. */
  | { kind: "needs"; codes: readonly string[] };

/** Names of places that the catalogue has; what a community wrote is its own name. */
export type PlaceWord =
  | "summary"
  | "story"
  | "beneficiaries"
  | "beneficiaryUnit"
  | "people"
  | "indirect"
  | "peopleParts"
  | "needs"
  | "answers"
  | "endsOn"
  | "price"
  | "tax"
  | "kind"
  | "likelihood"
  | "section"
  | "title"
  | "condition"
  | "plannedOn"
  | "baseline";

export type Detail = { word: PlaceWord; before: Value | null; after: Value | null };
export type Row = {
  key: string;
  name: { word: PlaceWord } | { written: string } | { termin: number; written: string };
  change: Change;
  before: Value | null;
  after: Value | null;
  /** What else of the row differs. */
  details: Detail[];
};

export const comparedSections = [
  "budget",
  "contributions",
  "groups",
  "tranches",
  "people",
  "indicators",
  "schedule",
  "risks",
  "time",
  "story",
] as const;
export type ComparedSection = (typeof comparedSections)[number];
export type SectionComparison = { section: ComparedSection; rows: Row[]; totals?: { before: Rupiah; after: Rupiah } };

/** How each section of a program is compared: a new section of a proposal is one entry here. */
const comparers: {
  readonly [S in ComparedSection]: (before: ProgramContent, after: ProgramContent) => Omit<SectionComparison, "section">;
} = {
  budget: (before, after) => ({
    rows: rowsById(before.lines, after.lines, lineRow),
    totals: { before: budgetTotal(before.lines), after: budgetTotal(after.lines) },
  }),
  groups: (before, after) => ({ rows: groupRows(before, after) }),
  tranches: (before, after) => ({
    rows: rowsById(numbered(before.tranches), numbered(after.tranches), trancheRow),
    totals: { before: tranchesTotal(before.tranches), after: tranchesTotal(after.tranches) },
  }),
  people: (before, after) => ({
    rows: [
      field("beneficiaries", before, after, count),
      field("beneficiaryUnit", before, after, text),
      field("people", before, after, count),
      field("indirect", before, after, count),
      place("peopleParts", { kind: "parts", rewritten: false }, { kind: "parts", rewritten: !sameIn(before, after, detailed) }),
      place("needs", needs(before.needs), needs(after.needs)),
      place("answers", count(answered(before)), count(answered(after))),
    ],
  }),
  contributions: (before, after) => ({ rows: rowsById(before.contributions, after.contributions, contributionRow) }),
  schedule: (before, after) => ({ rows: rowsById(before.activities, after.activities, activityRow) }),
  risks: (before, after) => ({ rows: rowsById(before.risks, after.risks, riskRow) }),
  indicators: (before, after) => ({ rows: rowsById(before.indicators, after.indicators, indicatorRow) }),
  time: (before, after) => ({ rows: [field("endsOn", before, after, day)] }),
  story: (before, after) => ({ rows: [field("summary", before, after, text), field("story", before, after, text)] }),
};

/** Two versions, section by section; a section that says nothing in either has no rows. */
export function compareVersions(before: ProgramContent, after: ProgramContent): SectionComparison[] {
  return comparedSections.map((section) => {
    const { rows, ...totals } = comparers[section](before, after);
    return { section, rows: rows.filter((row) => row.before !== null || row.after !== null), ...totals };
  });
}

export function countChanges(rows: readonly Pick<Row, "change">[]): Readonly<Record<Change, number>> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0 };
  for (const { change } of rows) counts[change] += 1;
  return counts;
}

const text = (value: string): Value | null => (value.trim() === "" ? null : { kind: "text", text: value });
/** Fewer than five people may be known to their neighbours: as on the needs map, the number is not said. */
const count = (value: number | null): Value | null =>
  value === null ? null : value > 0 && value < smallestShown ? { kind: "few" } : { kind: "count", count: value };
const day = (value: Day | null): Value | null => (value === null ? null : { kind: "day", day: value });
const money = (value: Rupiah | null | undefined): Value | null =>
  value === null || value === undefined ? null : { kind: "money", amount: value };
const needs = (codes: readonly string[]): Value | null => (codes.length === 0 ? null : { kind: "needs", codes });

function answered(content: ProgramContent): number | null {
  return content.answers.length === 0 ? null : content.answers.reduce((total, { people }) => total + people, 0);
}

function place(word: PlaceWord, before: Value | null, after: Value | null): Row {
  return { key: word, name: { word }, change: changeOf(before, after, []), before, after, details: [] };
}

function field<K extends PlaceWord & keyof ProgramContent>(
  word: K,
  before: ProgramContent,
  after: ProgramContent,
  write: (value: ProgramContent[K]) => Value | null,
): Row {
  return place(word, write(before[word]), write(after[word]));
}

function same(before: Value | null, after: Value | null): boolean {
  const said = (value: Value | null) => JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `${one}n` : one));
  return said(before) === said(after);
}

function changeOf(before: Value | null, after: Value | null, details: readonly Detail[]): Change {
  if (before === null && after !== null) return "added";
  if (before !== null && after === null) return "removed";
  return same(before, after) && details.length === 0 ? "same" : "changed";
}

/** Rows that are known by their id, in the order of the later version; what is gone stands where it stood. */
function rowsById<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  row: (before: T | undefined, after: T | undefined) => Omit<Row, "key" | "change">,
): Row[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const ids = after.map(({ id }) => id);
  for (const [index, { id }] of before.entries()) if (!kept.has(id)) ids.splice(Math.min(index, ids.length), 0, id);
  const now = new Map(after.map((one) => [one.id, one]));
  return ids.map((id) => {
    const { details, ...rest } = row(old.get(id), now.get(id));
    const differing = details.filter((detail) => !same(detail.before, detail.after));
    return { key: id, ...rest, details: differing, change: changeOf(rest.before, rest.after, differing) };
  });
}

const detailed = [...peopleParts, "needPeople"] as const;

function product(row: Pick<DraftLine, "volume" | "unit" | "unitPrice"> | undefined): Value | null {
  return row?.volume && row.unitPrice ? { kind: "product", volume: row.volume, unit: row.unit, unitPrice: row.unitPrice } : null;
}

function contributionRow(before: DraftContribution | undefined, after: DraftContribution | undefined): Omit<Row, "key" | "change"> {
  const amount = (one: DraftContribution | undefined) => money(one && (priceOfLine(one) ?? 0n));
  const kind = (one: DraftContribution | undefined): Value | null => (one ? { kind: "contribution", of: one.kind } : null);
  return {
    name: { written: (after ?? before)?.description ?? "" },
    before: amount(before),
    after: amount(after),
    details: [
      { word: "price", before: product(before), after: product(after) },
      { word: "kind", before: kind(before), after: kind(after) },
    ],
  };
}

function activityRow(before: DraftActivity | undefined, after: DraftActivity | undefined): Omit<Row, "key" | "change"> {
  const months = (one: DraftActivity | undefined): Value | null =>
    one?.from && one.to ? { kind: "months", from: one.from, to: one.to } : null;
  return {
    name: { written: (after ?? before)?.name ?? "" },
    before: months(before),
    after: months(after),
    details: before && after ? [{ word: "title", before: text(before.name), after: text(after.name) }] : [],
  };
}

function riskRow(before: DraftRisk | undefined, after: DraftRisk | undefined): Omit<Row, "key" | "change"> {
  const level = (one: DraftRisk | undefined): Value | null => (one?.likelihood ? { kind: "likelihood", of: one.likelihood } : null);
  return {
    name: { written: (after ?? before)?.risk ?? "" },
    before: text(before?.mitigation ?? ""),
    after: text(after?.mitigation ?? ""),
    details: [
      { word: "likelihood", before: level(before), after: level(after) },
      ...(before && after ? [{ word: "title" as const, before: text(before.risk), after: text(after.risk) }] : []),
    ],
  };
}

function lineRow(before: DraftLine | undefined, after: DraftLine | undefined): Omit<Row, "key" | "change"> {
  const amount = (line: DraftLine | undefined) => money(line && (amountOfLine(line) ?? 0n));
  const tax = (line: DraftLine | undefined): Value | null => (line?.tax ? { kind: "tax", tax: line.tax } : null);
  return {
    name: { written: (after ?? before)?.description ?? "" },
    before: amount(before),
    after: amount(after),
    details: [
      { word: "price", before: product(before), after: product(after) },
      { word: "tax", before: tax(before), after: tax(after) },
      ...(before && after
        ? [
            { word: "title" as const, before: text(before.description), after: text(after.description) },
            { word: "section" as const, before: text(before.section), after: text(after.section) },
          ]
        : []),
    ],
  };
}

/** In a joint program: what of the RAB is each group's. */
function groupRows(before: ProgramContent, after: ProgramContent): Row[] {
  const totals = [memberTotals(before.lines), memberTotals(after.lines)] as const;
  const held = (content: ProgramContent, total: ReadonlyMap<string, Rupiah>) =>
    content.members.map(({ id, name }) => ({ id, name, amount: total.get(id) ?? 0n }));
  return rowsById(held(before, totals[0]), held(after, totals[1]), (old, now) => ({
    name: { written: (now ?? old)?.name ?? "" },
    before: money(old?.amount),
    after: money(now?.amount),
    details: [],
  }));
}

type Numbered = ProgramContent["tranches"][number] & { id: string; n: number };

function numbered(tranches: ProgramContent["tranches"]): Numbered[] {
  return tranches.map((tranche, index) => ({ ...tranche, id: `termin-${index + 1}`, n: index + 1 }));
}

function trancheRow(before: Numbered | undefined, after: Numbered | undefined): Omit<Row, "key" | "change"> {
  const known = after ?? before;
  return {
    name: { termin: known?.n ?? 0, written: known?.title ?? "" },
    before: money(before && (before.amount ?? 0n)),
    after: money(after && (after.amount ?? 0n)),
    details: [
      { word: "plannedOn", before: day(before?.plannedOn ?? null), after: day(after?.plannedOn ?? null) },
      { word: "condition", before: text(before?.condition ?? ""), after: text(after?.condition ?? "") },
      ...(before && after ? [{ word: "title" as const, before: text(before.title), after: text(after.title) }] : []),
    ],
  };
}

type Indicator = ProgramContent["indicators"][number];

function indicatorRow(before: Indicator | undefined, after: Indicator | undefined): Omit<Row, "key" | "change"> {
  const value = (one: Indicator | undefined, field: "baseline" | "target"): Value | null =>
    one ? { kind: "decimal", value: one[field] ?? "0", unit: one.unit } : null;
  return {
    name: { written: (after ?? before)?.name ?? "" },
    before: value(before, "target"),
    after: value(after, "target"),
    details: [
      { word: "baseline", before: value(before, "baseline"), after: value(after, "baseline") },
      ...(before && after ? [{ word: "title" as const, before: text(before.name), after: text(after.name) }] : []),
    ],
  };
}
