import fc from "fast-check";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { drawFromPledges } from "~/features/ledger/draw-from-pledges.server";
import { findPaymentByReference, openPayments } from "~/features/payments/payment-queries.server";
import { arrivalsOfPledge } from "~/features/payments/payment-page-queries.server";
import { recordPaymentReceived } from "~/features/payments/record-payment-received.server";
import { remindDuePayments } from "~/features/payments/remind-due-payments.server";
import { undoPaymentReceived } from "~/features/payments/undo-payment-received.server";
import { cancelPledge } from "~/features/pledges/cancel-pledge.server";
import { paymentsByQuarter } from "~/features/pledges/portfolio-queries.server";
import { findCompanyPledge } from "~/features/pledges/pledge-queries.server";
import { addDays, startOfDay } from "~/kernel/dates";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { atTime, today } from "~/platform/clock.server";
import { buildBankAccount, buildIncomingLine } from "#db/seed/builders/bank";
import { type BuiltCompany, buildCompany } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { approvedPledge, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let company: BuiltCompany;
let bankAccountId: string;
beforeAll(async () => {
  db = await testDatabase();
  ({ bankAccountId } = await buildBankAccount(db));
  company = await buildCompany(db);
});

type Id = { companyId: string; proposalId: string; pledgeId: string };
type Arrived = {
  proposalId: string;
  paymentId: string;
  amount: bigint;
  source: { kind: "allocation"; id: string };
  occurredOn: string;
  postedBy: null;
};

async function pledged(instalments: readonly bigint[]): Promise<{ program: BuiltProgram; id: Id; payments: string[] }> {
  const program = await buildPublishedProgram(db);
  const amount = instalments.reduce((total, one) => total + one, 0n);
  const plan = instalments.map((one, index) => ({ amount: one, dueOn: addDays(today(), 10 + 30 * index) }));
  const id = await approvedPledge(db, program, company, amount, { instalments: plan });
  const detail = await findCompanyPledge(db, company.organizationId, id.pledgeId);
  return { program, id, payments: detail?.payments.map((payment) => payment.id) ?? [] };
}

/** A bank line of the amount, allocated to a payment in the way that reconciliation does it. */
async function arrive(id: Id, paymentId: string, amount: bigint): Promise<Arrived> {
  const allocationId = newId();
  const movement = {
    proposalId: id.proposalId,
    paymentId,
    amount,
    source: { kind: "allocation" as const, id: allocationId },
    occurredOn: today(),
    postedBy: null,
  };
  const line = await buildIncomingLine(db, { bankAccountId, amount, description: "RTGS PT UJI COBA" });
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("allocations")
      .values({
        proposal_id: id.proposalId,
        id: allocationId,
        payment_id: paymentId,
        pledge_id: id.pledgeId,
        bank_account_id: bankAccountId,
        bank_line_id: line.lineId,
        amount,
        automatic: true,
        score: 100,
        reasons: JSON.stringify(["exact_reference"]),
        made_at: startOfDay(today()),
      })
      .execute();
    await recordPaymentReceived(trx, movement);
  });
  return movement;
}

const undo = (movement: Arrived) => db.transaction().execute((trx) => undoPaymentReceived(trx, movement));
const detailOf = async (id: Id) => {
  const detail = await findCompanyPledge(db, id.companyId, id.pledgeId);
  if (!detail) throw new Error("the pledge exists");
  return detail;
};

describe("money that arrives", () => {
  it("fills its payment, settles the pledge when all is there, and tells both sides", async () => {
    const { program, id, payments } = await pledged([3_000_000n, 1_000_000n]);
    const [first = "", second = ""] = payments;
    await arrive(id, first, 1_000_000n);
    expect((await detailOf(id)).payments.map((payment) => payment.status)).toEqual(["partly_received", "expected"]);
    await arrive(id, first, 2_000_000n);
    expect((await detailOf(id)).status).toBe("committed");
    const last = await arrive(id, second, 1_000_000n);
    const settled = await detailOf(id);
    expect(settled).toMatchObject({ status: "settled", received: 4_000_000n, next: null });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ committed: 4_000_000n, received: 4_000_000n, escrow: 4_000_000n });
    expect(await arrivalsOfPledge(db, id.proposalId, id.pledgeId)).toHaveLength(3);
    const year = async () =>
      (await paymentsByQuarter(db, company.organizationId, Number(today().slice(0, 4)))).reduce(
        (total, quarter) => total + quarter.received,
        0n,
      );
    const before = await year();
    const mails = await db
      .selectFrom("email_messages")
      .select(["to_address", "props"])
      .where("template", "=", "payment-received")
      .execute();
    const told = mails.filter((mail) => mail.to_address === program.community.chair.email || mail.to_address === company.finance.email);
    expect(told.length).toBeGreaterThanOrEqual(6);

    await undo(last);
    expect(await detailOf(id)).toMatchObject({ status: "committed", received: 3_000_000n });
    expect(before - (await year())).toBe(1_000_000n);
    await expect(undo(last)).rejects.toThrow(/payment_not_received|already_reversed/);
    await arrive(id, second, 1_000_000n);
    expect((await detailOf(id)).status).toBe("settled");
  });

  it("is never more than what is left, and never for a payment that is closed", async () => {
    const { id, payments } = await pledged([3_000_000n]);
    const [only = ""] = payments;
    await expect(arrive(id, only, 3_000_001n)).rejects.toThrow("payment_overpaid");
    await arrive(id, only, 3_000_000n);
    await expect(arrive(id, only, 1n)).rejects.toThrow("payment_closed");
    await expect(arrive({ ...id, proposalId: newId() }, only, 1n)).rejects.toThrow();
  });

  it("can't be taken back once it has been disbursed", async () => {
    const { program, id, payments } = await pledged([3_000_000n]);
    const movement = await arrive(id, payments[0] ?? "", 3_000_000n);
    const source = { kind: "disbursement", id: newId() } as const;
    await db.transaction().execute((trx) =>
      drawFromPledges(trx, {
        proposalId: program.proposalId,
        kind: "disbursement",
        amount: 1n,
        source,
        occurredOn: today(),
        postedBy: null,
      }),
    );
    await expect(undo(movement)).rejects.toThrow("fund_insufficient");
    expect((await detailOf(id)).status).toBe("settled");
  });
});

