import type { Kysely, Transaction } from "kysely";
import type Stripe from "stripe";
import { recordAudit } from "~/features/audit/record-audit.server";
import { hashOfToken } from "~/features/pledges/payment-link.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { isRefusedByStripe, isUnknownToStripe } from "~/platform/stripe.server";
import type { DB } from "#db/types.generated";
import { checkoutHours, fitsCard, minorOf } from "./card";
import { lockPayment } from "./lock-payment.server";
import { isOpen, leftOf } from "./payment";

export type StartCardCheckoutInput = {
  proposalId: string;
  pledgeId: string;
  paymentId: string;
  /** The page to come back to, as a path. */
  back: string;
  /** Null when it is started from a secret payment link. */
  actorId: string | null;
};

const anHour = 60 * 60_000;

type Checkout = { id: string; amount: Rupiah; session_id: string | null; created_at: Date };

/**
 * The address of the page on which what is left of an instalment is paid by card. One checkout of an instalment is open at a time, so two
 * tabs, a second click and going back lead to the same one, which can be paid once. Not in a transaction, since it talks to Stripe: what
 * is written first names the key under which Stripe answers the same again. Refuses `payment_unknown`, `payment_closed`, `card_limit`,
 * `card_being_confirmed` when it has been paid and the news of it is on its way, and `card_changed` when the amount changed just now.
 */
export async function startCardCheckout(db: Kysely<DB>, client: Stripe, input: StartCardCheckoutInput): Promise<{ url: string }> {
  const left = await leftToPay(db, input);
  const earlier = await findOpenCheckout(db, input);
  const earlierUrl = earlier && (await resume(db, client, { ...input, checkout: earlier, left }));
  if (earlierUrl) return { url: earlierUrl };
  const checkout = await db.transaction().execute((trx) => reserve(trx, input));
  if (checkout.session_id) return { url: await urlOf(client, checkout.session_id) };
  const session = await createSession(db, client, { input, checkout });
  const kept = await keepSession(db, { ...input, checkoutId: checkout.id, sessionId: session.id });
  if (kept === session.id) return { url: session.url ?? "" };
  // Another page was faster, or the amount has changed meanwhile: this session has been shown to nobody and ends here.
  await client.checkout.sessions.expire(session.id).catch(ignoringRefusal);
  if (!kept) throw new DomainError("card_changed");
  return { url: await urlOf(client, kept) };
}

/** Goes on with the open checkout if it still fits; ends it when it doesn't, and says undefined. */
async function resume(
  db: Kysely<DB>,
  client: Stripe,
  { proposalId, checkout, left }: { proposalId: string; checkout: Checkout; left: Rupiah },
): Promise<string | undefined> {
  const session = checkout.session_id ? await findSession(client, checkout.session_id) : undefined;
  // Somebody is about to get a session for it, or has given up on the way.
  if (!checkout.session_id && checkout.amount === left && now().getTime() - checkout.created_at.getTime() < anHour) return undefined;
  if (session?.status === "complete") throw new DomainError("card_being_confirmed");
  if (session?.status === "open" && checkout.amount === left) return session.url ?? undefined;
  if (session?.status === "open") {
    await client.checkout.sessions.expire(session.id).catch((error: unknown) => {
      if (isRefusedByStripe(error)) throw new DomainError("card_being_confirmed");
      throw error;
    });
  }
  await db
    .updateTable("card_checkouts")
    .set({ status: "expired" })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", checkout.id)
    .where("status", "=", "open")
    .execute();
  return undefined;
}

async function findSession(client: Stripe, id: string): Promise<Stripe.Checkout.Session | undefined> {
  return client.checkout.sessions.retrieve(id).catch((error: unknown) => {
    if (isUnknownToStripe(error)) return undefined;
    throw error;
  });
}

/** The open checkout of an instalment, or a new one for what is left of it. */
async function reserve(trx: Transaction<DB>, input: StartCardCheckoutInput): Promise<Checkout> {
  const { proposalId, paymentId, pledgeId, actorId } = input;
  const { payment, pledge } = await lockPayment(trx, proposalId, paymentId);
  const amount = requirePayable({ ...payment, pledgeStatus: pledge.status });
  const open = await findOpenCheckout(trx, input);
  if (open) return open;
  const created_at = now();
  const id = newId();
  await trx
    .insertInto("card_checkouts")
    .values({
      proposal_id: proposalId,
      id,
      payment_id: paymentId,
      pledge_id: pledgeId,
      amount,
      status: "open",
      started_by: actorId,
      created_at,
    })
    .execute();
  await recordAudit(trx, {
    actorId,
    action: "payment.card_started",
    subject: { kind: "pledge", id: pledgeId },
    organizationId: pledge.companyId,
    proposalId,
    details: { payment: payment.n, amount: String(amount) },
  });
  return { id, amount, session_id: null, created_at };
}

