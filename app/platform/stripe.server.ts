import { createHmac } from "node:crypto";
import Stripe from "stripe";
import { env, stripeStandInIsOn } from "./env.server";
import { sessionSecret } from "./session-secret.server";

/** Whether a company can pay by card here: through Stripe, or in the demo through its stand-in. */
export const cardsAreOffered = Boolean(env.STRIPE_SECRET_KEY) || stripeStandInIsOn;

let client: Stripe | undefined;

/** Stripe, or the stand-in that this server's web process is for itself. */
export function stripe(): Stripe {
  client ??= env.STRIPE_SECRET_KEY
    ? new Stripe(env.STRIPE_SECRET_KEY, { maxNetworkRetries: 2, timeout: 20_000, telemetry: false })
    : new Stripe(standInKey(), { host: "127.0.0.1", port: env.PORT, protocol: "http", maxNetworkRetries: 2, telemetry: false });
  return client;
}

/** What an event of the webhook must be signed with. */
export function webhookSecret(): string {
  return env.STRIPE_WEBHOOK_SECRET ?? `whsec_${derived("webhook")}`;
}

/** The key that the stand-in expects: nobody but this installation can make it, so the demo's books can't be written from outside. */
export function standInKey(): string {
  return `sk_test_${derived("key")}`;
}

function derived(purpose: string): string {
  return createHmac("sha256", sessionSecret()).update(`stripe stand-in ${purpose}`).digest("hex");
}

/** The event in a request of the webhook, when Stripe (or the stand-in) has signed it; undefined for everybody else. */
export function signedEvent(payload: string, signature: string | null): Stripe.Event | undefined {
  if (!signature) return undefined;
  try {
    return Stripe.webhooks.constructEvent(payload, signature, webhookSecret());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Stripe knows nothing by this id: it belongs to another account, or the stand-in started over. */
export function isUnknownToStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}

/** The state of a session doesn't allow what was asked of it: it is paid or has expired meanwhile. */
export function isRefusedByStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code !== "resource_missing";
}

/** Stripe could not be reached, or has trouble of its own: trying again later is all there is. */
export function isStripeAway(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  );
}
