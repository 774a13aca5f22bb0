import fc from "fast-check";
import { type Transaction, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { drawFromPledges } from "~/features/ledger/draw-from-pledges.server";
import { findCardMoney } from "~/features/payments/card-money.server";
import { importCardMoney } from "~/features/payments/import-card-money.server";
import { keepMovement } from "~/features/payments/keep-movement.server";
import { recordCardPayment } from "~/features/payments/record-card-payment.server";
import { placeCardPayment } from "~/features/payments/stripe-events.server";
import { matchPayoutLine } from "~/features/reconciliation/match-payout-line.server";
import { type OpenPayout, suggestPayouts } from "~/features/reconciliation/matching/payouts";
import { clearingRows, openPayouts } from "~/features/reconciliation/payout-queries.server";
import { proofBar } from "~/features/reconciliation/proof-queries.server";
import { releasePayoutLine } from "~/features/reconciliation/release-payout-line.server";
import { settleStripeEvent } from "~/features/reconciliation/settle-stripe-event.server";
import { workbench } from "~/features/reconciliation/workbench-queries.server";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { standInClient } from "~/platform/stripe-stand-in/client.server";
import { createSession, paySession } from "~/platform/stripe-stand-in/sessions.server";
import { buildBankAccount, buildIncomingLine } from "#db/seed/builders/bank";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { type BuiltPledge, buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { paidByCard } from "#tests/support/cards";
import type { DB } from "#db/types.generated";
import { endings } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";

const db = await testDatabase();
const client = standInClient(db);
const { reconciler, disburser } = await buildPlatformDesk(db);
const { bankAccountId } = await buildBankAccount(db);
let days = 0;

/** Card payments of one program that Stripe has paid out together, and the bank line of that payout. */
async function paidOut(amounts: readonly bigint[], strange = 0, made?: BuiltPledge) {
  const pledge = made ?? (await buildCommittedPledge(db, { program: await buildPublishedProgram(db), instalments: amounts }));
  // Each payout is two days after its payments, and no other test's payments are in it.
  days += 10;
  const later = <T>(extra: number, work: () => Promise<T>) => atTime(new Date(now().getTime() + (days + extra) * 86_400_000), work);
  await later(0, async () => {
    for (const n of amounts.keys()) await placeCardPayment(db, client, await paidByCard(db, pledge, n + 1));
    if (strange > 0) await payElsewhere(strange);
  });
  await later(3, () => importCardMoney(db, client));
  const payout = (await openPayouts(db)).at(-1);
  if (!payout) throw new Error("nothing was paid out");
  const amount = payout.amountMinor / 100n;
  const description = `STRIPE PAYOUT PO ${payout.stripeId.slice(-4)}`;
  const { lineId } = await later(4, () => buildIncomingLine(db, { bankAccountId, amount, description }));
  return { pledge, payout, lineId, amount };
}

/** A payment at the same Stripe account that no page of ours has asked for. */
async function payElsewhere(amount: number): Promise<void> {
  const about = { amount_total: amount * 100, currency: "idr", client_reference_id: null, metadata: {}, payment_metadata: {} };
  const addresses = {
    success_url: "http://localhost/",
    cancel_url: "http://localhost/",
    expires_at: undefined,
    pageOf: (id: string) => id,
  };
  const { id } = await createSession(db, { ...about, ...addresses, description: "lain" });
  await paySession(db, id);
}

/** A payout of two payments of one pledge, of which Sinergi has not recorded the second yet. */
async function paidOutWithLate(first: bigint, second: bigint) {
  const pledge = await buildCommittedPledge(db, { program: await buildPublishedProgram(db), instalments: [first, second] });
  const { payout } = await paidOut([first], 0, pledge);
  const late = await findCardMoney(client, await paidByCard(db, pledge, 2));
  if (!late?.movement) throw new Error("Stripe has not booked the payment");
  const { movement } = late;
  await db.transaction().execute((trx) => keepMovement(trx, movement, { payoutId: payout.payoutId }));
  const amountMinor = payout.amountMinor + movement.netMinor;
  await db.updateTable("card_payouts").set({ amount_minor: amountMinor }).where("id", "=", payout.payoutId).execute();
  const { lineId } = await buildIncomingLine(db, { bankAccountId, amount: amountMinor / 100n });
  return { pledge, payout, lineId, late };
}

/** Waits until somebody else waits for what this transaction has locked. */
async function waitingFor(trx: Transaction<DB>): Promise<void> {
  const query = sql`select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  while ((await query.execute(trx)).rows.length === 0);
}

const match = (lineId: string, payoutId: string, key = newId()) => run(db, matchPayoutLine, reconciler, { key, lineId, payoutId });
const release = (lineId: string, reason = "Salah") => run(db, releasePayoutLine, reconciler, { key: newId(), lineId, reason });

describe("a payout at the bank", () => {
  it("brings every card payment whole into its program, and the platform bears the fee", async () => {
    const { pledge, payout, lineId, amount } = await paidOut([5_000_000n, 3_000_000n]);
    expect(await proofBar(db)).toMatchObject({ cardClearing: 8_000_000n, cardDifference: 0n, difference: 0n });
    expect(await clearingRows(db)).toHaveLength(2);
    const { decision } = await workbench(db, lineId);
    expect(decision?.payoutFirst).toBe(true);
    expect(decision?.payouts[0]).toMatchObject({ score: 97, payout: { payoutId: payout.payoutId, gross: 8_000_000n, payments: 2 } });

    const before = await proofBar(db);
    const key = newId();
    await match(lineId, payout.payoutId, key);
    await match(lineId, payout.payoutId, key);
    expect(await flowOfProgram(db, pledge.proposalId)).toMatchObject({ received: 8_000_000n, escrow: 8_000_000n });
    const proof = await proofBar(db);
    expect(proof).toMatchObject({ cardClearing: 0n, cardDifference: 0n, difference: 0n, bank: before.bank });
    expect(proof.nonProgram - before.nonProgram).toBe(amount - 8_000_000n);
    expect(await clearingRows(db)).toEqual([]);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("is found once, also when two reconcilers decide at the same moment", async () => {
    const { payout, lineId, amount } = await paidOut([4_000_000n]);
    const { lineId: twin } = await buildIncomingLine(db, { bankAccountId, amount });
    const results = await Promise.allSettled([
      match(lineId, payout.payoutId),
      match(twin, payout.payoutId),
      match(lineId, payout.payoutId),
    ]);
    expect(endings(results).done).toBe(1);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("that was wrongly found is taken back by reversing entries, unless its money has gone", async () => {
    const { pledge, payout, lineId } = await paidOut([6_000_000n]);
    await match(lineId, payout.payoutId);
    await release(lineId);
    expect(await flowOfProgram(db, pledge.proposalId)).toMatchObject({ received: 6_000_000n, escrow: 0n });
    expect(await proofBar(db)).toMatchObject({ cardClearing: 6_000_000n, cardDifference: 0n, difference: 0n });
    expect(await brokenInvariants(db)).toEqual([]);
    await match(lineId, payout.payoutId);
    const step = { proposalId: pledge.proposalId, occurredOn: today(), postedBy: null, amount: 1_000_000n } as const;
    await db.transaction().execute(async (trx) => {
      await drawFromPledges(trx, { ...step, source: { kind: "disbursement", id: newId() }, kind: "disbursement" });
    });
    expect(endings(await Promise.allSettled([release(lineId)])).refused).toEqual(["fund_insufficient"]);
    expect(endings(await Promise.allSettled([release(lineId, " ")])).refused).toEqual(["reason_missing"]);
  });

  it("leaves in suspense what nobody can place, and hands it to a person", async () => {
    const { pledge, payout, lineId, amount } = await paidOut([5_000_000n], 1_000_000);
    const [notice] = await db.selectFrom("stripe_events").selectAll().where("status", "=", "needs_person").execute();
    expect(notice).toMatchObject({ type: "charge", problem: "card_unknown" });
    const before = await proofBar(db);
    await match(lineId, payout.payoutId);
    const line = await db
      .selectFrom("bank_lines")
      .select(["status", "allocated", "amount"])
      .where("id", "=", lineId)
      .executeTakeFirstOrThrow();
    expect(line).toEqual({ status: "matched", allocated: amount - 1_000_000n, amount });
    expect(await flowOfProgram(db, pledge.proposalId)).toMatchObject({ escrow: 5_000_000n });
    const proof = await proofBar(db);
    expect({ ...proof, suspense: proof.suspense - before.suspense, difference: proof.difference - before.difference }).toMatchObject({
      suspense: 1_000_000n - amount,
      difference: 0n,
    });

    const settle = (note: string) => run(db, settleStripeEvent, reconciler, { key: newId(), eventId: notice?.id ?? "", note });
    expect(endings(await Promise.allSettled([settle(" ")])).refused).toEqual(["note_missing"]);
    expect(endings(await Promise.allSettled([settle("Dikembalikan"), settle("Dikembalikan")]))).toEqual({
      done: 1,
      refused: ["event_closed"],
    });
  });

  it("with nothing of ours in it is no payout for the books", async () => {
    const { payout } = await paidOut([2_000_000n]);
    const { lineId: other } = await buildIncomingLine(db, { bankAccountId, amount: 2_000_000n });
    expect(endings(await Promise.allSettled([match(other, payout.payoutId)])).refused).toEqual(["payout_amount"]);
    expect(endings(await Promise.allSettled([match(other, newId())])).refused).toEqual(["payout_unknown"]);
    await expect(run(db, matchPayoutLine, disburser, { key: newId(), lineId: other, payoutId: payout.payoutId })).rejects.toThrow();
    await db.updateTable("card_payouts").set({ status: "failed" }).where("id", "=", payout.payoutId).execute();
    expect((await openPayouts(db)).map(({ payoutId }) => payoutId)).not.toContain(payout.payoutId);
  });

  it("takes in a payment that is being recorded at the same moment", async () => {
    const { pledge, payout, lineId, late } = await paidOutWithLate(5_000_000n, 3_000_000n);
    let matched: Promise<unknown> | undefined;
    await db.transaction().execute(async (trx) => {
      await recordCardPayment(trx, late);
      matched = match(lineId, payout.payoutId);
      await waitingFor(trx);
    });
    await matched;
    expect(await flowOfProgram(db, pledge.proposalId)).toMatchObject({ received: 8_000_000n, escrow: 8_000_000n });
    expect(await proofBar(db)).toMatchObject({ cardDifference: 0n });
  });
});

describe("suggestions of payouts", () => {
  const payout = (amountMinor: bigint, id: string): OpenPayout => ({
    payoutId: id,
    stripeId: `po_${id}`,
    amountMinor,
    arrivesOn: "2026-11-21",
    gross: amountMinor / 100n,
    payments: 1,
  });
  const line = (amount: bigint, left = amount) =>
    ({
      id: "l",
      bankAccountId: "a",
      bookedOn: "2026-11-22",
      sequenceOfDay: 1,
      direction: "in",
      description: "TRSF",
      amount,
      left,
    }) as const;

  it("are only of the line's amount, to the rupiah, and only for a line that is whole", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { maxLength: 8 }), fc.bigInt({ min: 1n, max: 10n }), (minors, amount) => {
        const payouts = minors.map((minor, index) => payout(minor, `id${index}`));
        for (const { payout: found } of suggestPayouts(line(amount), payouts)) {
          expect(found.amountMinor > (amount - 1n) * 100n && found.amountMinor < (amount + 1n) * 100n).toBe(true);
        }
        expect(suggestPayouts(line(amount, amount - 1n), payouts)).toEqual([]);
        expect(suggestPayouts({ ...line(amount), direction: "out" }, payouts)).toEqual([]);
      }),
    );
  });
});
