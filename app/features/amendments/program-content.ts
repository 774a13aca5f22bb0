import type { DraftPatch } from "~/features/proposals/draft-patch";
import type { ProposalDraft } from "~/features/proposals/proposal-draft";
import { newId } from "~/kernel/ids";

/** What a version of a program holds: all that its community wrote, except the account, which changes by a check of its own. */
export type ProgramContent = Omit<ProposalDraft, "payeeAccountId">;

/** What a version that was kept before a field existed says about it. */
const unsaid: ProgramContent = {
  title: "",
  summary: "",
  story: "",
  pillar: null,
  goals: [],
  needs: [],
  needPeople: [],
  answers: [],
  beneficiaries: null,
  beneficiaryUnit: "",
  people: null,
  indirect: null,
  women: null,
  men: null,
  age0to5: null,
  age6to17: null,
  age18to59: null,
  age60up: null,
  disabled: null,
  areaCode: null,
  place: "",
  startsOn: null,
  endsOn: null,
  openUntil: null,
  ledByWoman: false,
  urgent: false,
  activities: [],
  risks: [],
  members: [],
  lines: [],
  contributions: [],
  tranches: [],
  indicators: [],
};

/** The content of a draft, with decimals in one form: "4.000" and "4" are the same volume. */
export function contentOfDraft({ payeeAccountId: _, ...draft }: ProposalDraft): ProgramContent {
  return {
    ...draft,
    lines: draft.lines.map((line) => ({ ...line, volume: plainDecimal(line.volume) })),
    contributions: draft.contributions.map((one) => ({ ...one, volume: plainDecimal(one.volume) })),
    indicators: draft.indicators.map((one) => ({ ...one, baseline: plainDecimal(one.baseline), target: plainDecimal(one.target) })),
  };
}

function plainDecimal(value: string | null): string | null {
  return value?.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

/**
 * The content as text for the database and for its fingerprint: JSON with keys in order, amounts as {"rupiah":"750000"}, so that no number
 * of JavaScript ever holds money.
 */
export function encodeContent(content: ProgramContent): string {
  return JSON.stringify(ordered(content));
}

export function decodeContent(kept: unknown): ProgramContent {
  return { ...unsaid, ...(withAmounts(kept) as Partial<ProgramContent>) };
}

function ordered(value: unknown): unknown {
  if (typeof value === "bigint") return { rupiah: value.toString() };
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]));
}

function withAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAmounts);
  if (value === null || typeof value !== "object") return value;
  if ("rupiah" in value && typeof value.rupiah === "string") return BigInt(value.rupiah);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withAmounts(one)]));
}

/** Whether two contents say the same in some of their fields. */
export function sameIn(before: ProgramContent, after: ProgramContent, fields: readonly (keyof ProgramContent)[]): boolean {
  const said = (content: ProgramContent) => JSON.stringify(fields.map((field) => ordered(content[field])));
  return said(before) === said(after);
}

/** A content with what one part of the form says; new rows get their ids. */
export function patchedContent(content: ProgramContent, patch: DraftPatch): ProgramContent {
  const { files: _, payeeAccountId: __, members: ___, lines, contributions, indicators, activities, risks, ...fields } = patch;
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<ProgramContent>;
  return {
    ...content,
    ...said,
    ...(lines ? { lines: lines.map((line) => ({ tax: null, memberId: null, shares: [], ...line, id: line.id ?? newId() })) } : {}),
    ...(contributions ? { contributions: contributions.map((one) => ({ ...one, id: one.id ?? newId() })) } : {}),
    ...(indicators ? { indicators: indicators.map((one) => ({ code: null, ...one, id: one.id ?? newId() })) } : {}),
    ...(activities ? { activities: activities.map((one) => ({ ...one, id: one.id ?? newId() })) } : {}),
    ...(risks ? { risks: risks.map((one) => ({ ...one, id: one.id ?? newId() })) } : {}),
  };
}
