import { type Kysely, sql, type Transaction } from "kysely";
import type Stripe from "stripe";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { enqueue } from "~/platform/jobs.server";
import type { DB } from "#db/types.generated";
import { type CardProblem, cardProblems, meaningOf } from "./card";
import { findCardMoney } from "./card-money.server";
import { recordCardPayment } from "./record-card-payment.server";

/** Keeps an event of Stripe, once, and lets the worker see to it. An event that is sent again changes nothing. */
export async function keepStripeEvent(db: Kysely<DB>, event: Stripe.Event): Promise<void> {
  const id = newId();
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto("stripe_events")
      .values({
        id,
        stripe_id: event.id,
        type: event.type,
        payload: JSON.stringify(event.data.object),
        happened_at: new Date(event.created * 1000),
        received_at: now(),
        status: "received",
      })
      .onConflict((conflict) => conflict.column("stripe_id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (kept) await enqueue(trx, "handle-stripe-event", { eventId: id }, { key: `stripe-event:${id}` });
  });
}

/** Does what an event asks for, once. Throws to be tried again when Stripe can't be reached; what can't be placed waits for a person. */
export async function handleStripeEvent(db: Kysely<DB>, client: Stripe, eventId: string): Promise<void> {
  const event = await db.selectFrom("stripe_events").select(["type", "payload", "status"]).where("id", "=", eventId).executeTakeFirst();
  if (event?.status !== "received") return;
  const meaning = meaningOf({ type: event.type, object: (event.payload ?? {}) as object });
  if (meaning.kind === "payment") {
    const outcome = await placeCardPayment(db, client, meaning.intent);
    return close(db, eventId, outcome === "placed" ? { status: "processed" } : { problem: outcome, subject: meaning.intent });
  }
  if (meaning.kind === "person") return close(db, eventId, meaning);
  if (meaning.kind === "expired") await endCheckout(db, meaning.session);
  if (meaning.kind === "payouts") await enqueue(db, "import-card-money", {}, { key: "import-card-money" });
  return close(db, eventId, { status: meaning.kind === "nothing" ? "ignored" : "processed" });
}

/** Asks Stripe for a payment and counts it; says why a person has to look when it can't be counted. */
export async function placeCardPayment(db: Kysely<DB>, client: Stripe, intent: string): Promise<"placed" | CardProblem> {
  const money = await findCardMoney(client, intent);
  if (!money) return "missing_at_stripe";
  try {
    await db.transaction().execute((trx) => recordCardPayment(trx, money));
    return "placed";
  } catch (error) {
    const problem = isDomainError(error) && cardProblems.find((code) => code === error.code);
    if (!problem) throw error;
    return problem;
  }
}

/** Hands something at Stripe to a person, unless the same thing has been handed over before. */
export async function callPerson(
  trx: Transaction<DB>,
  notice: { stripeId: string; type: string; subject: string; problem: CardProblem; payload: object; at: Date },
): Promise<void> {
  if (await isWithPerson(trx, notice.subject)) return;
  await trx
    .insertInto("stripe_events")
    .values({
      id: newId(),
      stripe_id: notice.stripeId,
      type: notice.type,
      subject: notice.subject,
      payload: JSON.stringify(notice.payload),
      happened_at: notice.at,
      received_at: now(),
      status: "needs_person",
      problem: notice.problem,
    })
    .onConflict((conflict) => conflict.column("stripe_id").doNothing())
    .execute();
}

type Outcome = { status: "processed" | "ignored" } | { problem: CardProblem; subject: string };

async function close(db: Kysely<DB>, eventId: string, outcome: Outcome): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("stripe_events")
      .set("status" in outcome ? { status: outcome.status } : await forPerson(trx, outcome))
      .where("id", "=", eventId)
      .where("status", "=", "received")
      .execute();
  });
}

async function forPerson(trx: Transaction<DB>, { problem, subject }: { problem: CardProblem; subject: string }) {
  const status = (await isWithPerson(trx, subject)) ? ("ignored" as const) : ("needs_person" as const);
  return { status, problem, subject };
}

/** Whether a person has been asked about the same thing before. Two notices of one thing take turns. */
async function isWithPerson(trx: Transaction<DB>, subject: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${`sinergi.stripe ${subject}`}))`.execute(trx);
  const other = await trx
    .selectFrom("stripe_events")
    .select("id")
    .where("subject", "=", subject)
    .where("status", "in", ["needs_person", "settled"])
    .executeTakeFirst();
  return other !== undefined;
}

/** A checkout that was not paid in time is over; one that was paid meanwhile stays paid. */
async function endCheckout(db: Kysely<DB>, sessionId: string): Promise<void> {
  await db
    .updateTable("card_checkouts")
    .set({ status: "expired" })
    .where("session_id", "=", sessionId)
    .where("status", "=", "open")
    .execute();
}
