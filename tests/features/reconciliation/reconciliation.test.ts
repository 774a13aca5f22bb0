import { describe, expect, it } from "vitest";
import type { Operation } from "~/features/identity/guard.server";
import { acceptMatch } from "~/features/reconciliation/accept-match.server";
import { allocateLine } from "~/features/reconciliation/allocate-line.server";
import { ignoreLine } from "~/features/reconciliation/ignore-line.server";
import { importStatement } from "~/features/reconciliation/import-statement.server";
import { matchDisbursementLine } from "~/features/reconciliation/match-disbursement-line.server";
import { releaseDisbursementLine } from "~/features/reconciliation/release-disbursement-line.server";
import type { ColumnMapping } from "~/features/reconciliation/statements/statement";
import { restoreIgnoredLine } from "~/features/reconciliation/restore-ignored-line.server";
import { reverseAllocation } from "~/features/reconciliation/reverse-allocation.server";
import type { Actor } from "~/features/identity/actor";
import { drawFromPledges } from "~/features/ledger/draw-from-pledges.server";
import { isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { makeReference } from "~/kernel/reference";
import { now, today } from "~/platform/clock.server";
import { buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { account as accountOf, line } from "#tests/support/statements";

const db = await testDatabase();
const desk = await buildPlatformDesk(db);
const { reconciler } = desk;
const bytes = (text: string) => new TextEncoder().encode(text);

function run<Input, Output>(operation: Operation<Input, Output>, input: Input, actor: Actor = reconciler): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return "done";
}

const account = () => accountOf(db, reconciler);

async function pledge(instalments: bigint[], name = `PT Gamping ${newId().slice(-8)}`) {
  const program = await buildPublishedProgram(db, { lines: [instalments.reduce((a, b) => a + b, 0n)] });
  const company = await buildCompany(db, { name });
  return buildCommittedPledge(db, { program, company, instalments });
}

const payment = (id: string) => db.selectFrom("payments").select(["status", "received"]).where("id", "=", id).executeTakeFirstOrThrow();

async function proof(): Promise<bigint> {
  const row = await db.selectFrom("bank_proof").select("difference").executeTakeFirstOrThrow();
  return row.difference ?? -1n;
}

const brokenStates = () => brokenInvariants(db);

describe("import", () => {
  it("posts exact references by itself, keeps the excess open, and leaves the rest in suspense", async () => {
    const { load, linesOf } = await account();
    const exact = await pledge([25_000_000n]);
    const less = await pledge([40_000_000n]);
    const more = await pledge([10_000_000n]);
    await load([
      line(25_000_000n, `TRSF E-BANKING CR ${exact.payments[0]?.reference} TAHAP 1`),
      line(15_000_000n, `BI-FAST ${less.payments[0]?.reference.replace(/^SNG/, "SNG ")}`),
      line(12_500_000n, `KLIRING ${more.payments[0]?.reference}`),
      line(2_500_000n, "SETOR TUNAI CAB CEPU"),
    ]);
    expect((await linesOf()).map((l) => [l.status, l.allocated])).toEqual([
      ["posted", 25_000_000n],
      ["posted", 15_000_000n],
      ["matched", 10_000_000n],
      ["imported", 0n],
    ]);
    expect(await payment(exact.payments[0]?.paymentId ?? "")).toEqual({ status: "received", received: 25_000_000n });
    expect(await payment(less.payments[0]?.paymentId ?? "")).toEqual({ status: "partly_received", received: 15_000_000n });
    expect(await proof()).toBe(0n);
    expect(await brokenStates()).toEqual([]);
  });

  it("changes nothing the second time, and adds only new lines of overlapping files", async () => {
    const { load, linesOf, bankAccountId } = await account();
    const morning = [line(50_000n, "BIAYA METERAI", "out"), line(50_000n, "BIAYA METERAI", "out"), line(1_000_000n, "SETORAN")];
    const first = await load(morning, 5_000_000n).catch((error) => error.code);
    expect(first).toBe("gap_open");
    await db.updateTable("bank_accounts").set({ opening_balance: 5_000_000n }).where("id", "=", bankAccountId).execute();
    const { importId } = await load(morning, 5_000_000n);
    expect(await load(morning, 5_000_000n)).toEqual({ importId, again: true });
    await load([...morning, line(50_000n, "BIAYA METERAI", "out"), line(700_000n, "SETORAN LAIN")], 5_000_000n);
    expect((await linesOf()).map((l) => l.amount)).toEqual([50_000n, 50_000n, 1_000_000n, 50_000n, 700_000n]);
    expect(await proof()).toBe(0n);
  });

  it("gives two imports of one file at once a single result", async () => {
    const { bankAccountId, file, linesOf } = await account();
    const content = file([line(3_000_000n, "SETORAN A"), line(4_000_000n, "SETORAN B")]);
    const input = { bankAccountId, fileName: "mutasi.csv", bytes: content };
    const results = await Promise.all(Array.from({ length: 6 }, () => run(importStatement, input)));
    expect(new Set(results.map((r) => r.importId)).size).toBe(1);
    expect(results.filter((r) => !r.again)).toHaveLength(1);
    expect(await linesOf()).toHaveLength(2);
  });

  it("stores nothing of a file with a broken line, wrong totals, another account, or that is no text", async () => {
    const { bankAccountId, file, linesOf } = await account();
    const text = new TextDecoder().decode(file([line(3_000_000n, "SETORAN A"), line(4_000_000n, "SETORAN B")]));
    const attempt = (content: Uint8Array | string) =>
      run(importStatement, { bankAccountId, fileName: "mutasi.csv", bytes: typeof content === "string" ? bytes(content) : content }).catch(
        (error) => [error.code, error.details.problem, error.details.line],
      );
    expect(await attempt(text.replace("4,000,000.00 CR", "4,0E+06 CR"))).toEqual(["statement_unreadable", "number_mangled", 10]);
    expect(await attempt(text.replace("Mutasi Kredit : 7,000,000.00", "Mutasi Kredit : 8,000,000.00"))).toEqual([
      "statement_unreadable",
      "totals_differ",
      undefined,
    ]);
    expect(await attempt(text.replace(/No\. rekening : \d+/, "No. rekening : 1234567"))).toEqual([
      "statement_unreadable",
      "account_differs",
      undefined,
    ]);
    expect(await attempt(text.replace('"3,000,000.00"', '"3,000,001.00"'))).toEqual(["balance_breaks", undefined, 9]);
    expect(await attempt(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]))).toEqual(["statement_unreadable", "file_is_spreadsheet", undefined]);
    expect(await attempt("")).toEqual(["statement_unreadable", "file_empty", undefined]);
    expect(await linesOf()).toEqual([]);
    expect(await db.selectFrom("statement_imports").select("id").where("bank_account_id", "=", bankAccountId).execute()).toEqual([]);
  });

  it("remembers how a bank's columns are read, and takes the night's version of a day for the same lines", async () => {
    const { bankAccountId, linesOf } = await account();
    const csv = (rows: string[]) => bytes(["Tgl;Uraian;Mutasi;Arah;Sisa", ...rows].join("\n"));
    const [day, month] = [today().slice(8), today().slice(5, 7)];
    const mapping: ColumnMapping = { columns: ["date", "description", "amount", "direction", "balance"], dateOrder: "dmy", decimal: "," };
    const noon = csv([`${day}/${month};TRSF PT SATU WS_OB;1.000.000,00;K;1.000.000,00`]);
    const night = csv([
      `${day}/${month};TRSF PT SATU WS_OB;REF 9912;1.000.000,00;K;1.000.000,00`.replace("WS_OB;REF", "WS_OB REF"),
      `${day}/${month};BIAYA;2.500,00;D;997.500,00`,
    ]);
    await run(importStatement, { bankAccountId, fileName: "siang.csv", bytes: noon, mapping, saveMapping: true });
    const { importId } = await run(importStatement, { bankAccountId, fileName: "malam.csv", bytes: night });
    expect((await linesOf()).map((l) => [l.direction, l.amount, l.balance_after])).toEqual([
      ["in", 1_000_000n, 1_000_000n],
      ["out", 2_500n, 997_500n],
    ]);
    const counts = await db
      .selectFrom("statement_imports")
      .select(["lines_new", "lines_known"])
      .where("id", "=", importId)
      .executeTakeFirstOrThrow();
    expect(counts).toEqual({ lines_new: 1, lines_known: 1 });
  });

  it("does not post by itself again what a person has taken back", async () => {
    const { load, linesOf } = await account();
    const paid = await pledge([6_000_000n]);
    const first = [line(6_000_000n, `TRSF ${paid.payments[0]?.reference}`)];
    await load(first);
    const allocation = await db.selectFrom("allocations").select("id").where("pledge_id", "=", paid.pledgeId).executeTakeFirstOrThrow();
    await run(reverseAllocation, { key: newId(), allocationId: allocation.id, reason: "Bukan milik mereka" });
    await load([...first, line(1_000n, "LAIN")]);
    expect((await linesOf())[0]?.status).toBe("imported");
    expect(await payment(paid.payments[0]?.paymentId ?? "")).toEqual({ status: "expected", received: 0n });
  });

  it("is for reconcilers only", async () => {
    const { bankAccountId, file } = await account();
    const input = { bankAccountId, fileName: "mutasi.csv", bytes: file([line(1_000n, "X")]) };
    for (const actor of [desk.disburser, desk.administrator, desk.auditor])
      expect(await refusal(run(importStatement, input, actor))).toBe("not_allowed");
  });
});

