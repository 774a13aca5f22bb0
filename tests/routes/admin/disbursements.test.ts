import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildBankAccount, buildIncomingLine } from "#db/seed/builders/bank";
import { type BuiltDesk, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";
import { type Target, acknowledged, fundedProgram, requested, sent } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { type Answer, type Fields, answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
});

const routes = {
  prepare: () => import("~/routes/admin/prepare-disbursement"),
  approve: () => import("~/routes/admin/approve-disbursement"),
  send: () => import("~/routes/admin/send-disbursement"),
  execute: () => import("~/routes/admin/execute-disbursement"),
  reject: () => import("~/routes/admin/reject-disbursement"),
  return: () => import("~/routes/admin/return-disbursement"),
  page: () => import("~/routes/admin/disbursement"),
};
type Step = keyof typeof routes;

async function post(step: Step, actor: Actor, { proposalId, disbursementId }: Target, fields: Fields = {}): Promise<Answer> {
  const { action } = (await routes[step]()) as { action?: unknown };
  return answerOf(action, actor, { params: { id: disbursementId }, fields: { kunci: newId(), proposalId, ...fields } });
}

async function look(step: Step, actor: Actor, { disbursementId }: Pick<Target, "disbursementId">): Promise<Answer> {
  const { loader } = (await routes[step]()) as { loader?: unknown };
  return answerOf(loader, actor, { params: { id: disbursementId } });
}

const statusOf = async ({ disbursementId }: Target) =>
  (await db.selectFrom("disbursements").select("status").where("id", "=", disbursementId).executeTakeFirstOrThrow()).status;

describe("the steps without fields", () => {
  it("lead back to the termin and say what was done, or why not", async () => {
    const target = await requested(db, await fundedProgram(db));
    const page = `/admin/penyaluran/${target.disbursementId}`;
    const early = await post("send", desk.disburser, target);
    expect(early).toMatchObject({ status: 303, location: page, said: { tone: "bad", code: expect.stringContaining("sudah berubah") } });
    expect(await post("prepare", desk.disburser, target)).toMatchObject({ location: page, said: { tone: "ok" } });
    expect(await post("prepare", desk.disburser, target)).toMatchObject({ said: { tone: "bad" } });
    expect(await post("approve", desk.disbursementApprover, target)).toMatchObject({ location: page, said: { tone: "ok" } });
    expect(await post("send", desk.disburser, target)).toMatchObject({ location: page, said: { tone: "ok" } });
    expect(await statusOf(target)).toBe("sent");
  });

  it("take a form sent twice once, and no form without its key or about nothing", async () => {
    const target = await requested(db, await fundedProgram(db));
    const kunci = newId();
    for (const _ of [1, 2]) expect(await post("prepare", desk.disburser, target, { kunci })).toMatchObject({ said: { tone: "ok" } });
    expect(await post("approve", desk.disbursementApprover, target, { kunci: "bukan-kunci" })).toMatchObject({ said: { tone: "bad" } });
    const nothing = { proposalId: "bukan-id", disbursementId: target.disbursementId };
    expect(await post("approve", desk.disbursementApprover, nothing)).toMatchObject({ status: 303, said: { tone: "bad" } });
    expect(await statusOf(target)).toBe("prepared");
  });

  it("tell who prepared that somebody else has to approve", async () => {
    const both = await buildActor(db, { organizationId: desk.organizationId, roles: ["disburser", "disbursement_approver"] });
    const target = await requested(db, await fundedProgram(db));
    await post("prepare", both, target);
    expect(await post("approve", both, target)).toMatchObject({
      said: { tone: "bad", code: expect.stringContaining("Minta petugas lain") },
    });
    expect(await statusOf(target)).toBe("prepared");
  });

  it("are for their own roles", async () => {
    const target = await requested(db, await fundedProgram(db));
    for (const [step, actor] of [
      ["prepare", desk.disbursementApprover],
      ["approve", desk.disburser],
      ["send", desk.disbursementApprover],
      ["execute", desk.disbursementApprover],
      ["return", desk.reconciler],
      ["reject", desk.verifier],
    ] as const) {
      expect([step, (await post(step, actor, target)).status]).toEqual([step, 403]);
    }
    expect(await statusOf(target)).toBe("requested");
  });
});

describe("recording that the bank carried it out", () => {
  it("names each mistake beside its field and keeps what was typed", async () => {
    const target = await sent(db, await fundedProgram(db), desk);
    const unread = await post("execute", desk.disburser, target, { bankReference: "x", executedOn: "31/02/2026" });
    expect(unread).toMatchObject({ status: 400, result: { initialValue: { bankReference: "x", executedOn: "31/02/2026" } } });
    expect(unread.result?.error).toEqual({ bankReference: ["too_short"], executedOn: ["not_a_day"] });
    const long = await post("execute", desk.disburser, target, { bankReference: "9".repeat(61), executedOn: today() });
    expect(long.result?.error).toEqual({ bankReference: ["too_long"] });

    for (const [executedOn, text] of [
      [addDays(today(), 1), "Tanggal ini belum tiba."],
      [addDays(today(), -2), "Tanggal ini lebih dulu daripada pengiriman ke bank."],
    ] as const) {
      const refused = await post("execute", desk.disburser, target, { bankReference: "BNK-77", executedOn });
      expect(refused).toMatchObject({ status: 400, result: { initialValue: { bankReference: "BNK-77", executedOn } } });
      expect(refused.result?.error).toEqual({ executedOn: [text] });
    }
    expect(await statusOf(target)).toBe("sent");
    const fields = { bankReference: "BNK-77", executedOn: today(), kunci: newId() };
    for (const _ of [1, 2]) expect(await post("execute", desk.disburser, target, fields)).toMatchObject({ status: 303 });
    expect(await statusOf(target)).toBe("executed");
  });

  it("has no form but while the bank has the order", async () => {
    const target = await requested(db, await fundedProgram(db));
    expect(await look("execute", desk.disburser, target)).toMatchObject({
      status: 302,
      location: `/admin/penyaluran/${target.disbursementId}`,
    });
    const late = await post("execute", desk.disburser, target, { bankReference: "BNK-77", executedOn: today() });
    expect(late.result?.error).toEqual({ "": [expect.stringContaining("sudah berubah")] });
    expect(late.result?.initialValue).toMatchObject({ bankReference: "BNK-77" });
    expect((await look("execute", desk.disburser, { disbursementId: newId() })).status).toBe(404);
    expect((await look("page", desk.auditor, { disbursementId: "bukan-id" })).status).toBe(404);
  });
});

