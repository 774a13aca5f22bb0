import type { CommunityRole, CompanyRole, OrganizationKind, PlatformRole, Role } from "./actor";

type Powers<R extends Role> = { readonly [power: string]: readonly R[] };

/**
 * What each role of an organisation may do. Routes and operations take their roles from here, and the table on the team page shows these
 * lists in this order: what it says is what the guards do. What reads alone needs no power: every member reads everything of its own.
 */
export const communityPowers = {
  writes_proposals: ["chair", "editor"],
  submits_proposals: ["chair"],
  writes_amendments: ["chair", "editor"],
  submits_amendments: ["chair"],
  names_leaders: ["chair", "editor"],
  asks_residents: ["chair", "editor"],
  requests_disbursements: ["treasurer", "chair"],
  writes_reports: ["editor", "treasurer", "chair"],
  submits_reports: ["chair", "treasurer"],
  adds_payee_accounts: ["chair", "treasurer"],
  raises_appeals: ["chair", "editor"],
  ends_appeals: ["chair"],
  offers_services: ["chair", "editor"],
  asks_mentors: ["chair", "editor"],
  agrees_sponsorships: ["chair"],
  edits_profile: ["chair", "editor"],
  submits_standing: ["chair"],
  manages_members: ["chair"],
} as const satisfies Powers<CommunityRole>;

export const companyPowers = {
  drafts_pledges: ["officer", "admin"],
  approves_pledges: ["approver"],
  ends_pledges: ["approver", "admin"],
  answers_amendments: ["approver"],
  makes_payment_links: ["finance", "officer", "admin"],
  sees_pledges: ["admin", "officer", "approver", "finance", "reader"],
  says_focus: ["admin", "officer"],
  edits_profile: ["admin", "officer"],
  submits_standing: ["admin"],
  manages_members: ["admin"],
} as const satisfies Powers<CompanyRole>;

export const platformPowers = {
  checks_standing: ["administrator"],
  checks_payee_accounts: ["administrator", "verifier"],
  checks_proposals: ["verifier", "administrator"],
  assigns_visits: ["verifier", "administrator"],
  checks_amendments: ["verifier", "administrator"],
  checks_appeals: ["verifier", "administrator"],
  checks_reports: ["verifier"],
  reads_answers: ["verifier", "administrator"],
  handles_concerns: ["administrator"],
  freezes: ["administrator"],
  resets_factors: ["administrator"],
  reconciles: ["reconciler"],
  prepares_disbursements: ["disburser"],
  approves_disbursements: ["disbursement_approver"],
  reads_audit: ["administrator", "auditor"],
  manages_members: ["administrator"],
} as const satisfies Powers<PlatformRole>;

/** A practitioner works alone: there is no team whose powers could differ. */
export const powers = {
  community: communityPowers,
  company: companyPowers,
  practitioner: {},
  platform: platformPowers,
} as const satisfies Record<OrganizationKind, Powers<Role>>;

export type PowerName = keyof typeof communityPowers | keyof typeof companyPowers | keyof typeof platformPowers;

/** The powers of a kind of organisation in order, each with who has it. */
export function powersOf(kind: OrganizationKind): [name: PowerName, roles: readonly Role[]][] {
  return Object.entries(powers[kind]) as [PowerName, readonly Role[]][];
}
