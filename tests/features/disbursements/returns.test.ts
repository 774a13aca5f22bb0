import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { acknowledgeDisbursement } from "~/features/disbursements/acknowledge-disbursement.server";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { findDisbursement } from "~/features/disbursements/disbursement-queries.server";
import { executeDisbursement } from "~/features/disbursements/execute-disbursement.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { returnDisbursement } from "~/features/disbursements/return-disbursement.server";
import { sendDisbursement } from "~/features/disbursements/send-disbursement.server";
import type { Actor } from "~/features/identity/actor";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { importStatement } from "~/features/reconciliation/import-statement.server";
import { matchReturnLine } from "~/features/reconciliation/match-return-line.server";
import { proofBar } from "~/features/reconciliation/proof-queries.server";
import { releaseDisbursementLine } from "~/features/reconciliation/release-disbursement-line.server";
import { releaseReturnLine } from "~/features/reconciliation/release-return-line.server";
import { decisionFor } from "~/features/reconciliation/workbench-queries.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildBankAccount, buildIncomingLine } from "#db/seed/builders/bank";
import { type BuiltDesk, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { BuiltProgram } from "#db/seed/builders/programs";
import { writeKlikBcaCsv } from "#db/seed/klikbca-csv";
import type { DB } from "#db/types.generated";
import { type Target, endings, execution, fundedProgram, requested, sent } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";

let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
});

const termin = 5_000_000n;
const disbursement = (target: Target) =>
  db.selectFrom("disbursements").selectAll().where("id", "=", target.disbursementId).executeTakeFirstOrThrow();
const lineOf = (id: string) => db.selectFrom("bank_lines").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function executed(program: BuiltProgram): Promise<Target & { reference: string }> {
  const target = await sent(db, program, desk);
  await run(db, executeDisbursement, desk.disburser, execution(target));
  return { ...target, reference: (await disbursement(target)).reference };
}

async function incoming(description: string, amount = termin): Promise<string> {
  const { bankAccountId } = await buildBankAccount(db);
  return (await buildIncomingLine(db, { bankAccountId, amount, description })).lineId;
}

/** Lines as a bank would write them, imported by the reconciler. */
async function statement(lines: readonly { amount: bigint; description: string; direction: "in" | "out" }[]) {
  const { bankAccountId } = await buildBankAccount(db);
  const { number } = await db.selectFrom("bank_accounts").select("number").where("id", "=", bankAccountId).executeTakeFirstOrThrow();
  const day = today();
  const text = (count: number) =>
    writeKlikBcaCsv({
      accountNumber: number,
      holderName: "Yayasan Contoh",
      from: day,
      to: day,
      opening: 0n,
      lines: lines.slice(0, count).map((line) => ({ ...line, day })),
    });
  return {
    load: (count = lines.length) =>
      run(db, importStatement, desk.reconciler, { bankAccountId, fileName: "m.csv", bytes: new TextEncoder().encode(text(count)) }),
    lines: () => db.selectFrom("bank_lines").selectAll().where("bank_account_id", "=", bankAccountId).orderBy("sequence_of_day").execute(),
  };
}

function accept(lineId: string, { proposalId, disbursementId, reference }: Target & { reference: string }, actor: Actor = desk.reconciler) {
  return run(db, matchReturnLine, actor, { key: newId(), lineId, proposalId, disbursementId, reference });
}

async function sign(target: Target): Promise<string> {
  await run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() });
  await run(db, approveDisbursement, desk.disbursementApprover, { ...target, key: newId() });
  await run(db, sendDisbursement, desk.disburser, target);
  await run(db, executeDisbursement, desk.disburser, execution(target));
  return (await disbursement(target)).reference;
}

