import fc from "fast-check";
import { expect, it } from "vitest";
import type { Operation } from "~/features/identity/guard.server";
import { allocateLine } from "~/features/reconciliation/allocate-line.server";
import { ignoreLine } from "~/features/reconciliation/ignore-line.server";
import { importStatement } from "~/features/reconciliation/import-statement.server";
import { ignoreReasonsFor } from "~/features/reconciliation/reconciliation";
import { restoreIgnoredLine } from "~/features/reconciliation/restore-ignored-line.server";
import { reverseAllocation } from "~/features/reconciliation/reverse-allocation.server";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { writeKlikBcaCsv } from "#db/seed/klikbca-csv";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const { reconciler } = await buildPlatformDesk(db);

async function attempt<Input, Output>(operation: Operation<Input, Output>, input: Input): Promise<string> {
  try {
    await db.transaction().execute((trx) => operation(trx, reconciler, input));
    return "done";
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}

type Step = { verb: "allocate" | "ignore" | "restore" | "reverse" | "import"; line: number; payment: number; amount: bigint };
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(
    "allocate" as const,
    "allocate" as const,
    "ignore" as const,
    "restore" as const,
    "reverse" as const,
    "import" as const,
  ),
  line: fc.nat(5),
  payment: fc.nat(2),
  amount: fc.bigInt({ min: 1n, max: 6_000_000n }),
});

it("keeps bank and books equal to the rupiah through any sequence of decisions, and never gives more than a line or a payment has", {
  timeout: 180_000,
}, async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 30 }),
      fc.array(fc.bigInt({ min: 1n, max: 5_000_000n }), { minLength: 6, maxLength: 6 }),
      async (steps, amounts) => {
        const { bankAccountId } = await buildBankAccount(db);
        const { number } = await db.selectFrom("bank_accounts").select("number").where("id", "=", bankAccountId).executeTakeFirstOrThrow();
        const program = await buildPublishedProgram(db, { lines: [9_000_000n] });
        const pledge = await buildCommittedPledge(db, { program, instalments: [2_000_000n, 3_000_000n, 4_000_000n] });
        const file = (count: number) => {
          const lines = amounts.slice(0, count).map((amount, n) => ({
            day: today(),
            direction: n === 4 ? ("out" as const) : ("in" as const),
            amount,
            description: n === 0 ? `TRSF ${pledge.payments[0]?.reference}` : `MUTASI ${n}`,
          }));
          return new TextEncoder().encode(
            writeKlikBcaCsv({ accountNumber: number, holderName: "Y", from: today(), to: today(), opening: 0n, lines }),
          );
        };
        const load = (count: number) => attempt(importStatement, { bankAccountId, fileName: "m.csv", bytes: file(count) });
        expect(await load(3)).toBe("done");
        for (const { verb, line, payment, amount } of steps) {
          const lines = await db
            .selectFrom("bank_lines")
            .selectAll()
            .where("bank_account_id", "=", bankAccountId)
            .orderBy("sequence_of_day")
            .execute();
          const chosen = lines[line % lines.length];
          if (!chosen) continue;
          const lineId = chosen.id;
          const key = newId();
          const paymentId = pledge.payments[payment]?.paymentId ?? "";
          const allocations = await db.selectFrom("allocations").select("id").where("bank_line_id", "=", lineId).orderBy("id").execute();
          const reason = ignoreReasonsFor(chosen.direction)[0] ?? "other";
          const outcome =
            verb === "allocate"
              ? await attempt(allocateLine, { key, lineId, parts: [{ lineId, proposalId: pledge.proposalId, paymentId, amount }] })
              : verb === "ignore"
                ? await attempt(ignoreLine, { key, lineId, reason })
                : verb === "restore"
                  ? await attempt(restoreIgnoredLine, { key, lineId })
                  : verb === "reverse"
                    ? await attempt(reverseAllocation, { key, allocationId: allocations.at(-1)?.id ?? newId(), reason: "Uji" })
                    : await load(3 + (line % 4));
          outcomes.set(`${verb} ${outcome}`, (outcomes.get(`${verb} ${outcome}`) ?? 0) + 1);
          expect((await db.selectFrom("bank_proof").select("difference").executeTakeFirstOrThrow()).difference).toBe(0n);
        }
        const over = await db
          .selectFrom("bank_lines")
          .select("id")
          .where("bank_account_id", "=", bankAccountId)
          .whereRef("allocated", ">", "amount")
          .execute();
        expect(over).toEqual([]);
        for (const { paymentId, amount } of pledge.payments) {
          const { received } = await db.selectFrom("payments").select("received").where("id", "=", paymentId).executeTakeFirstOrThrow();
          const standing = await db
            .selectFrom("allocations")
            .select((eb) => eb.fn.sum<string | null>("amount").as("total"))
            .where("payment_id", "=", paymentId)
            .where("reversed_at", "is", null)
            .executeTakeFirstOrThrow();
          expect([received <= amount, received]).toEqual([true, BigInt(standing.total ?? 0)]);
        }
      },
    ),
    { numRuns: 25 },
  );
  for (const verb of ["allocate", "ignore", "restore", "reverse", "import"]) expect(outcomes.get(`${verb} done`) ?? 0).toBeGreaterThan(0);
});
