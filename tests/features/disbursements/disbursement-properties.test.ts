import fc from "fast-check";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { acknowledgeDisbursement } from "~/features/disbursements/acknowledge-disbursement.server";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { executeDisbursement } from "~/features/disbursements/execute-disbursement.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { rejectDisbursement } from "~/features/disbursements/reject-disbursement.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { returnDisbursement } from "~/features/disbursements/return-disbursement.server";
import { sendDisbursement } from "~/features/disbursements/send-disbursement.server";
import type { Actor } from "~/features/identity/actor";
import type { Operation } from "~/features/identity/guard.server";
import { addReceipt } from "~/features/impact/add-receipt.server";
import { approveReceipt } from "~/features/impact/approve-receipt.server";
import { rejectReceipt } from "~/features/impact/reject-receipt.server";
import { removeReceipt } from "~/features/impact/remove-receipt.server";
import { verifyChain } from "~/features/ledger/chain";
import { entriesOfFund, flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { matchDisbursementLine } from "~/features/reconciliation/match-disbursement-line.server";
import { matchReturnLine } from "~/features/reconciliation/match-return-line.server";
import { releaseDisbursementLine } from "~/features/reconciliation/release-disbursement-line.server";
import { releaseReturnLine } from "~/features/reconciliation/release-return-line.server";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { buildBankAccount, buildIncomingLine, buildOutgoingLine, buildReceivedMoney } from "#db/seed/builders/bank";
import { buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import { execution, receiptOf } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";

const db = await testDatabase();
const desk = await buildPlatformDesk(db);
const { bankAccountId } = await buildBankAccount(db);
const company = await buildCompany(db);

const verbs = [
  "request",
  "prepare",
  "approve",
  "send",
  "execute",
  "acknowledge",
  "reject",
  "return",
  "comeBack",
  "undoComeBack",
  "leave",
  "undoLeave",
  "receipt",
  "approveReceipt",
  "rejectReceipt",
  "removeReceipt",
] as const;
type Verb = (typeof verbs)[number];
type Step = { verb: Verb | "fitting"; pick: number; amount: bigint };

/** Mostly what fits the state of things, so that sequences reach the end; between them anything at all. */
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.oneof({ weight: 4, arbitrary: fc.constant("fitting" as const) }, { weight: 1, arbitrary: fc.constantFrom(...verbs) }),
  pick: fc.nat(11),
  amount: fc.bigInt({ min: 1n, max: 3_500_000n }),
});