describe("a transfer that comes back after the bank carried it out", () => {
  it("is suggested, and once accepted its money is in the fund again, whose it was before", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const lineId = await incoming(`RETUR ${target.reference} REK TUTUP`);
    expect(await decisionFor(db, lineId)).toMatchObject({
      returnFirst: true,
      returns: [{ disbursement: { reference: target.reference }, score: 99 }],
    });
    const before = await flowOfProgram(db, program.proposalId);
    expect(before).toMatchObject({ escrow: 5_000_000n, inTransit: termin });

    await accept(lineId, target);
    expect(await flowOfProgram(db, program.proposalId)).toEqual({ ...before, escrow: 10_000_000n, inTransit: 0n });
    expect(await disbursement(target)).toMatchObject({
      status: "returned",
      executed_on: null,
      bank_reference: null,
      return_reason: `RETUR ${target.reference} REK TUTUP`,
    });
    expect(await lineOf(lineId)).toMatchObject({ status: "posted", allocated: termin });
    expect((await proofBar(db)).difference).toBe(0n);
    expect(await brokenInvariants(db)).toEqual([]);
    // The history tells a return once: the row of the return and the disbursement name the same moment.
    const shown = await findDisbursement(db, target.disbursementId);
    expect(shown?.returns.map((one) => one.returnedAt)).toEqual([shown?.returnedAt]);

    const told = await db.selectFrom("email_messages").select("dedupe_key").where("template", "=", "disbursement-returned").execute();
    const people = [program.community.chair, program.community.treasurer, desk.disburser];
    expect(told.map((email) => email.dedupe_key).sort()).toEqual(
      people.map(({ userId }) => `disbursement-returned:${target.reference}:${userId}`).sort(),
    );
  });

  it("is found by the payee's name when the bank leaves the reference away, and not by the amount alone", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const { holder_name } = await db
      .selectFrom("payee_accounts")
      .select("holder_name")
      .where("id", "=", (await disbursement(target)).payee_account_id)
      .executeTakeFirstOrThrow();
    const named = await decisionFor(db, await incoming(`SETORAN KEMBALI ${holder_name}`));
    expect(named?.returns.map((one) => one.disbursement.reference)).toContain(target.reference);
    expect((await decisionFor(db, await incoming("SETORAN TUNAI")))?.returns).toEqual([]);
    expect((await decisionFor(db, await incoming(`RETUR ${target.reference}`, termin - 6_500n)))?.returns).toEqual([]);
  });

  it("is paid again under a new reference, and the bank's lines of both attempts find their own", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const bank = await statement([
      { amount: termin, description: `TRSF DB ${target.reference}`, direction: "out" },
      { amount: termin, description: `RETUR ${target.reference}`, direction: "in" },
    ]);
    // The money that came back is seen before the line by which it left.
    const lineId = await incoming(`RETUR ${target.reference}`);
    await accept(lineId, target);
    expect((await proofBar(db)).difference).toBe(0n);
    const second = await sign(target);
    expect(second).not.toBe(target.reference);
    await bank.load(1);
    expect((await bank.lines())[0]).toMatchObject({ status: "posted", allocated: termin });
    const attempts = () =>
      db
        .selectFrom("disbursement_returns")
        .select(["reference", "bank_line_id"])
        .where("disbursement_id", "=", target.disbursementId)
        .execute();
    expect(await attempts()).toEqual([{ reference: target.reference, bank_line_id: (await bank.lines())[0]?.id }]);
    expect(await disbursement(target)).toMatchObject({ status: "executed", reference: second, bank_line_id: null });

    const later = await statement([{ amount: termin, description: `TRSF DB ${second}`, direction: "out" }]);
    await later.load();
    expect((await disbursement(target)).bank_line_id).toBe((await later.lines())[0]?.id);
    expect((await proofBar(db)).difference).toBe(0n);

    await run(db, acknowledgeDisbursement, program.community.treasurer, { ...target, key: newId() });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ disbursed: termin, inTransit: 0n, escrow: 5_000_000n });
    const references = await db
      .selectFrom("disbursement_references")
      .select("reference")
      .where("disbursement_id", "=", target.disbursementId)
      .orderBy("reference")
      .execute();
    expect(references.map((row) => row.reference)).toEqual([target.reference, second].sort());

    // Both lines can be taken off again, each from its own attempt.
    const oldLine = (await bank.lines())[0]?.id ?? "";
    await run(db, releaseDisbursementLine, desk.reconciler, { key: newId(), lineId: oldLine, reason: "Keliru" });
    expect(await attempts()).toEqual([{ reference: target.reference, bank_line_id: null }]);
    expect((await disbursement(target)).bank_line_id).not.toBeNull();
    expect((await proofBar(db)).difference).toBe(0n);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("may come back more than once, each time told anew", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    await accept(await incoming(`RETUR ${target.reference}`), target);
    const second = await sign(target);
    await expect(accept(await incoming(`RETUR ${target.reference}`), target)).rejects.toMatchObject({ code: "disbursement_returned" });
    await accept(await incoming(`RETUR ${second}`), { ...target, reference: second });
    await sign(target);
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 5_000_000n, inTransit: termin });
    const executions = await db
      .selectFrom("email_messages")
      .select("dedupe_key")
      .where("template", "=", "disbursement-executed")
      .where("dedupe_key", "like", `%${program.community.treasurer.userId}`)
      .execute();
    expect(executions).toHaveLength(3);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("gets a new reference as well when it never left", async () => {
    const target = await sent(db, await fundedProgram(db), desk);
    const { reference } = await disbursement(target);
    await run(db, returnDisbursement, desk.disburser, { ...target, reason: "Rekening ditutup" });
    const second = await sign(target);
    expect(second).not.toBe(reference);
  });
});