describe("deciding", () => {
  it("splits one line over two payments of a company, and takes one back without touching the other", async () => {
    const { load, linesOf } = await account();
    const name = `PT BPR Loka Artha ${"ABCDEFGHIJ".slice(0, 4)} (Perseroda)`;
    const two = await pledge([45_000_000n, 17_000_000n], name);
    await load([line(62_000_000n, "KLIRING LOKA ARTHA ABCD PERSERODA TJSL NOV")]);
    const [bankLine] = await linesOf();
    const { allocationIds } = await run(acceptMatch, { key: newId(), lineId: bankLine?.id ?? "" });
    expect(allocationIds).toHaveLength(2);
    const kept = await db
      .selectFrom("allocations")
      .select(["score", "reasons"])
      .where("id", "=", allocationIds[0] ?? "")
      .executeTakeFirstOrThrow();
    expect(kept.score).toBeGreaterThanOrEqual(60);
    expect((await linesOf())[0]?.status).toBe("posted");

    await run(reverseAllocation, { key: newId(), allocationId: allocationIds[0] ?? "", reason: "Salah program" });
    expect((await linesOf())[0]).toMatchObject({ status: "matched", allocated: 17_000_000n });
    expect(await Promise.all(two.payments.map((p) => payment(p.paymentId)))).toEqual([
      { status: "expected", received: 0n },
      { status: "received", received: 17_000_000n },
    ]);
    expect(await refusal(run(reverseAllocation, { key: newId(), allocationId: allocationIds[0] ?? "", reason: "lagi" }))).toBe(
      "already_reversed",
    );
    expect(await proof()).toBe(0n);
    expect(await brokenStates()).toEqual([]);
  });

  it("refuses to take back money that has been disbursed", async () => {
    const { load, linesOf } = await account();
    const paid = await pledge([8_000_000n]);
    await load([line(8_000_000n, `TRSF ${paid.payments[0]?.reference}`)]);
    await executedDisbursement(paid.proposalId, 8_000_000n, 1);
    const allocation = await db.selectFrom("allocations").select("id").where("pledge_id", "=", paid.pledgeId).executeTakeFirstOrThrow();
    expect(await refusal(run(reverseAllocation, { key: newId(), allocationId: allocation.id, reason: "Salah" }))).toBe("fund_insufficient");
    expect((await linesOf())[0]?.status).toBe("posted");
  });

  it("accepts a line once, also when two people press at the same time", async () => {
    const { load, linesOf } = await account();
    const one = await pledge([9_000_000n]);
    await load([line(9_000_000n, "TRANSFER TANPA BERITA")]);
    const lineId = (await linesOf())[0]?.id ?? "";
    const parts = [{ lineId, proposalId: one.proposalId, paymentId: one.payments[0]?.paymentId ?? "", amount: 9_000_000n }];
    const codes = await Promise.all(Array.from({ length: 5 }, () => refusal(run(allocateLine, { key: newId(), lineId, parts }))));
    expect(codes.sort()).toEqual(["done", "line_closed", "line_closed", "line_closed", "line_closed"]);
    const key = newId();
    const again = () => run(allocateLine, { key, lineId, parts });
    await expect(again()).rejects.toMatchObject({ code: "line_closed" });
    expect(await payment(one.payments[0]?.paymentId ?? "")).toEqual({ status: "received", received: 9_000_000n });
  });

  it("answers a form sent twice with the first result", async () => {
    const { load, linesOf } = await account();
    const one = await pledge([9_000_000n]);
    await load([line(12_000_000n, "TRANSFER TANPA BERITA")]);
    const lineId = (await linesOf())[0]?.id ?? "";
    const parts = [{ lineId, proposalId: one.proposalId, paymentId: one.payments[0]?.paymentId ?? "", amount: 4_000_000n }];
    const input = { key: newId(), lineId, parts };
    const results = await Promise.all([run(allocateLine, input), run(allocateLine, input)]);
    expect(results[0]).toEqual(results[1]);
    expect((await linesOf())[0]?.allocated).toBe(4_000_000n);
    const over = parts.map((part) => ({ ...part, amount: 8_000_001n }));
    expect(await refusal(run(allocateLine, { key: newId(), lineId, parts: over }))).toBe("line_over_allocated");
    const overPayment = parts.map((part) => ({ ...part, amount: 6_000_000n }));
    expect(await refusal(run(allocateLine, { key: newId(), lineId, parts: overPayment }))).toBe("payment_overpaid");
  });

  it("books interest, its tax and charges outside programs, also below zero, and opens them again", async () => {
    const { load, linesOf } = await account();
    await load([line(1_000_000n, "SETORAN"), line(6_500n, "BIAYA ADM", "out"), line(5_000n, "BUNGA"), line(1_000n, "PAJAK BUNGA", "out")]);
    const [, fee, interest, tax] = await linesOf();
    await run(ignoreLine, { key: newId(), lineId: fee?.id ?? "", reason: "bank_charge" });
    expect(await proof()).toBe(0n);
    await run(ignoreLine, { key: newId(), lineId: interest?.id ?? "", reason: "bank_interest" });
    await run(ignoreLine, { key: newId(), lineId: tax?.id ?? "", reason: "interest_tax", note: "PPh 20%" });
    expect(await proof()).toBe(0n);
    expect(await refusal(run(ignoreLine, { key: newId(), lineId: fee?.id ?? "", reason: "bank_charge" }))).toBe("line_closed");
    await run(restoreIgnoredLine, { key: newId(), lineId: fee?.id ?? "" });
    await run(restoreIgnoredLine, { key: newId(), lineId: interest?.id ?? "" });
    expect((await linesOf()).map((l) => l.status)).toEqual(["imported", "imported", "imported", "ignored"]);
    expect(await refusal(run(ignoreLine, { key: newId(), lineId: fee?.id ?? "", reason: "bank_interest" }))).toBe("reason_unfit");
    expect(await refusal(run(ignoreLine, { key: newId(), lineId: fee?.id ?? "", reason: "other" }))).toBe("note_missing");
    expect(await proof()).toBe(0n);
  });

  it("finds the disbursement of an outgoing line, by itself with its reference and by hand without", async () => {
    const { load, linesOf, bankAccountId } = await account();
    const paid = await pledge([8_000_000n]);
    await load([line(8_000_000n, `TRSF ${paid.payments[0]?.reference}`)]);
    const sent = await executedDisbursement(paid.proposalId, 3_000_000n, 1);
    const other = await executedDisbursement(paid.proposalId, 2_000_000n, 2);
    expect(await proof()).toBe(0n);
    const all = [
      line(8_000_000n, `TRSF ${paid.payments[0]?.reference}`),
      line(3_000_000n, `TRSF DB ${sent.reference}`, "out"),
      line(2_000_000n, "TRSF DB BENDAHARA", "out"),
    ];
    await load(all);
    const lines = await linesOf();
    expect(lines.map((l) => l.status)).toEqual(["posted", "posted", "imported"]);
    const lineId = lines[2]?.id ?? "";
    expect(
      await refusal(run(matchDisbursementLine, { key: newId(), lineId, proposalId: paid.proposalId, reference: sent.reference })),
    ).toBe("disbursement_matched");
    await run(matchDisbursementLine, { key: newId(), lineId, proposalId: paid.proposalId, reference: other.reference });
    expect(
      await db.selectFrom("disbursements").select("bank_line_id").where("id", "=", other.id.disbursementId).executeTakeFirst(),
    ).toEqual({ bank_line_id: lineId });
    await run(releaseDisbursementLine, { key: newId(), lineId, reason: "Bukan ini" });
    expect((await linesOf())[2]).toMatchObject({ status: "imported", allocated: 0n, bank_account_id: bankAccountId });
    expect(await proof()).toBe(0n);
  });
});

