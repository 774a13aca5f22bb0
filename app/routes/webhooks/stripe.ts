import { anyone, guardedAction } from "~/features/identity/guard.server";
import { keepStripeEvent } from "~/features/payments/stripe-events.server";
import { log } from "~/platform/log.server";
import { cardsAreOffered, signedEvent } from "~/platform/stripe.server";

/** `/webhook/stripe`: keeps what Stripe has signed, and nothing else. Answers only once it is kept, so that Stripe sends it again if not. */
export const action = guardedAction(anyone, async (c) => {
  if (!cardsAreOffered) throw new Response(null, { status: 404 });
  const event = signedEvent(await c.request.text(), c.request.headers.get("stripe-signature"));
  if (!event) {
    log.warn({ path: c.url.pathname }, "an event without Stripe's signature was refused");
    throw new Response("The signature does not fit.", { status: 400 });
  }
  await keepStripeEvent(c.db, event);
  return new Response(null, { status: 204 });
});
