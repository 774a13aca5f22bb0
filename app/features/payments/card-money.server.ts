import type Stripe from "stripe";
import { isUnknownToStripe } from "~/platform/stripe.server";
import type { CardMovement } from "./keep-movement.server";

/** A payment as Stripe knows it at this moment. */
export type CardMoney = {
  intent: string;
  succeeded: boolean;
  currency: string;
  /** Hundredths of a rupiah. */
  amountMinor: bigint;
  paidAt: Date;
  /** The checkout of ours that it was paid in; undefined when somebody else made it. */
  proposalId: string | undefined;
  checkoutId: string | undefined;
  /** Undefined while Stripe has not booked it. */
  movement: CardMovement | undefined;
};

/** What Stripe says about a payment now; undefined when it knows none. */
export async function findCardMoney(client: Stripe, intentId: string): Promise<CardMoney | undefined> {
  const intent = await client.paymentIntents
    .retrieve(intentId, { expand: ["latest_charge.balance_transaction"] })
    .catch((error: unknown) => {
      if (isUnknownToStripe(error)) return undefined;
      throw error;
    });
  if (!intent) return undefined;
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const movement = charge && typeof charge.balance_transaction === "object" ? charge.balance_transaction : null;
  return {
    intent: intent.id,
    succeeded: intent.status === "succeeded",
    currency: intent.currency,
    amountMinor: BigInt(intent.amount_received),
    paidAt: new Date((charge?.created ?? intent.created) * 1000),
    proposalId: intent.metadata.program,
    checkoutId: intent.metadata.checkout,
    movement: movement ? asMovement(movement, intent.id) : undefined,
  };
}

export function asMovement(movement: Stripe.BalanceTransaction, intent: string | null): CardMovement {
  return {
    id: movement.id,
    kind: movement.type,
    currency: movement.currency,
    amountMinor: BigInt(movement.amount),
    feeMinor: BigInt(movement.fee),
    netMinor: BigInt(movement.net),
    intent,
    at: new Date(movement.created * 1000),
  };
}
