import type { Standing } from "~/features/identity/actor";
import { type Day, daysBetween } from "~/kernel/dates";

/**
 * From which standing to which. Approved stays approved while a renewal is checked, so that a program under way does not stop because
 * a decree was renewed in time; approving again gives the new date.
 */
const transitions: { readonly [From in Standing]: readonly Standing[] } = {
  draft: ["submitted"],
  submitted: ["approved", "revision_requested", "rejected"],
  revision_requested: ["submitted", "rejected"],
  approved: ["approved", "revision_requested", "rejected"],
  rejected: ["submitted"],
};

export function mayBecome(from: Standing, to: Standing): boolean {
  return transitions[from].includes(to);
}

/** Whether an organisation may propose or pledge today: approved, and not past the day until which that holds (inclusive). */
export function standingIsValid(organization: { standing: Standing; standing_valid_until: Day | null }, today: Day): boolean {
  return organization.standing === "approved" && (organization.standing_valid_until === null || organization.standing_valid_until >= today);
}

/** Days in advance at which pages begin to speak of the end. */
export const renewalNotice = 60;

/** Days ahead at which a warning goes out by email. */
export const warningDays = [60, 30, 7] as const;

/** A warning still makes sense a few days late, when nothing ran meanwhile. */
const warningGrace = 6;

/** Which warning is due on a day before something ends, if any: that of 60 days is sent between 60 and 54 days ahead, and so on. */
export function warningFor(endsOn: Day, today: Day): number | undefined {
  const left = daysBetween(today, endsOn);
  return warningDays.find((days) => left >= 0 && left <= days && left >= days - warningGrace);
}

export type StandingView = Standing | "expiring" | "expired";

/** The standing as pages name it: approved is told apart from soon ending and already ended. */
export function standingView(organization: { standing: Standing; standing_valid_until: Day | null }, today: Day): StandingView {
  if (organization.standing !== "approved" || organization.standing_valid_until === null) return organization.standing;
  if (organization.standing_valid_until < today) return "expired";
  return daysBetween(today, organization.standing_valid_until) <= renewalNotice ? "expiring" : "approved";
}

export type DocumentKind = { code: string; required: boolean; hasExpiry: boolean };
export type HeldDocument = { kind: string; status: "submitted" | "accepted" | "refused"; validUntil: Day | null };

/** What is still to be uploaded: required kinds without a document, or with one that was refused or has expired. */
export function missingDocuments<K extends DocumentKind>(kinds: readonly K[], held: readonly HeldDocument[], today: Day): K[] {
  return kinds.filter(
    (kind) =>
      kind.required && !held.some((document) => document.kind === kind.code && document.status !== "refused" && inForce(document, today)),
  );
}

/** What stands in the way of an approval: required kinds without an accepted document in force, and documents nobody has looked at. */
export function unprovenKinds<K extends DocumentKind>(kinds: readonly K[], held: readonly HeldDocument[], today: Day): K[] {
  return kinds.filter((kind) => {
    const documents = held.filter((document) => document.kind === kind.code);
    if (documents.some((document) => document.status === "submitted")) return true;
    return kind.required && !documents.some((document) => document.status === "accepted" && inForce(document, today));
  });
}

/** The last day on which every accepted document is still in force; undefined when none of them ends. */
export function earliestExpiry(held: readonly HeldDocument[]): Day | undefined {
  return held
    .filter((document) => document.status === "accepted")
    .map((document) => document.validUntil)
    .filter((day): day is Day => day !== null)
    .sort()[0];
}

function inForce(document: HeldDocument, today: Day): boolean {
  return document.validUntil === null || document.validUntil >= today;
}
