import type { PractitionerElement } from "~/features/identity/actor";
import { communityPowers } from "~/features/identity/powers";

/** What an LK3 or LKS can do for people. */
export const serviceKinds = [
  "family_counselling",
  "child_support",
  "elderly_support",
  "social_rehabilitation",
  "legal_aid",
  "health_referral",
  "safe_house",
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** What came of an accepted referral. */
export const outcomes = ["served", "referred_on", "not_reachable"] as const;
export type Outcome = (typeof outcomes)[number];

export const referralStatuses = ["offered", "accepted", "declined", "withdrawn", ...outcomes] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

const transitions: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  offered: ["accepted", "declined", "withdrawn"],
  accepted: outcomes,
  declined: [],
  withdrawn: [],
  served: [],
  referred_on: [],
  not_reachable: [],
};

export function mayBecome(from: ReferralStatus, to: ReferralStatus): boolean {
  return transitions[from].includes(to);
}

/** Whether a referral still waits for a step; a need has one such for each service. */
export function isOpen(status: ReferralStatus): boolean {
  return transitions[status].length > 0;
}

/**
 * Whether a service is for a need: it serves the whole area in which the need is kept, and its group. A sensitive need is kept for its
 * regency, so that no service of a single district fits it: choosing one would tell where its people live.
 */
export function serves(service: { areaCode: string; groups: readonly string[] }, need: { areaCode: string; needCode: string }): boolean {
  const within = need.areaCode === service.areaCode || need.areaCode.startsWith(`${service.areaCode}.`);
  return within && service.groups.includes(need.needCode);
}

/** Which organisations offer services. */
export const servingElements = ["lk3", "lks"] as const;

export function offersServices(element: string | null): boolean {
  return servingElements.some((one) => one === element);
}

/** Who of such an organisation lists services and answers referrals. */
export const servingRoles = communityPowers.offers_services;

/** Who refers needs: who counts them, and who keeps the whole district in view. */
export const referrers = ["community_social_worker", "tksk"] as const satisfies readonly PractitionerElement[];

export const longestHours = 120;
export const longestWords = 600;
