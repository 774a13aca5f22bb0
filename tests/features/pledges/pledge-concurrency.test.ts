import fc from "fast-check";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { approvePledge } from "~/features/pledges/approve-pledge.server";
import { cancelPledge } from "~/features/pledges/cancel-pledge.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, buildCompany } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { pledgeInput, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let company: BuiltCompany;
let other: BuiltCompany;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  [company, other] = [await buildCompany(db), await buildCompany(db, { name: "PT Uji Kedua" })];
});

const committed = async (program: BuiltProgram) => (await flowOfProgram(db, program.proposalId)).committed;

async function pledge(program: BuiltProgram, of: BuiltCompany, amount: bigint) {
  const { pledgeId } = await run(db, submitPledge, of.officer, pledgeInput(program, of, amount));
  return { companyId: of.organizationId, proposalId: program.proposalId, pledgeId };
}

/** Codes of the refusals among settled commands; anything but a refusal fails the test. */
function refusals(results: PromiseSettledResult<unknown>[]): { code: string; left: unknown }[] {
  return results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    if (!isDomainError(result.reason)) throw result.reason;
    return [{ code: result.reason.code, left: result.reason.details.left }];
  });
}

describe("fifty approvals at once", () => {
  it("on the last rupiah commit the target exactly, and the others are told that nothing is left", async () => {
    const program = await buildPublishedProgram(db, { lines: [5_000_000n] });
    const waiting = [];
    for (let i = 0; i < 50; i += 1)
      waiting.push({ of: i % 2 ? company : other, id: await pledge(program, i % 2 ? company : other, 500_000n) });
    const results = await Promise.allSettled(waiting.map(({ of, id }) => run(db, approvePledge, of.approver, { ...id, key: newId() })));
    const refused = refusals(results);
    expect(refused).toHaveLength(40);
    expect(new Set(refused.map((refusal) => refusal.code))).toEqual(new Set(["target_exceeded"]));
    expect(refused.every((refusal) => refusal.left === 0n)).toBe(true);
    expect(await committed(program)).toBe(program.target);

    const references = await db.selectFrom("payments").select("reference").where("proposal_id", "=", program.proposalId).execute();
    const given = references.map((row) => row.reference).filter((reference) => reference !== null);
    expect(given).toHaveLength(10);
    expect(new Set(given).size).toBe(10);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("in different programs give fifty different references without a gap", async () => {
    const programs = [];
    for (let i = 0; i < 10; i += 1) programs.push(await buildPublishedProgram(db, { lines: [5_000_000n] }));
    const waiting = [];
    for (const program of programs) for (let i = 0; i < 5; i += 1) waiting.push(await pledge(program, company, 1_000_000n));
    await Promise.all(waiting.map((id) => run(db, approvePledge, company.approver, { ...id, key: newId() })));
    const rows = await db
      .selectFrom("payments")
      .select("reference")
      .where(
        "pledge_id",
        "in",
        waiting.map((id) => id.pledgeId),
      )
      .execute();
    const numbers = rows.map((row) => Number(row.reference?.slice(5, -1))).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(50);
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(49);
  });

  it("of one pledge commit it once", async () => {
    const program = await buildPublishedProgram(db);
    const id = await pledge(program, company, 4_000_000n);
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => run(db, approvePledge, company.approver, { ...id, key: newId() })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(new Set(refusals(results).map((refusal) => refusal.code))).toEqual(new Set(["wrong_status"]));
    expect(await committed(program)).toBe(4_000_000n);
  });
});

describe("fifty pledges at once by companies of one person", () => {
  it("commit the target exactly", async () => {
    const program = await buildPublishedProgram(db, { lines: [3_000_000n] });
    const alone = [];
    for (let i = 0; i < 50; i += 1) {
      const one = await buildCompany(db, { name: `PT Satu ${i}` });
      await db
        .deleteFrom("memberships")
        .where("organization_id", "=", one.organizationId)
        .where("user_id", "!=", one.admin.userId)
        .execute();
      alone.push(one);
    }
    const results = await Promise.allSettled(alone.map((one) => run(db, submitPledge, one.admin, pledgeInput(program, one, 1_000_000n))));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(3);
    expect(new Set(refusals(results).map((refusal) => refusal.code))).toEqual(new Set(["target_exceeded"]));
    expect(await committed(program)).toBe(3_000_000n);
    const pledges = await db.selectFrom("pledges").select("id").where("proposal_id", "=", program.proposalId).execute();
    expect(pledges).toHaveLength(3);
  });
});

describe("any sequence of pledging, approving and cancelling", () => {
  it("never commits more than the target, and the books always agree", async () => {
    const step = fc.record({
      act: fc.constantFrom("pledge", "approve", "cancel"),
      pick: fc.nat(),
      amount: fc.bigInt({ min: 100_000n, max: 6_000_000n }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const program = await buildPublishedProgram(db);
        const made: { companyId: string; proposalId: string; pledgeId: string }[] = [];
        for (const { act, pick, amount } of steps) {
          const id = made[pick % (made.length || 1)];
          const work =
            act === "pledge"
              ? pledge(program, company, amount).then((fresh) => void made.push(fresh))
              : id &&
                (act === "approve"
                  ? run(db, approvePledge, company.approver, { ...id, key: newId() })
                  : run(db, cancelPledge, company.approver, { ...id, reason: "other" as const, note: "" }));
          refusals(await Promise.allSettled([work]));
          expect((await committed(program)) <= program.target).toBe(true);
        }
        const rows = await db
          .selectFrom("pledges")
          .select(["status", "amount"])
          .where("proposal_id", "=", program.proposalId)
          .where("status", "in", ["committed", "settled"])
          .execute();
        expect(rows.reduce((total, row) => total + row.amount, 0n)).toBe(await committed(program));
      }),
      { numRuns: 15 },
    );
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
