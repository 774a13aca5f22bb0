import { bookableAs } from "~/features/payments/card";
import { type Day, daysBetween } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { type OpenLine, type Reason, scoreOf, tolerances } from "./matching";
import { reason } from "./weigh";

/** A payout of Stripe that has not been found at the bank. */
export type OpenPayout = {
  payoutId: string;
  stripeId: string;
  /** Hundredths of a rupiah. */
  amountMinor: bigint;
  arrivesOn: Day;
  /** What companies paid in it, whole, and how many payments that were. */
  gross: Rupiah;
  payments: number;
};

export type PayoutSuggestion = { payout: OpenPayout; score: number; reasons: Reason[] };

/** Payouts that an incoming line may be, best first. A payout arrives in one line of its amount, which is what was paid less Stripe's fee. */
export function suggestPayouts(line: OpenLine & { amount: Rupiah }, payouts: readonly OpenPayout[]): PayoutSuggestion[] {
  if (line.direction !== "in" || line.left !== line.amount) return [];
  const packed = line.description.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return payouts
    .filter(({ amountMinor }) => bookableAs(amountMinor, line.amount))
    .map((payout) => {
      const reasons = [reason("amount_exact")];
      if (packed.includes("STRIPE")) reasons.push(reason("payout_named"));
      const tail = payout.stripeId.slice(-4).toUpperCase();
      if (packed.includes(tail)) reasons.push(reason("payout_number", { number: tail }));
      const days = Math.abs(daysBetween(payout.arrivesOn, line.bookedOn));
      reasons.push(days <= tolerances.onTimeDays ? reason("payout_day", { days }) : reason("payout_far", { days }));
      return { payout, score: scoreOf(reasons), reasons: reasons.sort((a, b) => b.weight - a.weight) };
    })
    .sort((a, b) => b.score - a.score || (a.payout.arrivesOn + a.payout.payoutId < b.payout.arrivesOn + b.payout.payoutId ? -1 : 1))
    .slice(0, tolerances.mostSuggestions);
}
