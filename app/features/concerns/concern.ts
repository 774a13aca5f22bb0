import { type Day, addDays } from "~/kernel/dates";

export const concernKinds = ["money", "goods", "recipients", "bribe", "pressure", "other"] as const;
export type ConcernKind = (typeof concernKinds)[number];

export const concernStatuses = ["received", "looking", "asked", "closed"] as const;
export type ConcernStatus = (typeof concernStatuses)[number];

/** Every transition there is. Whoever reported can close a case by taking it back, the desk by an outcome. */
const transitions: Readonly<Record<ConcernStatus, readonly ConcernStatus[]>> = {
  received: ["looking", "closed"],
  looking: ["asked", "closed"],
  asked: ["looking", "closed"],
  closed: [],
};

export function mayBecome(from: ConcernStatus, to: ConcernStatus): boolean {
  return transitions[from].includes(to);
}

export type ConcernOutcome = "founded" | "unfounded" | "withdrawn";
/** What the desk can find; `withdrawn` belongs to whoever reported. */
export const findings = ["founded", "unfounded"] as const satisfies readonly ConcernOutcome[];
export type Finding = (typeof findings)[number];

/** How whoever reported may be asked: by the tracking code, by a contact that is deleted at the end, or not at all. */
export const replies = ["code", "contact", "none"] as const;
export type ConcernReply = (typeof replies)[number];

/** The prefix of tracking codes, and how many random signs they have. */
export const codePrefix = "KW";
export const codeLength = 10;

export const mostFiles = 5;

/** The day by which the desk answers first: three working days, Monday to Friday. */
export function answerDueOn(receivedOn: Day): Day {
  let day = receivedOn;
  for (let left = 3; left > 0; ) {
    day = addDays(day, 1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
