import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type ChainEntry, verifyChain } from "~/features/ledger/chain";
import { drawFromPledges, followSource } from "~/features/ledger/draw-from-pledges.server";
import { entriesOfFund, flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { postTransfer, postTransfers, reverseTransfer } from "~/features/ledger/post-transfer.server";
import { newId } from "~/kernel/ids";
import { buildReceivedMoney } from "#db/seed/builders/bank";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();

async function fundedProgram() {
  const program = await buildPublishedProgram(db);
  const first = await buildCommittedPledge(db, { program, instalments: [3_000_000n] });
  const second = await buildCommittedPledge(db, { program, instalments: [5_000_000n] });
  const { bankAccountId } = await buildReceivedMoney(db, { pledge: first });
  await buildReceivedMoney(db, { pledge: second, bankAccountId });
  return { program, first, second };
}

function disbursement(proposalId: string, amount: bigint, id = newId()) {
  return { proposalId, amount, source: { kind: "disbursement" as const, id }, occurredOn: "2026-11-24", postedBy: null };
}

describe("a program's fund", () => {
  it("shows what was committed and received", async () => {
    const { program } = await fundedProgram();
    expect(await flowOfProgram(db, program.proposalId)).toEqual({
      target: 10_000_000n,
      committed: 8_000_000n,
      received: 8_000_000n,
      disbursed: 0n,
      accounted: 0n,
      escrow: 8_000_000n,
      inTransit: 0n,
    });
  });

  it("spends first what arrived first, and follows it", async () => {
    const { program, first, second } = await fundedProgram();
    const step = disbursement(program.proposalId, 4_000_000n);
    await db.transaction().execute(async (trx) => {
      await drawFromPledges(trx, { ...step, kind: "disbursement" });
      const { amount: _, ...rest } = step;
      await followSource(trx, { ...rest, kind: "acknowledgement" });
    });
    const held = await db
      .selectFrom("pledge_flow")
      .select(["pledge_id", "disbursed"])
      .where("proposal_id", "=", program.proposalId)
      .execute();
    expect(new Map(held.map((row) => [row.pledge_id, row.disbursed]))).toEqual(
      new Map([
        [first.pledgeId, 3_000_000n],
        [second.pledgeId, 1_000_000n],
      ]),
    );
  });

  it("refuses to give more than it holds and leaves nothing behind", async () => {
    const { program } = await fundedProgram();
    const before = await entriesOfFund(db, program.proposalId);
    const work = db
      .transaction()
      .execute((trx) => drawFromPledges(trx, { ...disbursement(program.proposalId, 8_000_001n), kind: "disbursement" }));
    await expect(work).rejects.toMatchObject({ code: "fund_insufficient" });
    expect(await entriesOfFund(db, program.proposalId)).toEqual(before);
  });

  it("refuses commitments above the target", async () => {
    const { program, first } = await fundedProgram();
    const work = db.transaction().execute((trx) =>
      postTransfer(trx, {
        proposalId: program.proposalId,
        kind: "commitment",
        amount: 2_000_001n,
        pledgeId: first.pledgeId,
        source: { kind: "pledge", id: first.pledgeId },
        occurredOn: "2026-11-24",
        postedBy: null,
      }),
    );
    await expect(work).rejects.toMatchObject({ code: "target_exceeded" });
  });

  it("reverses an entry once", async () => {
    const { program, first } = await fundedProgram();
    const by = { occurredOn: "2026-11-24", postedBy: null };
    const [commitment] = await entriesOfFund(db, program.proposalId);
    const receipt = (await entriesOfFund(db, program.proposalId)).find((e) => e.kind === "receipt" && e.pledgeId === first.pledgeId);
    expect(commitment?.kind).toBe("commitment");
    await db.transaction().execute((trx) => reverseTransfer(trx, { proposalId: program.proposalId, seq: receipt?.seq ?? 0n }, by));
    expect((await flowOfProgram(db, program.proposalId)).received).toBe(5_000_000n);
    const again = db.transaction().execute((trx) => reverseTransfer(trx, { proposalId: program.proposalId, seq: receipt?.seq ?? 0n }, by));
    await expect(again).rejects.toMatchObject({ code: "already_reversed" });
  });
});

describe("many transfers at once", () => {
  const source = () => ({ sourceId: newId(), occurredOn: "2026-11-24" });
  const bare = ({ id: _id, prevHash: _prev, hash: _hash, postedAt: _at, ...entry }: ChainEntry) => entry;

  it("are the entries, in the order and with the balances, of as many single ones", async () => {
    const [one, other] = [await buildPublishedProgram(db), await buildPublishedProgram(db)];
    const transfers = [5n, 7n, 11n].map((amount) => ({ ...source(), amount }));
    const same = { kind: "deposit", postedBy: null } as const;
    await db.transaction().execute(async (trx) => {
      for (const { sourceId, ...rest } of transfers)
        await postTransfer(trx, { ...same, ...rest, proposalId: one.proposalId, source: { kind: "bank_line", id: sourceId } });
      await postTransfers(trx, { ...same, proposalId: other.proposalId, sourceKind: "bank_line", transfers });
      await postTransfers(trx, { ...same, proposalId: other.proposalId, sourceKind: "bank_line", transfers: [] });
    });
    const [singles, together] = [await entriesOfFund(db, one.proposalId), await entriesOfFund(db, other.proposalId)];
    expect(together.map(bare)).toEqual(singles.map((entry) => ({ ...bare(entry), proposalId: other.proposalId })));
    expect(verifyChain(together)).toMatchObject({ intact: true });
    const balances = (id: string) =>
      db
        .selectFrom("ledger_balances")
        .select(["account", "balance", "first_seq"])
        .where("proposal_id", "=", id)
        .orderBy("account")
        .execute();
    expect(await balances(other.proposalId)).toEqual(await balances(one.proposalId));
  });

  it("are refused all together when one of them takes an account below zero, or is nothing", async () => {
    const { proposalId } = await buildPublishedProgram(db);
    const post = (...amounts: bigint[]) =>
      db.transaction().execute((trx) => {
        const transfers = amounts.map((amount) => ({ ...source(), amount }));
        return postTransfers(trx, { proposalId, kind: "match", sourceKind: "bank_line", postedBy: null, transfers });
      });
    await expect(post(1n, 2n)).rejects.toMatchObject({ code: "fund_insufficient" });
    await expect(post(0n)).rejects.toThrow("ledger_transfers_amount_positive");
    expect(await entriesOfFund(db, proposalId)).toEqual([]);
  });
});

describe("the application's role", () => {
  it.each([
    "update ledger_transfers set amount = 1",
    "delete from ledger_transfers",
    "truncate ledger_transfers",
    "insert into ledger_balances values (gen_random_uuid(), 'escrow', default, 1, 1)",
    "update ledger_balances set balance = 0",
    "update funds set committed = 0",
    "update audit_log set action = 'x'",
    "delete from proposal_events",
  ])("can't do: %s", async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied/);
  });
});

describe("the chain", () => {
  it("verifies in TypeScript what the database hashed, and names the first changed entry", async () => {
    const { program } = await fundedProgram();
    const entries = await entriesOfFund(db, program.proposalId);
    expect(verifyChain(entries)).toMatchObject({ intact: true, entries: 4 });
    const tampered = entries.map((entry) => (entry.seq === 3n ? { ...entry, amount: entry.amount + 1n } : entry));
    expect(verifyChain(tampered)).toMatchObject({ intact: false, seq: 3n, problem: "changed_entry" });
    expect(verifyChain(entries.filter((entry) => entry.seq !== 2n))).toMatchObject({ intact: false, seq: 2n });
  });
});