async function leftToPay(db: Kysely<DB>, { proposalId, pledgeId, paymentId }: StartCardCheckoutInput): Promise<Rupiah> {
  const payment = await db
    .selectFrom("payments as y")
    .innerJoin("pledges as p", (join) => join.onRef("p.proposal_id", "=", "y.proposal_id").onRef("p.id", "=", "y.pledge_id"))
    .select(["y.status", "y.amount", "y.received", "p.status as pledgeStatus"])
    .where("y.proposal_id", "=", proposalId)
    .where("y.pledge_id", "=", pledgeId)
    .where("y.id", "=", paymentId)
    .executeTakeFirst();
  if (!payment) throw new DomainError("payment_unknown");
  return requirePayable(payment);
}

type Payable = Parameters<typeof leftOf>[0] & { status: Parameters<typeof isOpen>[0]; pledgeStatus: string };

function requirePayable(payment: Payable): Rupiah {
  if (payment.pledgeStatus !== "committed" || !isOpen(payment.status)) throw new DomainError("payment_closed");
  const left = leftOf(payment);
  if (!fitsCard(left)) throw new DomainError("card_limit", { left });
  return left;
}

function findOpenCheckout(db: Kysely<DB> | Transaction<DB>, { proposalId, paymentId }: { proposalId: string; paymentId: string }) {
  return db
    .selectFrom("card_checkouts")
    .select(["id", "amount", "session_id", "created_at"])
    .where("proposal_id", "=", proposalId)
    .where("payment_id", "=", paymentId)
    .where("status", "=", "open")
    .executeTakeFirst();
}

async function createSession(
  db: Kysely<DB>,
  client: Stripe,
  { input, checkout }: { input: StartCardCheckoutInput; checkout: Checkout },
): Promise<Stripe.Checkout.Session> {
  const about = await db
    .selectFrom("payments as y")
    .innerJoin("proposals as s", "s.id", "y.proposal_id")
    .select(["y.reference", "s.title"])
    .where("y.proposal_id", "=", input.proposalId)
    .where("y.id", "=", input.paymentId)
    .executeTakeFirstOrThrow();
  const metadata = { program: input.proposalId, checkout: checkout.id, reference: about.reference ?? "" };
  const name = `${spellReference(about.reference ?? "")} ${about.title}`.slice(0, 250);
  return client.checkout.sessions.create(
    {
      mode: "payment",
      line_items: [{ quantity: 1, price_data: { currency: "idr", unit_amount: minorOf(checkout.amount), product_data: { name } } }],
      client_reference_id: checkout.id,
      metadata,
      // Captured at once, so that the fee is known when the payment is.
      payment_intent_data: { metadata, capture_method: "automatic", description: name },
      success_url: absoluteUrl(`${input.back}?kartu=selesai`),
      cancel_url: absoluteUrl(`${input.back}?kartu=batal`),
      locale: "auto",
      expires_at: Math.floor(checkout.created_at.getTime() / 1000) + checkoutHours * 3600,
    },
    // Two pages with a way back of their own may start it at once: each is answered the same again, and only one session is kept.
    { idempotencyKey: `checkout/${checkout.id}/${hashOfToken(input.back).slice(0, 16)}` },
  );
}

/** Keeps the session of an open checkout, if none is kept yet, and says which one is; undefined when it was ended meanwhile. */
async function keepSession(
  db: Kysely<DB>,
  about: { proposalId: string; checkoutId: string; sessionId: string },
): Promise<string | undefined> {
  const kept = await db
    .updateTable("card_checkouts")
    .set((eb) => ({ session_id: eb.fn.coalesce("session_id", eb.val(about.sessionId)) }))
    .where("proposal_id", "=", about.proposalId)
    .where("id", "=", about.checkoutId)
    .where("status", "=", "open")
    .returning("session_id")
    .executeTakeFirst();
  return kept?.session_id ?? undefined;
}

async function urlOf(client: Stripe, sessionId: string): Promise<string> {
  const session = await client.checkout.sessions.retrieve(sessionId);
  if (session.status !== "open" || !session.url) throw new DomainError("card_being_confirmed");
  return session.url;
}

function ignoringRefusal(error: unknown): void {
  if (!isRefusedByStripe(error)) throw error;
}