let disbursementNumber = 100;

async function executedDisbursement(proposalId: string, amount: bigint, tranche: number) {
  disbursementNumber += 1;
  const reference = makeReference("SNGD", 2026, disbursementNumber);
  const id = { proposalId, disbursementId: newId() };
  const { id: payee } = await db.selectFrom("payee_accounts").select("id").limit(1).executeTakeFirstOrThrow();
  await db
    .insertInto("disbursements")
    .values({
      proposal_id: proposalId,
      id: id.disbursementId,
      tranche_n: tranche,
      amount,
      status: "executed",
      payee_account_id: payee,
      reference,
      requested_by: reconciler.userId,
      requested_at: now(),
      prepared_by: desk.disburser.userId,
      approved_by: desk.disbursementApprover.userId,
      executed_on: today(),
      bank_reference: "BR",
    })
    .execute();
  await db
    .insertInto("disbursement_references")
    .values({ reference, proposal_id: proposalId, disbursement_id: id.disbursementId })
    .execute();
  await db.transaction().execute((trx) =>
    drawFromPledges(trx, {
      proposalId,
      kind: "disbursement",
      amount,
      source: { kind: "disbursement", id: id.disbursementId },
      occurredOn: today(),
      postedBy: null,
    }),
  );
  return { id, reference };
}
