import type { Day } from "~/kernel/dates";
import { type Rupiah, formatWhole, parseRupiah, sum } from "~/kernel/money";
import type { Language } from "~/kernel/messages";
import type { Month } from "~/kernel/months";
import type { ContributionKind, Likelihood, Pillar, Section } from "./proposal";
import { type LineTax, taxOf } from "./tax";

export type DraftShare = { memberId: string; amount: Rupiah };
export type DraftLine = {
  id: string;
  section: string;
  description: string;
  volume: string | null;
  unit: string;
  unitPrice: Rupiah | null;
  tax: LineTax | null;
  /** In a joint proposal: whose line it is. This member has what the parts of others leave. */
  memberId: string | null;
  shares: readonly DraftShare[];
};
/** A group of a joint proposal. `village` is as typed; `villageCode` is the area of that name, found when it is saved. */
export type DraftMember = { id: string; name: string; village: string; villageCode: string | null; coordinator: string };
export type DraftTranche = { title: string; amount: Rupiah | null; condition: string; plannedOn: Day | null };
/** `code` is that of the catalogue, which then gives the unit; null for an indicator of the community's own. */
export type DraftIndicator = {
  id: string;
  code: string | null;
  name: string;
  unit: string;
  baseline: string | null;
  target: string | null;
};
/** Swadaya: what the community brings itself, valued in rupiah. Funders don't pay it, so no sum of lines has it. */
export type DraftContribution = {
  id: string;
  kind: ContributionKind;
  description: string;
  volume: string | null;
  unit: string;
  unitPrice: Rupiah | null;
};
export type DraftActivity = { id: string; name: string; from: Month | null; to: Month | null };
export type DraftRisk = { id: string; risk: string; likelihood: Likelihood | null; mitigation: string };
/** How many of the beneficiaries belong to a chosen need group. */
export type NeedPeople = { code: string; people: number };

/** A need on the map that the proposal answers, and how many of its people it reaches. */
export type AnsweredNeed = { needId: string; people: number };

/** What a community writes in a proposal. Everything may be missing until it is submitted. */
export type ProposalDraft = {
  title: string;
  summary: string;
  story: string;
  pillar: Pillar | null;
  /** The first is the primary goal. */
  goals: readonly number[];
  needs: readonly string[];
  needPeople: readonly NeedPeople[];
  answers: readonly AnsweredNeed[];
  beneficiaries: number | null;
  beneficiaryUnit: string;
  /** How many people these are, where families or groups are counted. */
  people: number | null;
  indirect: number | null;
  women: number | null;
  men: number | null;
  age0to5: number | null;
  age6to17: number | null;
  age18to59: number | null;
  age60up: number | null;
  disabled: number | null;
  areaCode: string | null;
  place: string;
  startsOn: Day | null;
  endsOn: Day | null;
  openUntil: Day | null;
  ledByWoman: boolean;
  urgent: boolean;
  activities: readonly DraftActivity[];
  risks: readonly DraftRisk[];
  members: readonly DraftMember[];
  lines: readonly DraftLine[];
  contributions: readonly DraftContribution[];
  tranches: readonly DraftTranche[];
  indicators: readonly DraftIndicator[];
  payeeAccountId: string | null;
};

/** Text of fields that could not be read, by section and name of the field. */
export type Unread = Partial<Record<Section, Record<string, string>>>;

/** Thousandths of a volume, exactly: "0.5" is 500. */
function thousandths(volume: string): bigint {
  const [whole = "0", fraction = ""] = volume.split(".");
  return BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, "0").slice(0, 3));
}

/** Volume × unit price in whole rupiah; undefined when the product has a fraction of a rupiah. Volume is a decimal with a dot. */
export function amountOf(volume: string, unitPrice: Rupiah): Rupiah | undefined {
  const product = thousandths(volume) * unitPrice;
  return product % 1000n === 0n ? product / 1000n : undefined;
}

/** What a row of a budget asks for by its price; its tax may come on top. */
export type Priced = Pick<DraftLine, "volume" | "unitPrice"> & { tax?: LineTax | null | undefined };

/** Volume × unit price of a line, before an added tax. */
export function priceOfLine(line: Priced): Rupiah | undefined {
  return line.volume === null || line.unitPrice === null ? undefined : amountOf(line.volume, line.unitPrice);
}

/** What funders pay for a line: its price, and the tax where it is added. */
export function amountOfLine(line: Priced): Rupiah | undefined {
  const price = priceOfLine(line);
  return price === undefined ? undefined : price + (line.tax?.mode === "added" ? taxOf(price, line.tax) : 0n);
}

/** What of the plan is each member's, whole: the owner of a line has what the parts of others leave of it. */
export function memberTotals(lines: readonly (Priced & Pick<DraftLine, "memberId" | "shares">)[]): Map<string, Rupiah> {
  const totals = new Map<string, Rupiah>();
  const add = (memberId: string, amount: Rupiah): void => void totals.set(memberId, (totals.get(memberId) ?? 0n) + amount);
  for (const line of lines) {
    const amount = amountOfLine(line);
    if (amount === undefined || line.memberId === null) continue;
    for (const share of line.shares) add(share.memberId, share.amount);
    add(line.memberId, amount - sharedOf(line));
  }
  return totals;
}

/** What of a line is others' than its owner's. */
export function sharedOf(line: Pick<DraftLine, "shares">): Rupiah {
  return sum(line.shares.map((share) => share.amount));
}

/** The sum of the rows that have an amount: of the budget's lines the target, of own contributions their value. */
export function budgetTotal(lines: readonly Priced[]): Rupiah {
  return sum(lines.map((line) => amountOfLine(line) ?? 0n));
}

export function tranchesTotal(tranches: readonly Pick<DraftTranche, "amount">[]): Rupiah {
  return sum(tranches.map((tranche) => tranche.amount ?? 0n));
}

/**
 * A number as people write it in Indonesia (dot for thousands, comma for decimals), as a decimal with a dot: "1.152" gives "1152",
 * "0,5" gives "0.5". Undefined if it can't be read without guessing ("2.5") or has more decimals than allowed.
 */
export function parseDecimal(typed: string, decimals: number): string | undefined {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(typed.trim().replace(/[\s\u00a0]/g, ""));
  if (!match) return undefined;
  const whole = (match[1] ?? "").replaceAll(".", "").replace(/^0+(?=\d)/, "");
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (whole.length > 11 || fraction.length > decimals) return undefined;
  return fraction ? `${whole}.${fraction}` : whole;
}

/** A whole number of people: "1.360" gives 1360. */
export function parseCount(typed: string): number | undefined {
  const decimal = parseDecimal(typed, 0);
  return decimal === undefined || decimal.length > 9 ? undefined : Number(decimal);
}

/** A unit price or an amount in whole rupiah, above zero. */
export function parsePrice(typed: string): Rupiah | undefined {
  const amount = parseRupiah(typed);
  return amount !== undefined && amount > 0n ? amount : undefined;
}

/** "1.152", "0,5": a stored decimal as the reader writes it. */
export function formatDecimal(value: string, language: Language = "id"): string {
  const [whole = "0", fraction = ""] = value.split(".");
  const kept = fraction.replace(/0+$/, "");
  const negative = whole.startsWith("-");
  const number = `${negative ? "\u2212" : ""}${formatWhole(BigInt(whole.replace("-", "") || "0"), language)}`;
  return kept ? `${number}${language === "id" ? "," : "."}${kept}` : number;
}
