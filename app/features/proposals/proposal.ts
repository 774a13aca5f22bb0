import { communityPowers } from "~/features/identity/powers";

export const proposalStatuses = [
  "draft",
  "submitted",
  "verifying",
  "revision_requested",
  "published",
  "running",
  "completed",
  "rejected",
  "withdrawn",
  "expired",
  "suspended",
] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** Every transition there is. A suspended program goes back only to where it was. */
export const transitions: Readonly<Record<ProposalStatus, readonly ProposalStatus[]>> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["verifying", "revision_requested", "rejected", "withdrawn"],
  verifying: ["revision_requested", "rejected", "published", "withdrawn"],
  revision_requested: ["submitted", "withdrawn"],
  published: ["running", "expired", "suspended", "withdrawn"],
  running: ["completed", "suspended"],
  suspended: ["published", "running"],
  completed: [],
  rejected: [],
  withdrawn: [],
  expired: [],
};

export function mayBecome(from: ProposalStatus, to: ProposalStatus): boolean {
  return transitions[from].includes(to);
}

/** The states in which a program has a public page. */
export const publicStatuses = ["published", "running", "completed", "expired", "suspended"] as const satisfies readonly ProposalStatus[];

/** Companies may commit to a program in these states, as long as it is open. */
export const fundableStatuses = ["published", "running"] as const satisfies readonly ProposalStatus[];

export function isPublic(status: ProposalStatus): boolean {
  return publicStatuses.some((s) => s === status);
}

/** The community may still write in it. */
export function isEditable(status: ProposalStatus): boolean {
  return status === "draft" || status === "revision_requested";
}

export function isWithdrawable(status: ProposalStatus): boolean {
  return mayBecome(status, "withdrawn");
}

/** Who of a community writes proposals, and who sends them in its name. */
export const writerRoles = communityPowers.writes_proposals;
export const senderRoles = communityPowers.submits_proposals;

export const pillars = ["social", "economy", "environment", "governance"] as const;
export type Pillar = (typeof pillars)[number];

/** Own contributions of the community (swadaya), and how likely a risk is. */
export const contributionKinds = ["labour", "goods", "cash"] as const;
export type ContributionKind = (typeof contributionKinds)[number];
export const likelihoods = ["low", "medium", "high"] as const;
export type Likelihood = (typeof likelihoods)[number];

/** The steps of the editor, in order; addresses are Indonesian. */
export const sections = ["story", "people", "area", "plan", "members", "budget", "tranches", "indicators", "payee", "review"] as const;
export type Section = (typeof sections)[number];

export const sectionPaths: Readonly<Record<Section, string>> = {
  story: "cerita",
  people: "penerima",
  area: "wilayah",
  plan: "jadwal",
  members: "kelompok",
  budget: "rab",
  tranches: "termin",
  indicators: "indikator",
  payee: "rekening",
  review: "kirim",
};

/** Networks of local groups propose jointly: each group has its share of the budget. */
export function proposesJointly(element: string | null): boolean {
  return element === "wksbm";
}

/** The steps that a proposal of this element has. */
export function sectionsOf(element: string | null): readonly Section[] {
  return proposesJointly(element) ? sections : sections.filter((section) => section !== "members");
}

export function sectionOfPath(path: string | undefined): Section | undefined {
  return sections.find((section) => sectionPaths[section] === path);
}

export const checkKinds = ["legality", "field_visit", "need", "budget", "regulation", "endorsement", "second_reading"] as const;
export type CheckKind = (typeof checkKinds)[number];
/** Checks that the desk may record itself; an endorsement is only ever a local leader's own. */
export const deskCheckKinds = [
  "legality",
  "field_visit",
  "need",
  "budget",
  "regulation",
  "second_reading",
] as const satisfies readonly CheckKind[];
export const checkResults = ["match", "differs", "not_checkable"] as const;
export type CheckResult = (typeof checkResults)[number];

/** Why a field must be changed, or why a proposal is not taken. */
export const revisionReasons = [
  "unclear",
  "price_out_of_range",
  "field_differs",
  "document_expired",
  "overlap",
  "supplier_tie",
  "sums_wrong",
  "other",
] as const;
export type RevisionReason = (typeof revisionReasons)[number];
export const rejectionReasons = [
  "outside_area",
  "no_legality",
  "personal_account",
  "budget_unrealistic",
  "routine_costs",
  "political_or_religious_campaign",
  "double_funding",
  "earlier_report_outstanding",
  "other",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];
export const suspensionReasons = ["concern_raised", "standing_lapsed", "report_overdue", "account_changed", "other"] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

/** A web address from a title: "Kebun pangan lansia!" gives "kebun-pangan-lansia"; at most 70 characters, cut between words. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const next = slug ? `${slug}-${word}` : word.slice(0, 70);
    if (next.length > 70) break;
    slug = next;
  }
  return slug || "program";
}

/** "SBG-2026-014": the code under which a published program is known. */
export function programCode(year: number, number: number): string {
  return `SBG-${year}-${String(number).padStart(3, "0")}`;
}
