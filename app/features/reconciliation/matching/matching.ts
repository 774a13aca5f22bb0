import type { OpenPayment } from "~/features/payments/payment-queries.server";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { findReferences } from "~/kernel/reference";
import type { LineDirection } from "../statements/statement";

/** Every number that the matching weighs by. A score is the sum of its reasons, between 0 and 99; only an exact reference is certain. */
export const tolerances = {
  /** Days around the due day within which a transfer is on time, near, or far. */
  onTimeDays: 7,
  nearDays: 21,
  farDays: 45,
  /** Likeness of names, in percent, from which the payer counts as the company. */
  likeName: 60,
  /** Parts into which one line is split, and lines that make up one payment, at most. */
  mostParts: 4,
  /** Payments of one company, or lines of one payer, that are tried in combination. */
  mostCombined: 14,
  /** Days between the first and the last of several lines for one payment. */
  combinedDays: 10,
  /** Days after a transfer within which it comes back without its reference. */
  returnDays: 21,
  leastScore: 40,
  /** From here on a suggestion is put forward as the best; below it, it has to be asked about. */
  goodScore: 70,
  mostSuggestions: 4,
} as const;

export const weights = {
  reference_exact: 70,
  reference_near: 62,
  reference_near_many: 40,
  reference_other: -40,
  no_reference: -8,
  amount_exact: 30,
  amount_unique: 14,
  sum_exact: 50,
  amount_less: 0,
  amount_more: -12,
  on_time: 18,
  near_due: 10,
  far_due: 3,
  out_of_time: -10,
  name: 28,
  nearest_open: 30,
  name_differs: -10,
  paid_before: 5,
  reversed_before: -45,
  disbursement_reference: 70,
  bank_reference: 20,
  payee_name: 28,
  soon_after: 18,
  later_after: 10,
  long_after: -10,
  return_words: 12,
  payout_named: 29,
  payout_number: 20,
  payout_day: 18,
  payout_far: -10,
} as const;

export type ReasonCode = keyof typeof weights;

/** Why a suggestion is made: positive speaks for it, negative against. Values are ready for a sentence; amounts as text of rupiah. */
export type Reason = { code: ReasonCode; weight: number; values?: { [name: string]: string | number } };

export type OpenLine = {
  bankAccountId: string;
  id: string;
  bookedOn: Day;
  sequenceOfDay: number;
  direction: LineDirection;
  /** What of it is not allocated yet. */
  left: Rupiah;
  description: string;
  /** Payments from which a person has taken this line back. */
  takenBack?: readonly string[];
};

export type SuggestedPart = { lineId: string; payment: OpenPayment; amount: Rupiah };

/** one: a line for a payment. split: a line for several payments of a company. combine: several lines for one payment. */
export type Suggestion = {
  key: string;
  kind: "one" | "split" | "combine";
  score: number;
  reasons: Reason[];
  parts: SuggestedPart[];
  /** What stays open of the line. */
  rest: Rupiah;
};

export function scoreOf(reasons: readonly Reason[]): number {
  return Math.max(
    0,
    Math.min(
      99,
      reasons.reduce((sum, { weight }) => sum + weight, 0),
    ),
  );
}

/** Payment references (not those of disbursements) in a line's text: with a check letter that holds, and those mistyped. */
export function paymentReferences(description: string): { valid: string[]; mistyped: string[] } {
  const found = findReferences(description).filter(({ reference }) => !reference.startsWith("SNGD"));
  return {
    valid: found.filter((one) => one.valid).map((one) => one.reference),
    mistyped: found.filter((one) => !one.valid).map((one) => one.reference),
  };
}

export function disbursementReferences(description: string): string[] {
  return findReferences(description)
    .filter(({ reference, valid }) => valid && reference.startsWith("SNGD"))
    .map(({ reference }) => reference);
}
