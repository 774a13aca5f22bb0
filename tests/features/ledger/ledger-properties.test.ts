import fc from "fast-check";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { verifyChain } from "~/features/ledger/chain";
import { type TransferKind, legs } from "~/features/ledger/ledger";
import { entriesOfFund, flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { postTransfer, reverseTransfer } from "~/features/ledger/post-transfer.server";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const kinds = [
  "commitment",
  "commitment_release",
  "receipt",
  "disbursement",
  "disbursement_return",
  "acknowledgement",
  "accounting",
] as const;

type Step = { kind: (typeof kinds)[number]; amount: bigint; pledge: number; undo: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  amount: fc.bigInt({ min: 1n, max: 4_000_000n }),
  pledge: fc.nat(2),
  undo: fc.boolean().map((value) => value),
});

/** The same rules once more, in a few lines and without a database. */
class Model {
  readonly balances = new Map<string, bigint>();
  committed = 0n;

  constructor(readonly target: bigint) {}

  accepts(kind: TransferKind, amount: bigint, pledge: string, reversed = false): boolean {
    const { debit, credit } = legs[kind];
    const [to, from] = reversed ? [credit, debit] : [debit, credit];
    const grows = new Set(["pledge_claim", "escrow", "in_transit", "with_community", "accounted"]);
    const next = new Map(this.balances);
    for (const [account, sign] of [
      [to, 1n],
      [from, -1n],
    ] as const) {
      const key = `${account}/${pledge}`;
      next.set(key, (next.get(key) ?? 0n) + (grows.has(account) ? sign : -sign) * amount);
    }
    const committed = this.committed + (to === "pledge_claim" ? amount : from === "pledge_claim" ? -amount : 0n);
    const holds = [...next.values()].every((balance) => balance >= 0n) && committed >= 0n && committed <= this.target;
    if (holds) {
      for (const [key, balance] of next) this.balances.set(key, balance);
      this.committed = committed;
    }
    return holds;
  }

  total(account: string): bigint {
    let total = 0n;
    for (const [key, balance] of this.balances) if (key.startsWith(`${account}/`)) total += balance;
    return total;
  }
}

it("does with thousands of random transfers what a model of a few lines does, and the chain holds", { timeout: 180_000 }, async () => {
  let posted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 90 }), async (steps) => {
      const { proposalId, target } = await buildPublishedProgram(db);
      const pledges = [newId(), newId(), newId()];
      const model = new Model(target);
      const reversible: { seq: bigint; kind: TransferKind; amount: bigint; pledge: string }[] = [];
      for (const { kind, amount, pledge: chosen, undo } of steps) {
        const pledge = pledges[chosen] ?? "";
        const last = undo && amount % 3n === 0n ? reversible.pop() : undefined;
        const expected = last ? model.accepts(last.kind, last.amount, last.pledge, true) : model.accepts(kind, amount, pledge);
        const outcome = await db
          .transaction()
          .execute((trx) =>
            last
              ? reverseTransfer(trx, { proposalId, seq: last.seq }, { occurredOn: "2026-11-24", postedBy: null })
              : postTransfer(trx, {
                  proposalId,
                  kind,
                  amount,
                  pledgeId: pledge,
                  source: { kind: "pledge", id: pledge },
                  occurredOn: "2026-11-24",
                  postedBy: null,
                }),
          )
          .catch((error: unknown) => {
            if (isDomainError(error)) return error.code;
            throw error;
          });
        expect(typeof outcome === "bigint").toBe(expected);
        if (typeof outcome === "bigint") {
          posted += 1;
          if (!last) reversible.push({ seq: outcome, kind, amount, pledge });
        } else refused += 1;
      }
      const flow = await flowOfProgram(db, proposalId);
      expect(flow).toMatchObject({
        committed: model.total("pledge_claim"),
        received: model.total("contribution"),
        escrow: model.total("escrow"),
        inTransit: model.total("in_transit"),
        accounted: model.total("accounted"),
        disbursed: model.total("with_community") + model.total("accounted"),
      });
      expect(flow.escrow + flow.inTransit + flow.disbursed).toBe(flow.received);
      expect(verifyChain(await entriesOfFund(db, proposalId))).toMatchObject({ intact: true });
    }),
    { numRuns: 40 },
  );
  expect(posted).toBeGreaterThan(400);
  expect(refused).toBeGreaterThan(400);
  const { rows } = await sql<{ net: bigint }>`
    select coalesce(sum(case when ledger_debit_normal(account) then balance else -balance end), 0)::bigint as net from ledger_balances`.execute(
    db,
  );
  expect(rows[0]?.net).toBe(0n);
});