describe.each([
  ["reject", "requested", "rejected"],
  ["return", "sent", "returned"],
] as const)("the reason to %s", (step, from, to) => {
  const waiting = async () => (from === "sent" ? sent(db, await fundedProgram(db), desk) : requested(db, await fundedProgram(db)));

  it("is asked for beside its field, and kept when it is too long", async () => {
    const target = await waiting();
    for (const [reason, error] of [
      ["", "required"],
      ["  no ", "too_short"],
      ["a".repeat(501), "too_long"],
    ] as const) {
      const answer = await post(step, desk.disburser, target, { reason });
      expect([answer.status, answer.result?.error]).toEqual([400, { reason: [error] }]);
      if (reason.trim()) expect(answer.result?.initialValue).toMatchObject({ reason });
    }
    expect(await statusOf(target)).toBe(from);
    expect(await post(step, desk.disburser, target, { reason: "Rekening sudah ditutup" })).toMatchObject({
      status: 303,
      location: `/admin/penyaluran/${target.disbursementId}`,
      said: { tone: "ok" },
    });
    expect(await statusOf(target)).toBe(to);
  });

  it("isn't lost when somebody else was faster", async () => {
    const target = await waiting();
    await post(step, desk.disburser, target, { reason: "Rekening sudah ditutup" });
    const late = await post(step, desk.disburser, target, { reason: "Nama tidak sesuai" });
    expect(late).toMatchObject({ status: 400, result: { initialValue: { reason: "Nama tidak sesuai" } } });
    expect(late.result?.error).toEqual({ "": [expect.stringContaining("sudah berubah")] });
    expect((await look(step, desk.disburser, target)).status).toBe(302);
  });
});

describe("a transfer that came back", () => {
  const retur = async (lineId: string, fields: Fields) => {
    const { action } = await import("~/routes/admin/match-return-line");
    return answerOf(action, desk.reconciler, { params: { id: lineId }, fields: { kunci: newId(), ...fields } });
  };

  it("is recorded by the reconciler, shown in the history, and taken back with a reason", async () => {
    const target = await sent(db, await fundedProgram(db), desk);
    await post("execute", desk.disburser, target, { bankReference: "BNK-78", executedOn: today() });
    const { reference } = await db
      .selectFrom("disbursements")
      .select("reference")
      .where("id", "=", target.disbursementId)
      .executeTakeFirstOrThrow();
    const { bankAccountId } = await buildBankAccount(db);
    const { lineId } = await buildIncomingLine(db, { bankAccountId, amount: 5_000_000n, description: `RETUR ${reference}` });
    const fields = { program: target.proposalId, penyaluran: target.disbursementId, kode: reference };
    expect(await retur(lineId, { ...fields, kode: "SNGD260001X" })).toMatchObject({
      location: `/admin/rekonsiliasi/baris/${lineId}`,
      said: { tone: "bad" },
    });
    expect(await retur(lineId, fields)).toMatchObject({ location: "/admin/rekonsiliasi", said: { tone: "ok" } });
    expect((await look("page", desk.auditor, target)).data).toMatchObject({
      disbursement: { status: "returned", returns: [{ reference, bankReference: "BNK-78", reason: `RETUR ${reference}`, lineId }] },
    });

    const { action } = await import("~/routes/admin/release-return-line");
    const release = (alasan: string) => answerOf(action, desk.reconciler, { params: { id: lineId }, fields: { kunci: newId(), alasan } });
    expect(await release(" ")).toMatchObject({ said: { tone: "bad", code: "Tulis alasannya." } });
    expect(await release("Setoran orang lain")).toMatchObject({ said: { tone: "ok" } });
    expect(await statusOf(target)).toBe("executed");
  });

  it("is refused in words once the community has acknowledged the money", async () => {
    const target = await acknowledged(db, await fundedProgram(db), desk);
    const { reference } = await db
      .selectFrom("disbursements")
      .select("reference")
      .where("id", "=", target.disbursementId)
      .executeTakeFirstOrThrow();
    const { bankAccountId } = await buildBankAccount(db);
    const { lineId } = await buildIncomingLine(db, { bankAccountId, amount: 5_000_000n, description: "RETUR" });
    const answer = await retur(lineId, { program: target.proposalId, penyaluran: target.disbursementId, kode: reference });
    expect(answer.said).toMatchObject({ tone: "bad", code: expect.stringContaining("sudah mengakui") });
  });
});
