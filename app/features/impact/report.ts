import { type Rupiah, basisPoints } from "~/kernel/money";
import { communityPowers } from "~/features/identity/powers";

export const reportStatuses = ["draft", "submitted", "verifying", "revision_requested", "published"] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** Every transition there is. */
export const transitions: Readonly<Record<ReportStatus, readonly ReportStatus[]>> = {
  draft: ["submitted"],
  submitted: ["verifying", "revision_requested", "published"],
  verifying: ["revision_requested", "published"],
  revision_requested: ["submitted"],
  published: [],
};

export function mayBecome(from: ReportStatus, to: ReportStatus): boolean {
  return transitions[from].includes(to);
}

export function isEditable(status: ReportStatus): boolean {
  return status === "draft" || status === "revision_requested";
}

/** Who writes reports and adds receipts, and who sends a report in the organisation's name. */
export const writerRoles = communityPowers.writes_reports;
export const senderRoles = communityPowers.submits_reports;

/**
 * A report is published when approved receipts cover at least this share of its termin, in hundredths of a percent: what is left is
 * spent while the next termin runs, stays visible as "waiting for proof", and must be covered before the program is complete.
 */
export const leastProofOfReport = 5000;

export function proofSuffices(approved: Rupiah, termin: Rupiah): boolean {
  return basisPoints(approved, termin) >= leastProofOfReport;
}

export type ReportDraft = {
  headline: string;
  story: string;
  lessons: string;
  beneficiaries: number | null;
  women: number | null;
  children: number | null;
  elderly: number | null;
  disabled: number | null;
  /** What each indicator has reached; `actual` is a decimal as text, null while it is not measured. */
  results: readonly { indicatorId: string; actual: string | null; note: string }[];
};

export type ReportIssue = { field: string; code: "missing" | "too_short" | "people_exceed_total" | "no_receipts" | "no_result" };

/** Everything that keeps a report from being sent; nothing when it may go. Only where people are counted is a part compared with the whole. */
export function issuesOf(draft: ReportDraft, around: { receipts: number; countsPeople: boolean }): ReportIssue[] {
  const issues: ReportIssue[] = [];
  const text = (field: "headline" | "story" | "lessons", least: number): void => {
    const { length } = draft[field].trim();
    if (length < least) issues.push({ field, code: length === 0 ? "missing" : "too_short" });
  };
  text("headline", 10);
  text("story", 40);
  text("lessons", 20);
  if (draft.beneficiaries === null) issues.push({ field: "beneficiaries", code: "missing" });
  for (const field of ["women", "children", "elderly", "disabled"] as const) {
    if (around.countsPeople && draft.beneficiaries !== null && (draft[field] ?? 0) > draft.beneficiaries)
      issues.push({ field, code: "people_exceed_total" });
  }
  // An indicator may be measured later, but then its note says so.
  for (const { indicatorId, actual, note } of draft.results) {
    if (actual === null && note.trim() === "") issues.push({ field: `results.${indicatorId}`, code: "no_result" });
  }
  if (around.receipts === 0) issues.push({ field: "receipts", code: "no_receipts" });
  return issues;
}
