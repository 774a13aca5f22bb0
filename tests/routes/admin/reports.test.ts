import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { saveReport } from "~/features/impact/save-report.server";
import { startReport } from "~/features/impact/start-report.server";
import { submitReport } from "~/features/impact/submit-report.server";
import { newId } from "~/kernel/ids";
import { type BuiltDesk, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { acknowledged, fullReport, fundedProgram, receipted } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { run } from "#tests/support/pledges";
import { type Answer, type Call, answerOf } from "#tests/support/routes";

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
  report: () => import("~/routes/admin/report"),
  publish: () => import("~/routes/admin/publish-report"),
  receipts: () => import("~/routes/admin/receipts"),
  approveReceipt: () => import("~/routes/admin/approve-receipt"),
  rejectReceipt: () => import("~/routes/admin/reject-receipt"),
};
type Page = keyof typeof routes;

async function call(page: Page, actor: Actor, sent: Call): Promise<Answer> {
  const { action, loader } = (await routes[page]()) as { action?: unknown; loader?: unknown };
  return answerOf(sent.fields ? action : loader, actor, sent);
}

/** A program whose first termin the community has, with a receipt of it, and a report that was sent. */
async function reported(amount = 4_000_000n): Promise<{ program: BuiltProgram; receiptId: string; reportId: string }> {
  const program = await fundedProgram(db);
  const { proposalId, community } = program;
  await acknowledged(db, program, desk);
  const receiptId = await receipted(db, program, amount);
  const { reportId } = await run(db, startReport, community.editor, { proposalId, trancheN: 1 });
  const { version } = await run(db, saveReport, community.editor, { proposalId, reportId, version: 1, patch: fullReport(program) });
  await run(db, submitReport, community.chair, { proposalId, reportId, version });
  return { program, receiptId, reportId };
}

const receiptStatus = async (id: string) =>
  (await db.selectFrom("receipts").select("status").where("id", "=", id).executeTakeFirstOrThrow()).status;
const reportStatus = async (id: string) =>
  (await db.selectFrom("reports").select("status").where("id", "=", id).executeTakeFirstOrThrow()).status;

describe("a receipt", () => {
  it("is turned down with a reason, asked for beside its field and kept", async () => {
    const { program, receiptId } = await reported();
    const search = `?program=${program.proposalId}&kembali=${encodeURIComponent("/admin/laporan/nota?termin=1")}`;
    const reject = (reason: string, at = search) =>
      call("rejectReceipt", desk.verifier, { params: { id: receiptId }, search: at, fields: { reason } });
    for (const [reason, error] of [
      ["", "required"],
      ["abc", "too_short"],
      ["a".repeat(501), "too_long"],
    ] as const) {
      const answer = await reject(reason);
      expect([answer.status, answer.result?.error]).toEqual([400, { reason: [error] }]);
      if (reason) expect(answer.result?.initialValue).toMatchObject({ reason });
    }
    const elsewhere = await reject("Tanggal tidak terbaca", `?program=${newId()}`);
    expect([elsewhere.status, Object.keys(elsewhere.result?.error ?? {})]).toEqual([400, [""]]);
    expect(await receiptStatus(receiptId)).toBe("submitted");

    expect(await reject("Tanggal tidak terbaca")).toMatchObject({
      status: 303,
      location: "/admin/laporan/nota?termin=1",
      said: { tone: "ok" },
    });
    const late = await reject("Nama toko tidak ada");
    expect(late).toMatchObject({ status: 400, result: { initialValue: { reason: "Nama toko tidak ada" } } });
    expect(late.result?.error).toEqual({ "": [expect.stringContaining("sudah diputuskan")] });
    expect((await call("rejectReceipt", desk.verifier, { params: { id: receiptId }, search })).status).toBe(404);
  });

  it("is approved once, and leads nowhere outside", async () => {
    const { program, receiptId } = await reported();
    const approve = (fields: Record<string, string>) =>
      call("approveReceipt", desk.verifier, { params: { id: receiptId }, fields: { proposalId: program.proposalId, ...fields } });
    expect(await approve({ kunci: "" })).toMatchObject({ said: { tone: "bad" } });
    expect(await receiptStatus(receiptId)).toBe("submitted");
    const kunci = newId();
    expect(await approve({ kunci, kembali: "https://contoh.example/" })).toMatchObject({
      status: 303,
      location: "/admin/laporan",
      said: { tone: "ok" },
    });
    expect(await approve({ kunci })).toMatchObject({ said: { tone: "ok" } });
    expect(await approve({ kunci: newId() })).toMatchObject({ said: { tone: "bad", code: expect.stringContaining("sudah diputuskan") } });
    const accounted = await db
      .selectFrom("program_flow")
      .select("accounted")
      .where("proposal_id", "=", program.proposalId)
      .executeTakeFirst();
    expect(accounted).toEqual({ accounted: 4_000_000n });
  });

  it("is for verifiers, and its list for who names a termin that is there", async () => {
    const { program, receiptId } = await reported();
    const fields = { kunci: newId(), proposalId: program.proposalId, reason: "Tidak terbaca" };
    for (const page of ["approveReceipt", "rejectReceipt"] as const) {
      expect((await call(page, desk.administrator, { params: { id: receiptId }, fields })).status).toBe(403);
    }
    const list = (search: string) => call("receipts", desk.auditor, { search });
    expect((await list(`?program=${program.proposalId}&termin=1`)).data).toMatchObject({
      receipts: [{ id: receiptId }],
      isVerifier: false,
    });
    for (const search of ["", "?program=bukan-id&termin=1", `?program=${program.proposalId}&termin=satu`, `?program=${newId()}&termin=1`]) {
      expect([search, (await list(search)).status]).toEqual([search, 404]);
    }
  });
});

