import type { OpenPayment } from "~/features/payments/payment-queries.server";
import { smaller, sum } from "~/kernel/money";
import { type OpenLine, type SuggestedPart, paymentReferences } from "./matching";

/**
 * What of an incoming line is certain: it carries one exact reference of a payment that is still expected. The payment gets what it still
 * lacks and never more; an excess stays open. Several references are certain only when they add up to the line exactly.
 */
export function certainParts(line: OpenLine, payments: ReadonlyMap<string, OpenPayment>): SuggestedPart[] {
  if (line.direction !== "in" || line.left <= 0n) return [];
  const { valid, mistyped } = paymentReferences(line.description);
  if (valid.length === 0 || mistyped.length > 0) return [];
  const found = valid.flatMap((reference) => payments.get(reference) ?? []);
  if (found.length !== valid.length) return [];
  const [only] = found;
  if (found.length === 1 && only) return [{ lineId: line.id, payment: only, amount: smaller(line.left, only.left) }];
  if (sum(found.map((payment) => payment.left)) !== line.left) return [];
  return found.map((payment) => ({ lineId: line.id, payment, amount: payment.left }));
}
