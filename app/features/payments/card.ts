import type { Rupiah } from "~/kernel/money";

/** Stripe counts rupiah in hundredths, although nobody else does: Rp 1 is 100 of its units. */
const minorPerRupiah = 100n;

/** The most that Stripe takes in one payment: twelve digits of its unit, so Rp 9.999.999.999 in whole rupiah. */
export const largestCardPayment: Rupiah = 9_999_999_999n;
/** The least: half a US dollar by Stripe's rule, with room for the rate. */
export const smallestCardPayment: Rupiah = 10_000n;

/** Whole rupiah in Stripe's unit. The result is exact as a number: twelve digits at most. */
export function minorOf(amount: Rupiah): number {
  if (amount < 0n || amount > largestCardPayment) throw new RangeError(`Stripe can't take ${amount} rupiah`);
  return Number(amount * minorPerRupiah);
}

/** Stripe's unit in whole rupiah; undefined when it is not a whole number of them. */
export function rupiahOf(minor: number | bigint): Rupiah | undefined {
  const amount = BigInt(minor);
  return amount % minorPerRupiah === 0n ? amount / minorPerRupiah : undefined;
}

/** What a bank that knows no hundredths may book for an amount of Stripe: rounded down or up. */
export function bookableAs(minor: bigint, amount: Rupiah): boolean {
  const down = minor / minorPerRupiah;
  return amount === down || (minor % minorPerRupiah !== 0n && amount === down + 1n);
}

export function fitsCard(amount: Rupiah): boolean {
  return amount >= smallestCardPayment && amount <= largestCardPayment;
}

/** How long a checkout stays open. Stripe allows half an hour to a day. */
export const checkoutHours = 23;

/** Why money at Stripe can't be counted for an instalment by itself, so that a person has to look. */
export const cardProblems = [
  "card_unknown",
  "card_amount_differs",
  "card_paid_out",
  "payment_closed",
  "payment_overpaid",
  "payment_unknown",
  "not_succeeded",
  "missing_at_stripe",
  "refund",
  "dispute",
  "payout_failed",
] as const;
export type CardProblem = (typeof cardProblems)[number];

export type EventMeaning =
  | { kind: "payment"; intent: string }
  | { kind: "expired"; session: string }
  | { kind: "payouts" }
  | { kind: "person"; problem: CardProblem; subject: string }
  | { kind: "nothing" };

type About = { id?: unknown; payment_intent?: unknown; charge?: unknown; status?: unknown; payment_status?: unknown };

/** What an event of Stripe asks of us. Its content is only a hint: what counts is asked for again, so that order and age don't matter. */
export function meaningOf(event: { type: string; object: About }): EventMeaning {
  const { type, object } = event;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const subject = text(object.payment_intent) || text(object.charge) || text(object.id);
  if (type === "payment_intent.succeeded") return { kind: "payment", intent: text(object.id) };
  if (type === "checkout.session.completed" || type === "checkout.session.async_payment_succeeded") {
    return object.payment_status === "paid" && subject ? { kind: "payment", intent: subject } : { kind: "nothing" };
  }
  if (type === "checkout.session.expired") return { kind: "expired", session: text(object.id) };
  if (type.startsWith("charge.dispute.")) return { kind: "person", problem: "dispute", subject: `dispute ${subject}` };
  if (type === "charge.refunded" || type.startsWith("refund.") || type.startsWith("charge.refund.")) {
    return { kind: "person", problem: "refund", subject: `refund ${subject}` };
  }
  if (type === "payout.failed" || type === "payout.canceled") return { kind: "person", problem: "payout_failed", subject };
  if (type.startsWith("payout.")) return { kind: "payouts" };
  return { kind: "nothing" };
}
