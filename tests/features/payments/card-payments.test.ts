import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { importCardMoney } from "~/features/payments/import-card-money.server";
import { startCardCheckout } from "~/features/payments/start-card-checkout.server";
import { handleStripeEvent, keepStripeEvent } from "~/features/payments/stripe-events.server";
import { isDomainError } from "~/kernel/domain-error";
import { atTime, now } from "~/platform/clock.server";
import { standInClient } from "~/platform/stripe-stand-in/client.server";
import { currentSession, paySession } from "~/platform/stripe-stand-in/sessions.server";
import { buildReceivedMoney } from "#db/seed/builders/bank";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { checkoutOf, eventsAbout, kept, paidByCard, sessionIn, strangeEvent } from "#tests/support/cards";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";

const db = await testDatabase();
const client = standInClient(db);

async function pledged(...instalments: bigint[]) {
  return buildCommittedPledge(db, { program: await buildPublishedProgram(db), instalments });
}

const paymentOf = async (paymentId: string) =>
  db.selectFrom("payments").select(["status", "received"]).where("id", "=", paymentId).executeTakeFirstOrThrow();
const eventsOf = (subject: string) =>
  db.selectFrom("stripe_events").select(["status", "problem"]).where("subject", "=", subject).orderBy("received_at").execute();
const cardPayments = (proposalId: string) => db.selectFrom("card_payments").selectAll().where("proposal_id", "=", proposalId).execute();
const inDays = <T>(days: number, work: () => Promise<T>) => atTime(new Date(now().getTime() + days * 86_400_000), work);

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => {
      if (isDomainError(error)) return error.code;
      throw error;
    },
  );
}

describe("the card page of an instalment", () => {
  it("is one, however often and from wherever it is asked for", async () => {
    const pledge = await pledged(2_000_000n);
    const asked = checkoutOf(pledge);
    const urls = await Promise.all([
      startCardCheckout(db, client, asked),
      startCardCheckout(db, client, asked),
      startCardCheckout(db, client, { ...asked, back: "/ruang/perusahaan/komitmen/x" }),
      startCardCheckout(db, client, asked),
    ]);
    expect(new Set(urls.map(({ url }) => url)).size).toBe(1);
    expect(await startCardCheckout(db, client, asked)).toEqual(urls[0]);
    const open = await db.selectFrom("stripe_stand_in").select("body").where("kind", "=", "session").execute();
    const sessions = open.map(({ body }) => body as { status: string; metadata: { program: string } });
    expect(sessions.filter((one) => one.metadata.program === pledge.proposalId && one.status === "open")).toHaveLength(1);
  });

  it("ends when another amount is left of the instalment, and another page asks for that", async () => {
    const pledge = await pledged(3_000_000n, 2_000_000n);
    const first = await startCardCheckout(db, client, checkoutOf(pledge, 2));
    await db
      .updateTable("payments")
      .set({ amount: 1_500_000n })
      .where("id", "=", pledge.payments[1]?.paymentId ?? "")
      .execute();
    const second = await startCardCheckout(db, client, checkoutOf(pledge, 2));
    expect(second.url).not.toBe(first.url);
    expect((await currentSession(db, sessionIn(first.url)))?.status).toBe("expired");
    expect((await currentSession(db, sessionIn(second.url)))?.amount_total).toBe(150_000_000);
    expect(await paySession(db, sessionIn(first.url))).toBeUndefined();
    await db
      .updateTable("payments")
      .set({ amount: 2_000_000n })
      .where("id", "=", pledge.payments[1]?.paymentId ?? "")
      .execute();
  });

  it("is made anew when it has run out, and refused once it is paid", async () => {
    const pledge = await pledged(2_000_000n);
    const first = await startCardCheckout(db, client, checkoutOf(pledge));
    const second = await inDays(1, () => startCardCheckout(db, client, checkoutOf(pledge)));
    expect(second.url).not.toBe(first.url);
    await inDays(1, () => paySession(db, sessionIn(second.url)));
    expect(await refusal(startCardCheckout(db, client, checkoutOf(pledge)))).toBe("card_being_confirmed");
  });

  it("is refused for what is closed, strange or beyond the limits", async () => {
    const pledge = await pledged(2_000_000n);
    const other = await pledged(2_000_000n);
    expect(await refusal(startCardCheckout(db, client, { ...checkoutOf(pledge), pledgeId: other.pledgeId }))).toBe("payment_unknown");
    const small = await pledged(9_999n);
    expect(await refusal(startCardCheckout(db, client, checkoutOf(small)))).toBe("card_limit");
    await buildReceivedMoney(db, { pledge });
    expect(await refusal(startCardCheckout(db, client, checkoutOf(pledge)))).toBe("payment_closed");
  });
});

