import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { enqueue } from "../jobs.server";
import { type Charge, type Intent, type Movement, type Session, type StandInEvent, find, keep, objectId, seconds } from "./objects.server";
import type { Store } from "./objects.server";

/** What Stripe takes of a card payment, in ten-thousandths: the rate of its price list for cards from abroad without a fixed part. */
const feeRate = 290n;
/** Seconds until a charge may be paid out. */
const untilAvailable = 2 * 24 * 3600;

export type NewSession = Pick<
  Session,
  "amount_total" | "currency" | "client_reference_id" | "metadata" | "payment_metadata" | "description" | "success_url" | "cancel_url"
> & { expires_at: number | undefined; pageOf: (id: string) => string };

export async function createSession(store: Store, { pageOf, expires_at, ...wanted }: NewSession): Promise<Session> {
  const id = objectId("cs_test");
  const created = seconds();
  const session: Session = {
    ...wanted,
    id,
    object: "checkout.session",
    mode: "payment",
    status: "open",
    payment_status: "unpaid",
    payment_intent: null,
    url: pageOf(id),
    created,
    expires_at: expires_at ?? created + 24 * 3600,
    livemode: false,
  };
  await keep(store, "session", session);
  return session;
}

/** A session as it stands now: an open one past its hour has expired. */
export async function currentSession(store: Store, id: string, lock = false): Promise<Session | undefined> {
  const session = await find(store, "session", id, lock);
  if (session?.status === "open" && session.expires_at <= seconds()) return { ...session, status: "expired", url: null };
  return session;
}

/** Ends an open session; undefined when it can't be ended any more. */
export async function expireSession(db: Kysely<DB>, id: string): Promise<Session | undefined> {
  return db.transaction().execute(async (trx) => {
    const session = await currentSession(trx, id, true);
    if (session?.status !== "open") return undefined;
    const expired: Session = { ...session, status: "expired", url: null };
    await keep(trx, "session", expired);
    await tell(trx, "checkout.session.expired", expired);
    return expired;
  });
}

/** Pays an open session, once: intent, charge and movement come into being, and three events go out. Undefined when it is open no more. */
export async function paySession(db: Kysely<DB>, id: string): Promise<Session | undefined> {
  return db.transaction().execute(async (trx) => {
    const session = await currentSession(trx, id, true);
    if (session?.status !== "open") return undefined;
    const { intent, charge, movement } = chargeFor(session);
    const paid: Session = { ...session, status: "complete", payment_status: "paid", payment_intent: intent.id, url: null };
    await keep(trx, "session", paid);
    await keep(trx, "intent", intent);
    await keep(trx, "charge", charge);
    await keep(trx, "movement", movement);
    await tell(trx, "payment_intent.succeeded", intent);
    await tell(trx, "charge.succeeded", charge);
    await tell(trx, "checkout.session.completed", paid);
    return paid;
  });
}

function chargeFor(session: Session): { intent: Intent; charge: Charge; movement: Movement } {
  const [intentId, chargeId, movementId] = [objectId("pi"), objectId("ch"), objectId("txn")];
  const created = seconds();
  const { amount_total: amount, currency, payment_metadata: metadata } = session;
  const shared = { amount, currency, metadata, created, livemode: false } as const;
  const fee = Number((BigInt(amount) * feeRate) / 10_000n);
  return {
    intent: { ...shared, id: intentId, object: "payment_intent", amount_received: amount, status: "succeeded", latest_charge: chargeId },
    charge: { ...shared, id: chargeId, object: "charge", paid: true, payment_intent: intentId, balance_transaction: movementId },
    movement: {
      id: movementId,
      object: "balance_transaction",
      type: "charge",
      amount,
      fee,
      net: amount - fee,
      currency,
      source: chargeId,
      created,
      available_on: created + untilAvailable,
      payout: null,
    },
  };
}

/** Keeps an event and lets the worker deliver it, in the transaction of what it tells. */
export async function tell(trx: Parameters<typeof enqueue>[0], type: string, object: unknown): Promise<StandInEvent> {
  const event: StandInEvent = {
    id: objectId("evt"),
    object: "event",
    type,
    api_version: "stand-in",
    created: seconds(),
    livemode: false,
    pending_webhooks: 1,
    request: null,
    data: { object },
  };
  await keep(trx, "event", event);
  await enqueue(trx, "deliver-stand-in-event", { eventId: event.id });
  return event;
}
