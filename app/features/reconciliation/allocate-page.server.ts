import type { Kysely } from "kysely";
import { type OpenPayment, openPayments } from "~/features/payments/payment-queries.server";
import type { DB } from "#db/types.generated";
import { decisionFor } from "./workbench-queries.server";

export type Candidate = { payment: OpenPayment; suggested: bigint | undefined };

const most = 25;

/** Payments that a line may be given to by hand: those found by the search, else the suggested ones and then the nearest by due day. */
export async function candidatesFor(db: Kysely<DB>, lineId: string, search: string): Promise<Candidate[]> {
  if (search) return (await openPayments(db, { search, limit: most })).map((payment) => ({ payment, suggested: undefined }));
  const decision = await decisionFor(db, lineId);
  const best = decision?.suggestions[0];
  const suggested = new Map((best && best.kind !== "combine" ? best.parts : []).map((part) => [part.payment.paymentId, part.amount]));
  const named = decision?.suggestions.flatMap(({ parts }) => parts.map(({ payment }) => payment)) ?? [];
  const nearest = await openPayments(db, { limit: most });
  const unique = new Map([...named, ...nearest].map((payment) => [payment.paymentId, payment]));
  return [...unique.values()].slice(0, most).map((payment) => ({ payment, suggested: suggested.get(payment.paymentId) }));
}
