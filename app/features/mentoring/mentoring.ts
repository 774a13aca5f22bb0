import { communityPowers } from "~/features/identity/powers";

export type MentoringStatus = "asked" | "active" | "declined" | "withdrawn" | "ended";

const transitions: Readonly<Record<MentoringStatus, readonly MentoringStatus[]>> = {
  asked: ["active", "declined", "withdrawn"],
  active: ["ended"],
  declined: [],
  withdrawn: [],
  ended: [],
};

export function mayBecome(from: MentoringStatus, to: MentoringStatus): boolean {
  return transitions[from].includes(to);
}

/** Who of an organisation asks for a mentor, writes notes and ends. */
export const askingRoles = communityPowers.asks_mentors;

export const longestWish = 600;
export const longestNote = 2000;
