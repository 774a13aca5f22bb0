import { type Day, addDays, dayOf } from "~/kernel/dates";

export const urgencies = ["urgent", "soon", "planned"] as const;
export type Urgency = (typeof urgencies)[number];

/** Where a number comes from. */
export const sources = ["home_visit", "school_or_health_post", "village_officials"] as const;
export type Source = (typeof sources)[number];

/** Why a need is no longer counted: it is met, its people moved away, or it was recorded by mistake. */
export const closings = ["met", "moved", "mistaken"] as const;
export type Closing = (typeof closings)[number];

/** Counts below this are never shown to the public. The views of the database hide them; pages only say so. */
export const smallestShown = 5;

export const mostPeople = 1_000_000;
/** A count is taken as today's for half a year, then it is marked as old. */
const daysCurrent = 183;

/** One count of the people of a need. Women and men are given both, and make up all people, or not at all. */
export type Count = {
  people: number;
  households: number | null;
  women: number | null;
  men: number | null;
  urgency: Urgency;
  sources: readonly Source[];
};

/** Where a need is kept: the village, and for a sensitive group only its regency. */
export function keptArea(areaCode: string, sensitive: boolean): string {
  return sensitive ? areaCode.slice(0, "33.16".length) : areaCode;
}

/** The last day on which a count is taken as today's. */
export function currentUntil(countedAt: Date): Day {
  return addDays(dayOf(countedAt), daysCurrent);
}

export function isOld(countedAt: Date, today: Day): boolean {
  return today > currentUntil(countedAt);
}

/** Two counts of different people as one. What is not known of both is not known of the sum. */
export function together(before: Omit<Count, "urgency" | "sources">, more: Count): Count {
  const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    people: before.people + more.people,
    households: sum(before.households, more.households),
    women: sum(before.women, more.women),
    men: sum(before.men, more.men),
    urgency: more.urgency,
    sources: more.sources,
  };
}
