import type { Rupiah } from "~/kernel/money";
import { communityPowers } from "~/features/identity/powers";

export const disbursementStatuses = [
  "requested",
  "prepared",
  "approved",
  "sent",
  "executed",
  "acknowledged",
  "rejected",
  "returned",
] as const;
export type DisbursementStatus = (typeof disbursementStatuses)[number];

/**
 * Every transition there is. What the bank returns is prepared again, with two new signatures; what was wrongly taken for a return is
 * executed as before.
 */
export const transitions: Readonly<Record<DisbursementStatus, readonly DisbursementStatus[]>> = {
  requested: ["prepared", "rejected"],
  prepared: ["approved", "rejected"],
  approved: ["sent"],
  sent: ["executed", "returned"],
  executed: ["acknowledged", "returned"],
  acknowledged: [],
  rejected: [],
  returned: ["prepared", "executed"],
};

export function mayBecome(from: DisbursementStatus, to: DisbursementStatus): boolean {
  return transitions[from].includes(to);
}

/** Who of a community asks for a termin and acknowledges that it arrived. */
export const treasuryRoles = communityPowers.requests_disbursements;

/** Programs that may spend: a suspended, completed or expired one may not. */
const spendingStatuses = ["published", "running"];

export type ReportStatus = "draft" | "submitted" | "verifying" | "revision_requested" | "published";

/** One termin with what has become of it. The rejected requests are left out. */
export type TerminFacts = {
  n: number;
  amount: Rupiah;
  disbursement: { status: DisbursementStatus } | null;
  report: { status: ReportStatus } | null;
};

/** What stops every termin of an organisation at once, whatever its program has reached. */
export type Hold = "frozen" | "standing_invalid" | "payee_changed";

/** Why a termin can't be asked for now, the first reason that applies; amounts are whole rupiah. */
export type TerminObstacle =
  | { code: "program_not_open" }
  | { code: "already_requested" }
  | { code: "not_next"; next: number }
  | { code: "previous_not_acknowledged"; previous: number }
  | { code: "previous_not_reported"; previous: number }
  | { code: Hold }
  | { code: "payee_unverified" }
  | { code: "escrow_short"; short: Rupiah };

export type FundFacts = {
  programStatus: string;
  termins: readonly TerminFacts[];
  /** What the program's fund holds, less what is on its way out already. */
  available: Rupiah;
  payeeVerified: boolean;
  hold?: Hold | undefined;
};

/** What stands between a termin and its request; undefined when it may be asked for now. */
export function obstacleOf(n: number, { programStatus, termins, available, payeeVerified, hold }: FundFacts): TerminObstacle | undefined {
  const termin = termins.find((one) => one.n === n);
  if (!termin || !spendingStatuses.includes(programStatus)) return { code: "program_not_open" };
  if (termin.disbursement) return { code: "already_requested" };
  const before = termins.filter((one) => one.n < n);
  const unasked = before.find((one) => !one.disbursement);
  if (unasked) return { code: "not_next", next: unasked.n };
  const unacknowledged = before.find((one) => one.disbursement?.status !== "acknowledged");
  if (unacknowledged) return { code: "previous_not_acknowledged", previous: unacknowledged.n };
  const unreported = before.find((one) => one.report?.status !== "published");
  if (unreported) return { code: "previous_not_reported", previous: unreported.n };
  if (hold) return { code: hold };
  if (!payeeVerified) return { code: "payee_unverified" };
  return available < termin.amount ? { code: "escrow_short", short: termin.amount - available } : undefined;
}

/** The termin that comes next: the first one that nobody has asked for. */
export function nextTermin(termins: readonly TerminFacts[]): TerminFacts | undefined {
  return termins.find((one) => !one.disbursement);
}