describe("taking a return back", () => {
  it("puts the transfer on its way again, with the line by which it left", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const bank = await statement([{ amount: termin, description: `TRSF DB ${target.reference}`, direction: "out" }]);
    await bank.load();
    const before = await disbursement(target);
    const lineId = await incoming(`RETUR ${target.reference}`);
    await accept(lineId, target);
    await expect(run(db, releaseReturnLine, desk.reconciler, { key: newId(), lineId, reason: " " })).rejects.toMatchObject({
      code: "reason_missing",
    });
    await run(db, releaseReturnLine, desk.reconciler, { key: newId(), lineId, reason: "Setoran orang lain" });
    expect(await disbursement(target)).toEqual(before);
    expect(await lineOf(lineId)).toMatchObject({ status: "imported", allocated: 0n });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 5_000_000n, inTransit: termin });
    expect((await proofBar(db)).difference).toBe(0n);
    expect(await brokenInvariants(db)).toEqual([]);

    // The same line and the same transfer may be found to belong together after all.
    await accept(lineId, target);
    await sign(target);
    await expect(run(db, releaseReturnLine, desk.reconciler, { key: newId(), lineId, reason: "Terlambat" })).rejects.toMatchObject({
      code: "disbursement_prepared_again",
    });
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

describe("refusals", () => {
  it("of a transfer that the community has acknowledged, that was never carried out, or of another amount or line", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const lineId = await incoming(`RETUR ${target.reference}`);
    await expect(accept(await incoming("RETUR", termin + 1n), target)).rejects.toMatchObject({ code: "disbursement_amount" });
    await run(db, acknowledgeDisbursement, program.community.treasurer, { ...target, key: newId() });
    await expect(accept(lineId, target)).rejects.toMatchObject({ code: "disbursement_acknowledged" });

    const waiting = await sent(db, await fundedProgram(db), desk);
    const { reference } = await disbursement(waiting);
    await expect(accept(lineId, { ...waiting, reference })).rejects.toMatchObject({ code: "disbursement_not_executed" });
    expect(await lineOf(lineId)).toMatchObject({ status: "imported", allocated: 0n });
  });

  it("of the disburser recording as never left what the bank has carried out", async () => {
    const target = await executed(await fundedProgram(db));
    await expect(run(db, returnDisbursement, desk.disburser, { ...target, reason: "Rekening ditutup" })).rejects.toMatchObject({
      code: "disbursement_status",
    });
    const returned = await executed(await fundedProgram(db));
    await accept(await incoming(`RETUR ${returned.reference}`), returned);
    await expect(run(db, executeDisbursement, desk.disburser, execution(returned))).rejects.toMatchObject({ code: "disbursement_status" });
  });

  it("of other roles, and of a hand that has had part in the transfer", async () => {
    const both = await buildActor(db, { organizationId: desk.organizationId, roles: ["disburser", "reconciler"] });
    const program = await fundedProgram(db);
    const target = await requested(db, program);
    await run(db, prepareDisbursement, both, { ...target, key: newId() });
    await run(db, approveDisbursement, desk.disbursementApprover, { ...target, key: newId() });
    await run(db, sendDisbursement, desk.disburser, target);
    await run(db, executeDisbursement, desk.disburser, execution(target));
    const { reference } = await disbursement(target);
    const lineId = await incoming(`RETUR ${reference}`);
    await expect(accept(lineId, { ...target, reference }, both)).rejects.toMatchObject({ code: "same_person" });
    await expect(accept(lineId, { ...target, reference }, desk.disburser)).rejects.toMatchObject({ code: "not_allowed" });
    await accept(lineId, { ...target, reference });
  });
});