describe("a pledge cancelled half way", () => {
  it("keeps what arrived, closes its payments and gives the rest back", async () => {
    const { program, id, payments } = await pledged([2_000_000n, 2_000_000n, 2_000_000n]);
    const [first = "", second = ""] = payments;
    await arrive(id, first, 2_000_000n);
    const half = await arrive(id, second, 500_000n);
    await run(db, cancelPledge, company.approver, { ...id, reason: "budget_withdrawn", note: "" });
    const ended = await detailOf(id);
    expect(ended.status).toBe("cancelled");
    expect(ended.payments.map((payment) => [payment.status, payment.amount])).toEqual([
      ["received", 2_000_000n],
      ["received", 500_000n],
      ["cancelled", 2_000_000n],
    ]);
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ committed: 2_500_000n, received: 2_500_000n });
    await expect(arrive(id, second, 1n)).rejects.toThrow("payment_closed");
    expect(await openPayments(db, { proposalId: program.proposalId })).toEqual([]);

    await undo(half);
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ committed: 2_000_000n, received: 2_000_000n });
    expect((await detailOf(id)).payments.map((payment) => payment.status)).toEqual(["received", "cancelled", "cancelled"]);
  });
});

describe("open payments", () => {
  it("are found by reference, company and words, with what the bank wrote before", async () => {
    const { program, id, payments } = await pledged([1_000_000n, 2_000_000n]);
    await arrive(id, payments[0] ?? "", 1_000_000n);
    const open = await openPayments(db, { proposalId: program.proposalId });
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ n: 2, of: 2, left: 2_000_000n, companyName: "PT Uji Coba", earlierDescriptions: ["RTGS PT UJI COBA"] });
    const reference = open[0]?.reference ?? "";
    expect((await openPayments(db, { references: [reference] })).map((payment) => payment.paymentId)).toEqual([payments[1]]);
    expect(await openPayments(db, { references: [] })).toEqual([]);
    expect((await openPayments(db, { search: reference.slice(0, 5) })).length).toBeGreaterThan(0);
    expect(await openPayments(db, { search: "%" })).toEqual([]);
    expect(await findPaymentByReference(db, reference)).toEqual({ proposalId: program.proposalId, paymentId: payments[1] });
  });
});

describe("reminders", () => {
  it("go out once, seven days and one day ahead, and not for what has arrived", async () => {
    const { program, id, payments } = await pledged([1_000_000n, 2_000_000n]);
    const sent = async () =>
      (await db.selectFrom("email_messages").select("props").where("template", "=", "payment-due").execute()).filter((mail) =>
        JSON.stringify(mail.props).includes(id.pledgeId),
      ).length;
    const day = (ahead: number) => startOfDay(addDays(today(), 10 - ahead));
    await atTime(day(8), () => remindDuePayments(db));
    expect(await sent()).toBe(0);
    await atTime(day(7), () => remindDuePayments(db));
    await atTime(day(7), () => remindDuePayments(db));
    expect(await sent()).toBe(2); // finance and officer
    await arrive(id, payments[0] ?? "", 1_000_000n);
    await atTime(day(1), () => remindDuePayments(db));
    expect(await sent()).toBe(2);
    expect(program.target).toBe(10_000_000n);
  });
});

describe("any sequence of arrivals and undoings", () => {
  it("leaves payments, pledge and ledger saying the same", async () => {
    const step = fc.record({ undo: fc.boolean(), pick: fc.nat(), amount: fc.bigInt({ min: 1n, max: 2_500_000n }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { program, id, payments } = await pledged([2_000_000n, 1_000_000n]);
        const arrived: Arrived[] = [];
        for (const { undo: back, pick, amount } of steps) {
          try {
            const movement = arrived[pick % (arrived.length || 1)];
            if (!back) arrived.push(await arrive(id, payments[pick % 2] ?? "", amount));
            else if (movement) {
              await undo(movement);
              arrived.splice(arrived.indexOf(movement), 1);
            }
          } catch (error) {
            if (!isDomainError(error)) throw error;
          }
          const expected = arrived.reduce((total, movement) => total + movement.amount, 0n);
          const detail = await detailOf(id);
          expect(detail.received).toBe(expected);
          expect(detail.payments.reduce((total, payment) => total + payment.received, 0n)).toBe(expected);
          expect(detail.status).toBe(expected === 3_000_000n ? "settled" : "committed");
          expect((await flowOfProgram(db, program.proposalId)).escrow).toBe(expected);
        }
      }),
      { numRuns: 12 },
    );
  });
});
