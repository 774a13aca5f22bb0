import type { CompanyRole } from "~/features/identity/actor";
import { addDays, type Day } from "~/kernel/dates";
import { allocate, type Rupiah, smaller, sum } from "~/kernel/money";
import { companyPowers } from "~/features/identity/powers";

export const pledgeStatuses = ["draft", "awaiting_approval", "committed", "settled", "refused", "cancelled", "lapsed"] as const;
export type PledgeStatus = (typeof pledgeStatuses)[number];

/** Every transition there is. A settled pledge goes back to committed when a receipt is undone. */
export const transitions: Readonly<Record<PledgeStatus, readonly PledgeStatus[]>> = {
  draft: ["awaiting_approval", "committed", "cancelled"],
  awaiting_approval: ["committed", "refused", "cancelled"],
  committed: ["settled", "cancelled", "lapsed"],
  settled: ["committed"],
  refused: [],
  cancelled: [],
  lapsed: [],
};

export function mayBecome(from: PledgeStatus, to: PledgeStatus): boolean {
  return transitions[from].includes(to);
}

/** Its whole amount stands in the ledger as a commitment. */
export function isCommitted(status: PledgeStatus): boolean {
  return status === "committed" || status === "settled";
}

/** Who of a company drafts pledges, who decides about them, who follows the payments. */
export const drafterRoles = companyPowers.drafts_pledges;
export const approverRoles = companyPowers.approves_pledges;
export const payerRoles = ["finance", "officer"] as const satisfies readonly CompanyRole[];

/** Smallest pledge, unless less than that is left of the target: below it, a bank's fee weighs more than the gift. */
export const smallestPledge: Rupiah = 100_000n;
export const mostInstalments = 12;
/** An instalment is due at most this many days after the pledge: about three years. */
export const longestPlanDays = 1096;
/** An approver has this many days; then the draft is cancelled, since amounts and days have moved on. */
export const approvalDays = 14;
/** A pledge lapses when an instalment is still unpaid this many days after it was due; a secret payment link ends then too. */
export const graceDays = 60;

export function smallestFor(left: Rupiah): Rupiah {
  return smaller(left, smallestPledge);
}

export type Instalment = { amount: Rupiah; dueOn: Day };

/** An amount in equal instalments, the odd rupiah first, due every `everyMonths` months from the first day on. Sums exactly. */
export function planInstalments(plan: { amount: Rupiah; count: number; firstDueOn: Day; everyMonths: number }): Instalment[] {
  const parts = allocate(
    plan.amount,
    Array.from({ length: plan.count }, () => 1n),
  );
  return parts.map((amount, index) => ({
    amount,
    dueOn: addMonths(plan.firstDueOn, index * plan.everyMonths),
  }));
}

/** The same day some months later; the last day of the month where that day doesn't exist. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export type PlanProblem =
  | { code: "instalments_count" }
  | { code: "instalments_sum"; difference: Rupiah }
  | { code: "instalment_amount"; n: number }
  | { code: "instalment_past"; n: number }
  | { code: "instalment_order"; n: number }
  | { code: "instalment_too_far"; n: number };

/** What is wrong with an instalment plan, first problem first; undefined when it stands. */
export function problemOfPlan(amount: Rupiah, plan: readonly Instalment[], today: Day): PlanProblem | undefined {
  if (plan.length < 1 || plan.length > mostInstalments) return { code: "instalments_count" };
  for (const [index, instalment] of plan.entries()) {
    const n = index + 1;
    if (instalment.amount <= 0n) return { code: "instalment_amount", n };
    if (instalment.dueOn < today) return { code: "instalment_past", n };
    if (index > 0 && instalment.dueOn < (plan[index - 1]?.dueOn ?? "")) return { code: "instalment_order", n };
    if (instalment.dueOn > addDays(today, longestPlanDays)) return { code: "instalment_too_far", n };
  }
  const difference = amount - sum(plan.map((instalment) => instalment.amount));
  return difference === 0n ? undefined : { code: "instalments_sum", difference };
}

export const refusalReasons = ["budget_spent", "outside_pillar", "outside_area", "proof_too_thin", "overlap", "other"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const cancellationReasons = [
  "budget_withdrawn",
  "program_changed",
  "entered_by_mistake",
  "approval_expired",
  "unpaid",
  "other",
] as const;
export type CancellationReason = (typeof cancellationReasons)[number];
/** Those that a person may choose; the others belong to the daily job. */
export const choosableCancellations = [
  "budget_withdrawn",
  "program_changed",
  "entered_by_mistake",
  "other",
] as const satisfies readonly CancellationReason[];
