import { needsSponsor } from "~/features/organizations/organization";

/** How far a sponsor's co-signature of a proposal has come; `not_needed` when the proposer stands by itself. */
export type ConsentState = "not_needed" | "no_sponsor" | "not_asked" | "asked" | "given" | "refused" | "outdated";

export type ConsentFacts = {
  element: string | null;
  sponsorId: string | null;
  /** Whether the chosen account is held by the sponsor. */
  paidThroughSponsor: boolean;
  version: number;
  /** The latest question to the sponsor. */
  latest: { status: "asked" | "given" | "refused"; version: number; sponsorId: string } | undefined;
};

/** A family, and whoever is paid through a sponsor, sends a proposal with the sponsor's consent to that very version. */
export function consentState({ element, sponsorId, paidThroughSponsor, version, latest }: ConsentFacts): ConsentState {
  if (!needsSponsor(element) && !paidThroughSponsor) return "not_needed";
  if (sponsorId === null) return "no_sponsor";
  if (!latest || latest.sponsorId !== sponsorId) return "not_asked";
  if (latest.status === "refused") return "refused";
  return latest.version === version ? latest.status : "outdated";
}
