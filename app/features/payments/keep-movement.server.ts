import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";

/** A balance transaction of Stripe. Amounts are hundredths of a unit of its currency; `net` is the amount less the fee. */
export type CardMovement = {
  id: string;
  kind: string;
  currency: string;
  amountMinor: bigint;
  feeMinor: bigint;
  netMinor: bigint;
  /** The payment that a charge belongs to. */
  intent: string | null;
  at: Date;
};

/** Keeps a movement, or adds to a known one what has become known since: its payout and the card payment that it is. */
export async function keepMovement(
  trx: Transaction<DB>,
  movement: CardMovement,
  about: { proposalId?: string; cardPaymentId?: string; payoutId?: string } = {},
): Promise<void> {
  const links = {
    ...(about.payoutId && { payout_id: about.payoutId }),
    ...(about.proposalId && about.cardPaymentId && { proposal_id: about.proposalId, card_payment_id: about.cardPaymentId }),
  };
  await trx
    .insertInto("card_movements")
    .values({
      id: movement.id,
      kind: movement.kind,
      currency: movement.currency,
      amount_minor: movement.amountMinor,
      fee_minor: movement.feeMinor,
      net_minor: movement.netMinor,
      payment_intent: movement.intent,
      created_at: movement.at,
      ...links,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ kind: movement.kind, ...links }))
    .execute();
}
