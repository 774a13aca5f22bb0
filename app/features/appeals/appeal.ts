import type { CheckResult } from "~/features/proposals/proposal";
import { type Day, addDays } from "~/kernel/dates";
import { type Rupiah, sum } from "~/kernel/money";

export const disasterKinds = ["flood", "landslide", "wind", "fire", "drought", "other"] as const;
export type DisasterKind = (typeof disasterKinds)[number];
export type AppealStatus = "raised" | "verified" | "rejected" | "withdrawn" | "closed" | "converted" | "expired";

const transitions: Readonly<Record<AppealStatus, readonly AppealStatus[]>> = {
  raised: ["verified", "rejected", "withdrawn"],
  verified: ["closed", "converted", "expired"],
  expired: ["closed", "converted"],
  rejected: [],
  withdrawn: [],
  closed: [],
  converted: [],
};

export function mayBecome(from: AppealStatus, to: AppealStatus): boolean {
  return transitions[from].includes(to);
}

export const appealChecks = ["member_number", "statement", "other_report", "district_head", "neighbour_post", "displaced_count"] as const;
export type AppealCheckKind = (typeof appealChecks)[number];

/** Checks that must match before an appeal opens for pledges; what is left is done in the days after and said in public. */
export const checksNeeded = 4;

/** How many checks still have to match; the statement of the disaster must be among them. */
export function checksShort(checks: readonly { kind: AppealCheckKind; result: CheckResult }[]): number {
  const matching = checks.filter((check) => check.result === "match");
  const short = Math.max(0, checksNeeded - matching.length);
  return short === 0 && !matching.some((check) => check.kind === "statement") ? 1 : short;
}

const hour = 60 * 60_000;
export const checkingHours = 24;
/** A statement that was not there at first follows within this time. */
export const statementHours = 12;
export const runsForDays = 14;

/** Until when an appeal has to be decided. */
export function deadlineOf(raisedAt: Date): Date {
  return new Date(raisedAt.getTime() + checkingHours * hour);
}

/** Whole minutes left to decide; negative once it is late. */
export function minutesLeft(raisedAt: Date, now: Date): number {
  return Math.floor((deadlineOf(raisedAt).getTime() - now.getTime()) / 60_000);
}

/** The last day of an appeal that is verified on a day: fourteen days with that one counted as the first to follow. */
export function validUntilFrom(day: Day): Day {
  return addDays(day, runsForDays);
}

export type RenewalFacts = { status: AppealStatus; validUntil: Day | null; renewed: boolean; statementUntil: Day | null };

/** Why an appeal cannot be renewed today: it is over, it was renewed before, or the disaster's statement no longer holds. */
export function obstacleToRenew(appeal: RenewalFacts, today: Day): "not_running" | "renewed_before" | "statement_over" | undefined {
  if (appeal.status !== "verified" || appeal.validUntil === null || appeal.validUntil < today) return "not_running";
  if (appeal.renewed) return "renewed_before";
  if (appeal.statementUntil === null || appeal.statementUntil < today) return "statement_over";
  return undefined;
}

export type AppealLine = { description: string; volume: number; unit: string; unitPrice: Rupiah };

/** The sum of what is needed first, in whole rupiah. */
export function totalOf(lines: readonly Pick<AppealLine, "volume" | "unitPrice">[]): Rupiah {
  return sum(lines.map((line) => BigInt(line.volume) * line.unitPrice));
}

export const countFields = ["displaced", "families", "people", "toddlers", "elderly", "disabled"] as const;
/** Numbers of people and families, never names. */
export type Count = Readonly<Record<(typeof countFields)[number], number>>;

const days = 7;

/** What people who had to leave need in the first seven days, from their number; the unit prices are only a beginning. */
export function firstNeeds(count: Pick<Count, "displaced" | "toddlers">): AppealLine[] {
  const { displaced, toddlers } = count;
  return [
    { description: "Makanan siap saji, 7 hari", volume: displaced * days, unit: "porsi hari", unitPrice: 30_000n },
    { description: "Selimut", volume: displaced, unit: "lembar", unitPrice: 85_000n },
    { description: "Terpal 4 × 6 m", volume: Math.ceil(displaced * 0.28), unit: "lembar", unitPrice: 165_000n },
    { description: "Perlengkapan bayi", volume: toddlers, unit: "paket", unitPrice: 180_000n },
    { description: "Air minum galon", volume: displaced * 2, unit: "galon", unitPrice: 6_000n },
  ].filter((line) => line.volume > 0);
}