describe("at once", () => {
  it("one of two returns wins, by two lines or by one, and the money comes back once", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const lines = [await incoming(`RETUR ${target.reference}`), await incoming(`RETUR ${target.reference}`)];
    const byTwo = await Promise.allSettled(lines.map((lineId) => accept(lineId, target)));
    expect(endings(byTwo)).toEqual({ done: 1, refused: ["disbursement_returned"] });
    const other = await executed(await fundedProgram(db));
    const lineId = await incoming(`RETUR ${other.reference}`);
    const byOne = await Promise.allSettled([accept(lineId, other), accept(lineId, other)]);
    expect(endings(byOne)).toEqual({ done: 1, refused: ["line_closed"] });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 10_000_000n, inTransit: 0n });
    expect((await proofBar(db)).difference).toBe(0n);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("a form sent twice is done once", async () => {
    const target = await executed(await fundedProgram(db));
    const lineId = await incoming(`RETUR ${target.reference}`);
    const input = { key: newId(), lineId, ...target };
    const results = await Promise.all([run(db, matchReturnLine, desk.reconciler, input), run(db, matchReturnLine, desk.reconciler, input)]);
    expect(results).toEqual([{ lineId }, { lineId }]);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("either the return or the acknowledgement wins, never both", async () => {
    for (let round = 0; round < 6; round += 1) {
      const program = await fundedProgram(db);
      const target = await executed(program);
      const lineId = await incoming(`RETUR ${target.reference}`);
      const acknowledge = () => run(db, acknowledgeDisbursement, program.community.treasurer, { ...target, key: newId() });
      const results = await Promise.allSettled(
        round % 2 === 0 ? [accept(lineId, target), acknowledge()] : [acknowledge(), accept(lineId, target)],
      );
      const { done, refused } = endings(results);
      expect(done).toBe(1);
      const { status } = await disbursement(target);
      expect(refused).toEqual([status === "returned" ? "disbursement_status" : "disbursement_acknowledged"]);
      const flow = await flowOfProgram(db, program.proposalId);
      expect(flow).toMatchObject(
        status === "returned" ? { escrow: 10_000_000n, disbursed: 0n } : { escrow: 5_000_000n, disbursed: termin },
      );
    }
    expect((await proofBar(db)).difference).toBe(0n);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("a transaction that breaks off leaves nothing", async () => {
    const program = await fundedProgram(db);
    const target = await executed(program);
    const lineId = await incoming(`RETUR ${target.reference}`);
    const input = { key: newId(), lineId, ...target };
    const broken = db.transaction().execute(async (trx) => {
      await matchReturnLine(trx, desk.reconciler, input);
      throw new Error("listrik padam");
    });
    await expect(broken).rejects.toThrow("listrik padam");
    expect(await disbursement(target)).toMatchObject({ status: "executed", bank_reference: "BNK-1" });
    expect(await lineOf(lineId)).toMatchObject({ status: "imported" });
    await run(db, matchReturnLine, desk.reconciler, input);
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 10_000_000n, inTransit: 0n });
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
