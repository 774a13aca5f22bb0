import type { Kysely } from "kysely";
import Stripe from "stripe";
import type { DB } from "#db/types.generated";
import { env } from "../env.server";
import { webhookSecret } from "../stripe.server";
import { find } from "./objects.server";

/** An event as Stripe sends it: its text and the signature over it. */
export async function signedDelivery(db: Kysely<DB>, eventId: string): Promise<{ payload: string; signature: string } | undefined> {
  const event = await find(db, "event", eventId);
  if (!event) return undefined;
  const payload = JSON.stringify(event);
  return { payload, signature: Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret() }) };
}

/** Sends one event to this server's webhook. Throws to be tried again, as Stripe does. */
export async function deliverStandInEvent(db: Kysely<DB>, { eventId }: { eventId: string }): Promise<void> {
  const delivery = await signedDelivery(db, eventId);
  if (!delivery) return;
  const answer = await fetch(`http://127.0.0.1:${env.PORT}/webhook/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": delivery.signature },
    body: delivery.payload,
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`The webhook answered ${answer.status} to ${eventId}`);
}
