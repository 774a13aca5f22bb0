import type { OpenPayment } from "~/features/payments/payment-queries.server";
import { daysBetween } from "~/kernel/dates";
import { nearbyReferences } from "~/kernel/reference";
import { type OpenLine, type Reason, type ReasonCode, paymentReferences, tolerances, weights } from "./matching";
import { nameLikeness } from "./payer-name";

/** What is known of all payments together, worked out once for a list of lines. */
export type Payments = {
  all: readonly OpenPayment[];
  byReference: ReadonlyMap<string, OpenPayment>;
  /** How many payments lack exactly this amount. */
  withLeft: ReadonlyMap<bigint, number>;
  /** The payment of each company that is due first. */
  nextOf: ReadonlyMap<string, string>;
  /** The payments of each company that has several. */
  companies: readonly (readonly OpenPayment[])[];
};

export function indexPayments(found: readonly OpenPayment[]): Payments {
  const all = [...found].sort((a, b) => (a.dueOn + a.paymentId < b.dueOn + b.paymentId ? -1 : 1));
  const withLeft = new Map<bigint, number>();
  for (const { left } of all) withLeft.set(left, (withLeft.get(left) ?? 0) + 1);
  const nextOf = new Map([...all].reverse().map(({ companyId, paymentId }) => [companyId, paymentId]));
  const groups = new Map<string, OpenPayment[]>();
  for (const payment of all) {
    const group = groups.get(payment.companyId) ?? [];
    groups.set(payment.companyId, group);
    group.push(payment);
  }
  const companies = [...groups.values()].filter((group) => group.length > 1);
  return { all, nextOf, byReference: new Map(all.map((payment) => [payment.reference, payment])), withLeft, companies };
}

export function reason(code: ReasonCode, values?: Reason["values"], weight: number = weights[code]): Reason {
  return values ? { code, weight, values } : { code, weight };
}

const read = new WeakMap<OpenLine, ReturnType<typeof paymentReferences>>();

function referencesOf(line: OpenLine): ReturnType<typeof paymentReferences> {
  const found = read.get(line) ?? paymentReferences(line.description);
  read.set(line, found);
  return found;
}

const meant = new WeakMap<Payments, Map<string, string[]>>();

/** References of open payments that a mistyped one may mean; worked out once for all payments that it is held against. */
function meantBy(typed: string, payments: Payments): string[] {
  const known = meant.get(payments) ?? new Map<string, string[]>();
  meant.set(payments, known);
  const found = known.get(typed) ?? nearbyReferences(typed).filter((near) => payments.byReference.has(near));
  known.set(typed, found);
  return found;
}

/** What the line's text says about the payment by reference. */
export function referenceReasons(line: OpenLine, payment: OpenPayment, payments: Payments): Reason[] {
  const { valid, mistyped } = referencesOf(line);
  if (valid.includes(payment.reference)) return [reason("reference_exact", { reference: payment.reference })];
  for (const typed of mistyped) {
    const near = meantBy(typed, payments);
    if (!near.includes(payment.reference)) continue;
    return [
      reason(near.length === 1 ? "reference_near" : "reference_near_many", { typed, reference: payment.reference, count: near.length }),
    ];
  }
  const other = valid[0];
  if (other) return [reason("reference_other", { reference: other })];
  return mistyped.length === 0 ? [reason("no_reference")] : [];
}

export function payerReasons(line: OpenLine, payment: OpenPayment): Reason[] {
  const likeness = nameLikeness(payment.companyName, line.description);
  if (likeness >= tolerances.likeName) {
    return [
      reason("name", { percent: likeness, company: payment.companyName }, Math.round((weights.name * likeness) / 100)),
      ...before(line, payment),
    ];
  }
  return before(line, payment);
}

function before(line: OpenLine, payment: OpenPayment): Reason[] {
  const alike = payment.earlierDescriptions.some((earlier) => nameLikeness(earlier, line.description) >= tolerances.likeName);
  return alike ? [reason("paid_before", { company: payment.companyName })] : [];
}

export function dueReason(line: OpenLine, payments: readonly OpenPayment[]): Reason {
  const days = Math.max(...payments.map((payment) => Math.abs(daysBetween(payment.dueOn, line.bookedOn))));
  const code =
    days <= tolerances.onTimeDays
      ? "on_time"
      : days <= tolerances.nearDays
        ? "near_due"
        : days <= tolerances.farDays
          ? "far_due"
          : "out_of_time";
  return reason(code, { days, count: payments.length });
}

/** A match that a person has reversed is not put forward again as if nothing had been said. */
export function reversedReasons(line: OpenLine, payments: readonly OpenPayment[]): Reason[] {
  return payments.some(({ paymentId }) => line.takenBack?.includes(paymentId)) ? [reason("reversed_before")] : [];
}