async function attempt<Input, Output>(operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<string> {
  try {
    await db.transaction().execute((trx) => operation(trx, actor, input));
    return "done";
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}

/** What may follow each state of a termin; the way ahead more often than the others. */
const fitting: Readonly<Record<string, readonly Verb[]>> = {
  requested: ["prepare", "prepare", "reject"],
  prepared: ["approve", "approve", "approve", "reject"],
  approved: ["send"],
  sent: ["execute", "execute", "execute", "return"],
  executed: ["acknowledge", "leave", "undoLeave", "comeBack"],
  returned: ["prepare", "leave", "undoLeave", "undoComeBack"],
  acknowledged: ["receipt", "receipt", "approveReceipt", "rejectReceipt", "removeReceipt", "request", "leave"],
};

/** What a sequence acts on at this moment: the termin that moves, the receipts, and the lines of the bank. */
async function world({ proposalId }: BuiltProgram) {
  const [termin] = await db
    .selectFrom("disbursements")
    .select(["id", "status", "reference", "amount", "bank_line_id as leftBy"])
    .where("proposal_id", "=", proposalId)
    .where("status", "<>", "rejected")
    .orderBy("tranche_n", "desc")
    .limit(1)
    .execute();
  const receipts = await db
    .selectFrom("receipts")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .orderBy("status")
    .orderBy("id")
    .execute();
  const returns = await db
    .selectFrom("disbursement_returns")
    .select(["reference", "return_line_id as lineId", "bank_line_id as leftBy"])
    .where("proposal_id", "=", proposalId)
    .where("reversed_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return { termin, receipts, returns };
}

async function take(program: BuiltProgram, { verb: wanted, pick, amount }: Step): Promise<[Verb, string]> {
  const { proposalId, community } = program;
  const { termin, receipts, returns } = await world(program);
  const fits = (termin && fitting[termin.status]) ?? ["request"];
  const verb = wanted === "fitting" ? (fits[pick % fits.length] ?? "request") : wanted;
  const target = { proposalId, disbursementId: termin?.id ?? newId() };
  const keyed = { ...target, key: newId() };
  const receipt = { proposalId, receiptId: receipts[0]?.id ?? newId() };
  const reference = termin?.reference ?? "";
  const returned = returns[0];
  const line = async (direction: "in" | "out") => {
    const built = direction === "in" ? buildIncomingLine : buildOutgoingLine;
    return (await built(db, { bankAccountId, amount: termin?.amount ?? amount, description: reference })).lineId;
  };
  const run: Record<Verb, () => Promise<string>> = {
    request: () =>
      attempt(requestDisbursement, community.treasurer, {
        key: newId(),
        proposalId,
        trancheN: termin?.status === "acknowledged" ? 2 : 1 + (pick % 2),
        note: "",
      }),
    prepare: () => attempt(prepareDisbursement, desk.disburser, keyed),
    approve: () => attempt(approveDisbursement, desk.disbursementApprover, keyed),
    send: () => attempt(sendDisbursement, desk.disburser, target),
    execute: () => attempt(executeDisbursement, desk.disburser, execution(target)),
    acknowledge: () => attempt(acknowledgeDisbursement, community.treasurer, keyed),
    reject: () => attempt(rejectDisbursement, desk.disburser, { ...target, reason: "Uji coba" }),
    return: () => attempt(returnDisbursement, desk.disburser, { ...target, reason: "Uji coba" }),
    comeBack: async () => attempt(matchReturnLine, desk.reconciler, { ...keyed, lineId: await line("in"), reference }),
    undoComeBack: () =>
      attempt(releaseReturnLine, desk.reconciler, { key: newId(), lineId: returned?.lineId ?? newId(), reason: "Uji coba" }),
    leave: async () =>
      attempt(matchDisbursementLine, desk.reconciler, {
        key: newId(),
        lineId: await line("out"),
        proposalId,
        reference: pick % 2 === 0 ? reference : (returned?.reference ?? ""),
      }),
    undoLeave: () =>
      attempt(releaseDisbursementLine, desk.reconciler, {
        key: newId(),
        lineId: termin?.leftBy ?? returned?.leftBy ?? newId(),
        reason: "Uji coba",
      }),
    receipt: () => attempt(addReceipt, community.editor, receiptOf(program, amount, 1 + (pick % 2), pick % 3)),
    approveReceipt: () => attempt(approveReceipt, desk.verifier, { ...receipt, key: newId() }),
    rejectReceipt: () => attempt(rejectReceipt, desk.verifier, { ...receipt, reason: "Uji coba" }),
    removeReceipt: () => attempt(removeReceipt, community.editor, receipt),
  };
  return [verb, await run[verb]()];
}

/** Without a published report of the first termin, the second can't be asked for. */
async function publishReport({ proposalId, community }: BuiltProgram): Promise<void> {
  const at = now();
  await db
    .insertInto("reports")
    .values({
      proposal_id: proposalId,
      id: newId(),
      tranche_n: 1,
      status: "published",
      number: "L-1",
      created_by: community.chair.userId,
      created_at: at,
      updated_at: at,
      published_at: at,
      content_hash: "0",
    })
    .execute();
}

/** What must hold after every step, whatever was done or refused. */
async function expectSound({ proposalId }: BuiltProgram): Promise<void> {
  const flow = await flowOfProgram(db, proposalId);
  const { target, committed, received, disbursed, accounted, escrow, inTransit } = flow;
  expect(Object.values(flow).every((figure) => figure >= 0n)).toBe(true);
  expect([target >= committed, committed >= received, received >= disbursed, disbursed >= accounted]).toEqual([true, true, true, true]);
  expect(escrow + inTransit + disbursed).toBe(received);
  const over = await db
    .selectFrom("budget_lines as l")
    .select("l.id")
    .where("l.proposal_id", "=", proposalId)
    .where(sql<boolean>`l.amount < (select coalesce(sum(x.amount), 0) from receipts x
      where x.proposal_id = l.proposal_id and x.budget_line_id = l.id and x.status <> 'rejected')`)
    .execute();
  expect(over).toEqual([]);
  expect((await db.selectFrom("bank_proof").select("difference").executeTakeFirstOrThrow()).difference).toBe(0n);
}

it("keeps every figure in order through any sequence of disbursements, returns and receipts", { timeout: 300_000 }, async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 30, maxLength: 60 }),
      fc.bigInt({ min: 4_000_000n, max: 9_999_999n }),
      async (steps, first) => {
        const program = await buildPublishedProgram(db);
        const instalments = [first, 10_000_000n - first];
        const pledge = await buildCommittedPledge(db, { program, company, instalments });
        await buildReceivedMoney(db, { pledge, bankAccountId, first: first > 7_000_000n ? 1 : 2 });
        await publishReport(program);
        for (const one of steps) {
          const [verb, outcome] = await take(program, one);
          const named = `${verb} ${outcome === "done" ? "done" : "refused"}`;
          outcomes.set(named, (outcomes.get(named) ?? 0) + 1);
          await expectSound(program);
        }
        expect(verifyChain(await entriesOfFund(db, program.proposalId))).toMatchObject({ intact: true });
      },
    ),
    { numRuns: 30 },
  );
  expect(await brokenInvariants(db)).toEqual([]);
  expect(verbs.filter((verb) => !outcomes.has(`${verb} done`))).toEqual([]);
  expect(outcomes.get("acknowledge refused") ?? 0).toBeGreaterThan(0);
});