describe("a card payment", () => {
  it("is received in full at once, whole before the fee, and can't be disbursed before it is paid out", async () => {
    const pledge = await pledged(9_000_000n);
    const intent = await paidByCard(db, pledge);
    for (const event of await eventsAbout(db, intent)) await handleStripeEvent(db, client, await kept(db, event));
    expect(await paymentOf(pledge.payments[0]?.paymentId ?? "")).toEqual({ status: "received", received: 9_000_000n });
    expect(await flowOfProgram(db, pledge.proposalId)).toMatchObject({ received: 9_000_000n, escrow: 0n });
    const [movement] = await db.selectFrom("card_movements").selectAll().where("payment_intent", "=", intent).execute();
    expect(movement).toMatchObject({ amount_minor: 900_000_000n, fee_minor: 26_100_000n, net_minor: 873_900_000n });
    const emails = await db.selectFrom("email_messages").select("template").where("template", "=", "payment-received").execute();
    expect(emails.length).toBeGreaterThan(0);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("is counted once when its events come twice, in any order and all at the same moment", async () => {
    const pledge = await pledged(4_000_000n);
    const intent = await paidByCard(db, pledge);
    const events = (await eventsAbout(db, intent)).reverse();
    await Promise.all([...events, ...events].map((event) => keepStripeEvent(db, event)));
    const ids = await Promise.all(events.map((event) => kept(db, event)));
    expect(new Set(ids).size).toBe(events.length);
    await Promise.all([...ids, ...ids].map((id) => handleStripeEvent(db, client, id)));
    expect(await cardPayments(pledge.proposalId)).toHaveLength(1);
    expect(await paymentOf(pledge.payments[0]?.paymentId ?? "")).toEqual({ status: "received", received: 4_000_000n });
    const statuses = await db.selectFrom("stripe_events").select(["type", "status"]).where("id", "in", ids).orderBy("type").execute();
    expect(statuses).toEqual([
      { type: "charge.succeeded", status: "ignored" },
      { type: "checkout.session.completed", status: "processed" },
      { type: "payment_intent.succeeded", status: "processed" },
    ]);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("stays paid when the news that its page expired comes last", async () => {
    const pledge = await pledged(2_000_000n);
    const intent = await paidByCard(db, pledge);
    const { session_id } = await db
      .selectFrom("card_checkouts")
      .select("session_id")
      .where("proposal_id", "=", pledge.proposalId)
      .executeTakeFirstOrThrow();
    await handleStripeEvent(db, client, await kept(db, (await eventsAbout(db, intent))[0] ?? strangeEvent("x", {})));
    await handleStripeEvent(db, client, await kept(db, strangeEvent("checkout.session.expired", { id: session_id })));
    const [checkout] = await db.selectFrom("card_checkouts").select("status").where("proposal_id", "=", pledge.proposalId).execute();
    expect(checkout?.status).toBe("completed");
  });

  it("waits for a person, once, when its instalment was filled by a transfer meanwhile", async () => {
    const pledge = await pledged(2_000_000n);
    const { url } = await startCardCheckout(db, client, checkoutOf(pledge));
    await buildReceivedMoney(db, { pledge });
    const session = await paySession(db, sessionIn(url));
    const intent = session?.payment_intent ?? "";
    const ids = await Promise.all((await eventsAbout(db, intent)).map((event) => kept(db, event)));
    await Promise.all(ids.map((id) => handleStripeEvent(db, client, id)));
    const waiting = (await eventsOf(intent)).filter(({ status }) => status === "needs_person");
    expect(waiting).toEqual([{ status: "needs_person", problem: "payment_closed" }]);
    expect(await cardPayments(pledge.proposalId)).toEqual([]);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("that nobody here asked for is kept for a person", async () => {
    const unknown = await kept(db, strangeEvent("payment_intent.succeeded", { id: "pi_elsewhere" }));
    await handleStripeEvent(db, client, unknown);
    expect(await eventsOf("pi_elsewhere")).toEqual([{ status: "needs_person", problem: "missing_at_stripe" }]);
    const refund = await kept(db, strangeEvent("charge.refunded", { id: "ch_1", payment_intent: "pi_x" }));
    const dispute = await kept(db, strangeEvent("charge.dispute.created", { id: "dp_1", charge: "ch_1" }));
    for (const id of [refund, dispute]) await handleStripeEvent(db, client, id);
    expect(await eventsOf("refund pi_x")).toEqual([{ status: "needs_person", problem: "refund" }]);
    expect(await eventsOf("dispute ch_1")).toEqual([{ status: "needs_person", problem: "dispute" }]);
  });

  it("of another amount than asked for is kept for a person", async () => {
    const pledge = await pledged(2_000_000n);
    const intent = await paidByCard(db, pledge);
    await sql`update stripe_stand_in set body = jsonb_set(body, '{amount_received}', '1000000') where id = ${intent}`.execute(db);
    await handleStripeEvent(db, client, await kept(db, (await eventsAbout(db, intent))[0] ?? strangeEvent("x", {})));
    expect(await eventsOf(intent)).toEqual([{ status: "needs_person", problem: "card_amount_differs" }]);
    expect(await cardPayments(pledge.proposalId)).toEqual([]);
    await sql`update stripe_stand_in set body = jsonb_set(body, '{amount_received}', '200000000') where id = ${intent}`.execute(db);
  });
});

describe("the daily import", () => {
  it("counts a payment whose events never came, takes in its payout, and changes nothing when run again", async () => {
    const pledge = await pledged(6_000_000n);
    const intent = await paidByCard(db, pledge);
    await inDays(3, () => importCardMoney(db, client));
    expect(await paymentOf(pledge.payments[0]?.paymentId ?? "")).toEqual({ status: "received", received: 6_000_000n });
    const seen = async () => [
      await db.selectFrom("card_movements").selectAll().orderBy("id").execute(),
      await db.selectFrom("card_payouts").selectAll().orderBy("id").execute(),
      await db.selectFrom("stripe_events").selectAll().where("stripe_id", "like", "import:%").orderBy("id").execute(),
    ];
    const first = await seen();
    await inDays(3, () => Promise.all([importCardMoney(db, client), importCardMoney(db, client)]));
    expect(await seen()).toEqual(first);
    const movement = await db
      .selectFrom("card_movements")
      .select("payout_id")
      .where("payment_intent", "=", intent)
      .executeTakeFirstOrThrow();
    expect(movement.payout_id).not.toBeNull();
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
