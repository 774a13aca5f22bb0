import type { Kysely, Transaction } from "kysely";
import type Stripe from "stripe";
import { dayOf } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { enqueue } from "~/platform/jobs.server";
import type { DB } from "#db/types.generated";
import { asMovement } from "./card-money.server";
import { type CardMovement, keepMovement } from "./keep-movement.server";
import { callPerson, placeCardPayment } from "./stripe-events.server";

/** How far back Stripe is asked again: an import that fails for a week loses nothing. */
const daysBack = 14;

/**
 * Fetches Stripe's balance transactions and payouts. Running it again changes nothing. A charge whose event never came is counted now; one
 * that can't be, a refund and a dispute are handed to a person. An event that nobody has seen to is put before the worker again.
 */
export async function importCardMoney(db: Kysely<DB>, client: Stripe): Promise<{ movements: number; payouts: number }> {
  const since = { created: { gte: Math.floor(now().getTime() / 1000) - daysBack * 24 * 3600 } };
  const payouts = await client.payouts.list({ ...since, limit: 100 }).autoPagingToArray({ limit: 10_000 });
  const found = new Map<string, Stripe.BalanceTransaction>();
  for await (const one of client.balanceTransactions.list({ ...since, expand: ["data.source"], limit: 100 })) found.set(one.id, one);
  for (const payout of payouts) {
    // A payout holds charges from before the window, too.
    const listed = client.balanceTransactions.list({ payout: payout.id, expand: ["data.source"], limit: 100 });
    const within = await listed.autoPagingToArray({ limit: 10_000 });
    await db.transaction().execute((trx) => keepPayout(trx, payout, within.map(movementOf)));
    for (const one of within) found.set(one.id, one);
  }
  for (const one of found.values()) await takeIn(db, client, one);
  await wakeForgottenEvents(db);
  return { movements: found.size, payouts: payouts.length };
}

/** A payout with everything in it at once: nobody must find it at the bank before it is known what it holds. */
async function keepPayout(trx: Transaction<DB>, payout: Stripe.Payout, within: readonly CardMovement[]): Promise<void> {
  const changing = { status: payout.status, arrives_on: dayOf(new Date(payout.arrival_date * 1000)) };
  const { id } = await trx
    .insertInto("card_payouts")
    .values({
      id: newId(),
      stripe_id: payout.id,
      currency: payout.currency,
      amount_minor: BigInt(payout.amount),
      created_at: new Date(payout.created * 1000),
      ...changing,
    })
    .onConflict((conflict) => conflict.column("stripe_id").doUpdateSet(changing))
    .returning("id")
    .executeTakeFirstOrThrow();
  const linked = await trx.selectFrom("card_movements").select("id").where("payout_id", "=", id).execute();
  const known = new Set(linked.map((movement) => movement.id));
  for (const movement of within) if (!known.has(movement.id)) await keepMovement(trx, movement, { payoutId: id });
}

async function takeIn(db: Kysely<DB>, client: Stripe, found: Stripe.BalanceTransaction): Promise<void> {
  const movement = movementOf(found);
  const known = await db
    .selectFrom("card_movements as m")
    .leftJoin("card_payouts as o", "o.id", "m.payout_id")
    .select(["m.card_payment_id as cardPaymentId", "o.bank_line_id as lineId"])
    .where("m.id", "=", movement.id)
    .executeTakeFirst();
  if (known?.cardPaymentId || known?.lineId) return;
  if (!known) await db.transaction().execute((trx) => keepMovement(trx, movement));
  if (isPayment(movement)) {
    const outcome = movement.intent ? await placeCardPayment(db, client, movement.intent) : "card_unknown";
    if (outcome === "placed") return;
    const subject = movement.intent ?? movement.id;
    const notice = { stripeId: `import:${movement.id}`, type: "charge", subject, problem: outcome, payload: found, at: movement.at };
    return db.transaction().execute((trx) => callPerson(trx, notice));
  }
  const problem = movement.kind === "adjustment" ? "dispute" : movement.kind.includes("refund") ? "refund" : undefined;
  if (!problem) return;
  const subject = `${problem} ${movement.intent ?? movement.id}`;
  await db
    .transaction()
    .execute((trx) =>
      callPerson(trx, { stripeId: `import:${movement.id}`, type: movement.kind, subject, problem, payload: found, at: movement.at }),
    );
}

function isPayment({ kind }: CardMovement): boolean {
  return kind === "charge" || kind === "payment";
}

function movementOf(found: Stripe.BalanceTransaction): CardMovement {
  return asMovement(found, intentOf(found));
}

function intentOf({ source }: Stripe.BalanceTransaction): string | null {
  if (source === null || typeof source === "string" || !("payment_intent" in source)) return null;
  const intent = source.payment_intent;
  return typeof intent === "string" ? intent : (intent?.id ?? null);
}

/** An event whose job ran out of attempts, because Stripe was away for long, gets another round. */
async function wakeForgottenEvents(db: Kysely<DB>): Promise<void> {
  const forgotten = await db.selectFrom("stripe_events").select("id").where("status", "=", "received").execute();
  for (const { id } of forgotten) await enqueue(db, "handle-stripe-event", { eventId: id }, { key: `stripe-event:${id}` });
}