describe("a report", () => {
  it("is given back with a note, asked for beside its field and kept", async () => {
    const { reportId } = await reported();
    const revise = (note: string) => call("report", desk.verifier, { params: { id: reportId }, fields: { note } });
    for (const [note, error] of [
      ["", "required"],
      [" apa ", "too_short"],
      ["a".repeat(1001), "too_long"],
    ] as const) {
      const answer = await revise(note);
      expect([answer.status, answer.result?.error]).toEqual([400, { note: [error] }]);
      if (note.trim()) expect(answer.result?.initialValue).toMatchObject({ note });
    }
    expect(await reportStatus(reportId)).toBe("submitted");
    expect(await revise("Sebutkan jumlah lansia.")).toMatchObject({ status: 303, location: "/admin/laporan", said: { tone: "ok" } });
    const late = await revise("Sebutkan jumlah anak.");
    expect(late).toMatchObject({ status: 400, result: { initialValue: { note: "Sebutkan jumlah anak." } } });
    expect(late.result?.error).toEqual({ "": [expect.stringContaining("sudah berubah")] });
  });

  it("is published only with its receipts decided and enough of them, by somebody else than who sent it", async () => {
    const { program, receiptId, reportId } = await reported(2_499_999n);
    const publish = (actor: Actor, kunci = newId()) =>
      call("publish", actor, { params: { id: reportId }, fields: { kunci, proposalId: program.proposalId } });
    const refused = async (text: string) => {
      const answer = await publish(desk.verifier);
      expect(answer).toMatchObject({ status: 303, location: `/admin/laporan/${reportId}`, said: { tone: "bad" } });
      expect(answer.said?.code).toContain(text);
    };
    await refused("nota yang belum diputuskan");
    const approve = (id: string) =>
      call("approveReceipt", desk.verifier, { params: { id }, fields: { kunci: newId(), proposalId: program.proposalId } });
    await approve(receiptId);
    await refused("separuh dana termin");
    await approve(await receipted(db, program, 1n));
    expect((await publish(desk.auditor)).status).toBe(403);
    const kunci = newId();
    for (const _ of [1, 2]) expect(await publish(desk.verifier, kunci)).toMatchObject({ said: { tone: "ok" } });
    expect(await reportStatus(reportId)).toBe("published");
    await refused("sudah berubah");
  });

  it("isn't there for who made the number up, nor for people outside the desk", async () => {
    const { program, reportId } = await reported();
    const outsider = await buildActor(db, { name: "Tanpa Organisasi" });
    expect((await call("report", desk.verifier, { params: { id: newId() } })).status).toBe(404);
    expect((await call("report", desk.verifier, { params: { id: "bukan-id" }, fields: { note: "Perbaiki fotonya" } })).status).toBe(404);
    for (const actor of [outsider, program.community.chair]) {
      expect((await call("report", actor, { params: { id: reportId } })).status).toBe(403);
    }
  });
});
