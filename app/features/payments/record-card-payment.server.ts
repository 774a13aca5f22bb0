import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { dayOf } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { CardMoney } from "./card-money.server";
import { rupiahOf } from "./card";
import { lockPayment } from "./lock-payment.server";
import { keepMovement } from "./keep-movement.server";
import { recordPaymentReceived } from "./record-payment-received.server";

/**
 * Counts what was paid by card for its instalment, once for each payment at Stripe: the money stands in card clearing until Stripe has
 * paid it out. Refuses `not_succeeded`, `card_unknown` when no checkout of ours leads to it, `card_amount_differs`, `card_paid_out`
 * when its payout has been matched without it (the money is in suspense on that line), and what `recordPaymentReceived` refuses; a refusal
 * means that a person has to look.
 */
export async function recordCardPayment(trx: Transaction<DB>, money: CardMoney): Promise<{ cardPaymentId: string; known: boolean }> {
  if (!money.succeeded) throw new DomainError("not_succeeded");
  const { proposalId, checkoutId } = money;
  const checkout = isId(proposalId) && isId(checkoutId) ? await findCheckout(trx, proposalId, checkoutId) : undefined;
  if (!checkout || !proposalId) throw new DomainError("card_unknown");
  const paidOut = money.movement !== undefined && (await isPaidOut(trx, money.movement.id));
  await lockPayment(trx, proposalId, checkout.payment_id);
  const earlier = await trx
    .selectFrom("card_payments")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("payment_intent", "=", money.intent)
    .executeTakeFirst();
  if (earlier) {
    if (money.movement) await keepMovement(trx, money.movement, { proposalId, cardPaymentId: earlier.id });
    return { cardPaymentId: earlier.id, known: true };
  }
  if (paidOut) throw new DomainError("card_paid_out");
  if (money.currency !== "idr" || rupiahOf(money.amountMinor) !== checkout.amount) throw new DomainError("card_amount_differs");

  const cardPaymentId = newId();
  const { amount, payment_id: paymentId, pledge_id } = checkout;
  const paidOn = dayOf(money.paidAt);
  const source = { kind: "card_payment", id: cardPaymentId } as const;
  await recordPaymentReceived(trx, { proposalId, paymentId, amount, source, occurredOn: paidOn, postedBy: null });
  await trx
    .insertInto("card_payments")
    .values({
      proposal_id: proposalId,
      id: cardPaymentId,
      payment_id: paymentId,
      pledge_id,
      checkout_id: checkout.id,
      payment_intent: money.intent,
      amount,
      paid_on: paidOn,
      recorded_at: now(),
    })
    .execute();
  await trx
    .updateTable("card_checkouts")
    .set({ status: "completed" })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", checkout.id)
    .execute();
  if (money.movement) await keepMovement(trx, money.movement, { proposalId, cardPaymentId });
  return { cardPaymentId, known: false };
}

function findCheckout(trx: Transaction<DB>, proposalId: string, checkoutId: string) {
  return trx
    .selectFrom("card_checkouts")
    .select(["id", "payment_id", "pledge_id", "amount"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", checkoutId)
    .executeTakeFirst();
}

/**
 * Whether the payout with this movement has been found at the bank. Locks a payout that has not, before the program: whoever matches it
 * meanwhile waits, and finds this payment in it.
 */
async function isPaidOut(trx: Transaction<DB>, movementId: string): Promise<boolean> {
  const payout = await trx
    .selectFrom("card_movements as m")
    .innerJoin("card_payouts as o", "o.id", "m.payout_id")
    .select("o.bank_line_id")
    .where("m.id", "=", movementId)
    .forShare("o")
    .executeTakeFirst();
  return Boolean(payout?.bank_line_id);
}
