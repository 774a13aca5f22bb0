import { type Day, addYears } from "~/kernel/dates";

/** What ties a person to an organisation, a company or a shop. */
export const tieKinds = ["family", "officer", "work", "business", "debt"] as const;
export type TieKind = (typeof tieKinds)[number];

/** How long a tie that has ended still keeps somebody from judging: as long as an officer's successor answers for the officer's papers. */
const coolingYears = 3;

/** Whether a declared tie still stops its person today: it is not withdrawn, and did not end more than three years ago. */
export function tieHolds(tie: { endedOn: Day | null; withdrawnAt: Date | null }, today: Day): boolean {
  return tie.withdrawnAt === null && (tie.endedOn === null || addYears(tie.endedOn, coolingYears) >= today);
}

/** A declaration made on a day holds for a year, its last day included. */
export function declarationEnd(declaredOn: Day): Day {
  return addYears(declaredOn, 1);
}
