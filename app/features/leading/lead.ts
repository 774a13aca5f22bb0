import type { ProposalStatus } from "~/features/proposals/proposal";
import { communityPowers } from "~/features/identity/powers";
import type { Day } from "~/kernel/dates";

export type LeaderStatus = "asked" | "accepted" | "declined" | "ended";

/** Who of a community names a leader of its program. */
export const namingRoles = communityPowers.names_leaders;

const over: readonly ProposalStatus[] = ["completed", "rejected", "withdrawn", "expired"];

/** Whether a leader can still be named, answer, or step back: what is over keeps whoever led it. */
export function mayChangeLeader(status: ProposalStatus): boolean {
  return !over.includes(status);
}

/**
 * Whether a program is led by a woman, and on whose word: a leader who agreed and whose standing holds (`verified`), the proposer alone
 * (`stated`), or not at all.
 */
export type WomanLed = { by: "verified"; leader: string } | { by: "stated" } | null;

export function womanLed(
  facts: { stated: boolean; lead: { leader: string; stands: boolean; standsUntil: Day | null } | null },
  today: Day,
): WomanLed {
  const { stated, lead } = facts;
  if (lead?.stands && (lead.standsUntil === null || lead.standsUntil >= today)) return { by: "verified", leader: lead.leader };
  // Who was named and whose proof has ended is still what the proposer says.
  return stated || lead ? { by: "stated" } : null;
}
