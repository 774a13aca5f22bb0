import { expect, it } from "vitest";
import { verifyChains } from "~/features/ledger/verify-chains.server";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { account as accountOf, line } from "#tests/support/statements";

const db = await testDatabase();
const { reconciler } = await buildPlatformDesk(db);

async function pledge(instalments: bigint[]) {
  const program = await buildPublishedProgram(db, { lines: [instalments.reduce((a, b) => a + b, 0n)] });
  return buildCommittedPledge(db, { program, instalments });
}

it("gives the lines of one file to a payment one after the other, and only what it still lacks", async () => {
  const { load, linesOf } = await accountOf(db, reconciler);
  const { payments, pledgeId } = await pledge([10_000_000n, 5_000_000n]);
  const [first, second] = payments.map(({ reference }) => reference);
  await load([
    line(6_000_000n, `TRSF ${first}`),
    line(6_000_000n, `TRSF ${first}`),
    line(9_000_000n, `TRSF ${first} ${second}`),
    line(5_000_000n, `TRSF ${second}`),
    line(1_000_000n, `TRSF ${second}`),
  ]);
  expect((await linesOf()).map((one) => [one.status, one.allocated])).toEqual([
    ["posted", 6_000_000n],
    ["matched", 4_000_000n],
    ["imported", 0n],
    ["posted", 5_000_000n],
    ["imported", 0n],
  ]);
  expect((await db.selectFrom("pledges").select("status").where("id", "=", pledgeId).executeTakeFirstOrThrow()).status).toBe("settled");
  const told = await db.selectFrom("email_messages").select("dedupe_key").where("template", "=", "payment-received").execute();
  expect(new Set(told.map(({ dedupe_key }) => dedupe_key.split(":")[1])).size).toBe(3);
  expect(told.length % 3).toBe(0);
});

it("imports a file of two thousand lines with the books right to the rupiah", { timeout: 120_000 }, async () => {
  const { load, linesOf } = await accountOf(db, reconciler);
  const { payments } = await pledge(Array.from({ length: 20 }, (_, n) => BigInt(n + 1) * 1_000n));
  const lines = Array.from({ length: 2_000 }, (_, n) => {
    const payment = n % 100 === 0 ? payments[n / 100] : undefined;
    if (payment) return line(payment.amount, `TRSF E-BANKING CR ${payment.reference}`);
    return line(BigInt(100_000 + n), `MUTASI ${n}`, n % 10 === 9 ? "out" : "in");
  });
  await load(lines);
  const found = await linesOf();
  expect(found.map(({ amount, description }) => [amount, description])).toEqual(lines.map((one) => [one.amount, one.description]));
  expect(found.filter(({ status }) => status === "posted")).toHaveLength(20);
  expect((await verifyChains(db)).every(({ verdict, headAgrees }) => verdict.intact && headAgrees)).toBe(true);
  expect(await brokenInvariants(db)).toEqual([]);
});
