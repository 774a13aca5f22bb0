import type { Kysely } from "kysely";
import type Stripe from "stripe";
import { keepStripeEvent } from "~/features/payments/stripe-events.server";
import { startCardCheckout } from "~/features/payments/start-card-checkout.server";
import { signedDelivery } from "~/platform/stripe-stand-in/deliver.server";
import { all } from "~/platform/stripe-stand-in/objects.server";
import { standInClient } from "~/platform/stripe-stand-in/client.server";
import { paySession } from "~/platform/stripe-stand-in/sessions.server";
import type { BuiltPledge } from "#db/seed/builders/pledges";
import type { DB } from "#db/types.generated";

/** Where an instalment of a built pledge is paid by card, from its secret link. */
export function checkoutOf(pledge: BuiltPledge, n = 1) {
  const { proposalId, pledgeId } = pledge;
  return { proposalId, pledgeId, paymentId: pledge.payments[n - 1]?.paymentId ?? "", back: "/bayar/rahasia", actorId: null };
}

export function sessionIn(url: string): string {
  return url.split("/").at(-1) ?? "";
}

/** Opens the card page of an instalment and pays there; Sinergi has heard nothing yet. Gives the payment's id at Stripe. */
export async function paidByCard(db: Kysely<DB>, pledge: BuiltPledge, n = 1): Promise<string> {
  const { url } = await startCardCheckout(db, standInClient(db), checkoutOf(pledge, n));
  const session = await paySession(db, sessionIn(url));
  return session?.payment_intent ?? "";
}

/** The events that the stand-in has for a payment, the oldest first, as Stripe would send them. */
export async function eventsAbout(db: Kysely<DB>, intent: string): Promise<Stripe.Event[]> {
  const events = (await all(db, "event")).filter((event) => JSON.stringify(event.data).includes(intent)).reverse();
  const found: Stripe.Event[] = [];
  for (const { id } of events) {
    const delivery = await signedDelivery(db, id);
    if (delivery) found.push(JSON.parse(delivery.payload) as Stripe.Event);
  }
  return found;
}

/** An event that the stand-in never sends. */
export function strangeEvent(type: string, object: object, id = `evt_${Math.random().toString(36).slice(2)}`): Stripe.Event {
  return { id, object: "event", type, created: 1_790_000_000, data: { object } } as unknown as Stripe.Event;
}

/** Keeps an event as the webhook does, and says under which id. */
export async function kept(db: Kysely<DB>, event: Stripe.Event): Promise<string> {
  await keepStripeEvent(db, event);
  const { id } = await db.selectFrom("stripe_events").select("id").where("stripe_id", "=", event.id).executeTakeFirstOrThrow();
  return id;
}
