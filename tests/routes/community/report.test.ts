import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { startReport } from "~/features/impact/start-report.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { acknowledged, fullReport, fundedProgram, paper, requested, sent } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { run } from "#tests/support/pledges";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
let stranger: BuiltCommunity;
let program: BuiltProgram;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  stranger = await buildCommunity(db);
  program = await fundedProgram(db);
  await acknowledged(db, program, desk);
});

type Fields = Record<string, string | string[] | File>;
type Answer = {
  status: number;
  location?: string | null;
  data?: { result?: { initialValue: object; error: object }; sheet?: { unread: object; draft: object; version: number }; refusal?: string };
};
type Handler = (args: never) => unknown;

async function answerOf(handler: Handler, actor: Actor, params: Record<string, string>, fields?: Fields): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) for (const one of [value].flat()) body.append(name, one);
  const headers = { "x-test-user": actor.userId };
  const request = new Request("http://localhost/ruang/lembaga/program", fields ? { method: "POST", body, headers } : { headers });
  try {
    const answer = (await handler({ request, params, context: {} } as never)) as Answer["data"] & {
      data?: Answer["data"];
      init?: { status: number };
    };
    if (answer instanceof Response) return { status: answer.status, location: answer.headers.get("location") };
    return answer?.init
      ? { status: answer.init.status, ...(answer.data && { data: answer.data }) }
      : { status: 200, ...(answer && { data: answer }) };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location") };
  }
}

const at = (n = "1") => ({ slug: program.slug, n });

function receipt(changed: Fields = {}): Fields {
  return {
    kunci: newId(),
    amount: "1.250.000",
    budgetLineId: program.budgetLines[0]?.id ?? "",
    spentOn: today(),
    vendor: "Toko Tani",
    description: "Bibit cabai",
    file: paper(),
    ...changed,
  };
}

describe("the receipt form", () => {
  it("keeps what was typed, with each mistake beside its field", async () => {
    const { action } = await import("~/routes/community/add-receipt");
    const answer = await answerOf(action, program.community.editor, at(), receipt({ amount: "banyak", spentOn: "31/02/2026", vendor: "" }));
    expect(answer.status).toBe(400);
    expect(answer.data?.result?.initialValue).toMatchObject({ amount: "banyak", spentOn: "31/02/2026", description: "Bibit cabai" });
    expect(answer.data?.result?.error).toEqual({ amount: ["not_rupiah"], spentOn: ["not_a_day"], vendor: ["required"] });
  });

  it("says beside the field what the termin can't carry, and keeps the rest", async () => {
    const { action } = await import("~/routes/community/add-receipt");
    const answer = await answerOf(action, program.community.editor, at(), receipt({ amount: "6.000.000" }));
    expect(answer.status).toBe(400);
    expect(answer.data?.result?.error).toEqual({ amount: [expect.stringContaining("5.000.000")] });
    expect(answer.data?.result?.initialValue).toMatchObject({ amount: "6.000.000", vendor: "Toko Tani" });
  });

  it("says beside the field what is left of the RAB line, and keeps the rest", async () => {
    const { action } = await import("~/routes/community/add-receipt");
    const line = program.budgetLines[2]?.id ?? "";
    const answer = await answerOf(action, program.community.editor, at(), receipt({ amount: "1.000.001", budgetLineId: line }));
    expect(answer.status).toBe(400);
    expect(answer.data?.result?.error).toEqual({ amount: [expect.stringMatching(/baris RAB.*Rp\s1\.000\.000/)] });
    expect(answer.data?.result?.initialValue).toMatchObject({ amount: "1.000.001", budgetLineId: line, vendor: "Toko Tani" });
  });

  it("keeps a sound receipt once, however often it is sent", async () => {
    const { action } = await import("~/routes/community/add-receipt");
    const fields = receipt();
    for (const _ of [1, 2]) expect((await answerOf(action, program.community.editor, at(), fields)).status).toBe(303);
    const kept = await db.selectFrom("receipts").select("amount").where("proposal_id", "=", program.proposalId).execute();
    expect(kept).toEqual([{ amount: 1_250_000n }]);
  });
});

describe("the report form", () => {
  it("keeps what it can't read, as it was typed, and saves the rest", async () => {
    const { action } = await import("~/routes/community/report");
    const { proposalId, community } = program;
    const { reportId } = await run(db, startReport, community.editor, { proposalId, trancheN: 1 });
    const indicator = program.indicators[0]?.id ?? "";
    const { headline, story } = fullReport(program);
    const fields = {
      versi: "1",
      headline,
      story,
      beneficiaries: "tiga puluh",
      women: "1.018",
      indicators: [indicator],
      [`actual.${indicator}`]: "12,5",
    };
    const answer = await answerOf(action, community.editor, at(), fields);
    expect(answer.status).toBe(400);
    expect(answer.data?.sheet).toMatchObject({ version: 2, unread: { beneficiaries: "tiga puluh" }, draft: { headline, women: 1018 } });
    const stored = await db.selectFrom("reports").select(["women", "unread"]).where("id", "=", reportId).executeTakeFirstOrThrow();
    expect(stored).toEqual({ women: 1018, unread: { beneficiaries: "tiga puluh" } });

    const late = await answerOf(action, community.chair, at(), { ...fields, headline: "Ditulis di tab lain" });
    expect(late.status).toBe(400);
    expect(late.data?.refusal).toMatch(/Orang lain/);
    expect(late.data?.sheet).toMatchObject({ version: 2, draft: { headline: "Ditulis di tab lain" } });

    const { action: autosave } = await import("~/routes/community/report-autosave");
    expect((await answerOf(autosave, community.editor, at(), { ...fields, versi: "2", beneficiaries: "30" })).status).toBe(200);
    expect((await answerOf(autosave, community.editor, at(), { ...fields, versi: "2" })).status).toBe(409);
  });
});

describe("another organisation", () => {
  it("finds none of these pages, and can send nothing to them", async () => {
    const pages: [string, Handler, Record<string, string>, Fields?][] = [];
    const { action: save, loader: report } = await import("~/routes/community/report");
    const { action: add, loader: form } = await import("~/routes/community/add-receipt");
    const { action: submit } = await import("~/routes/community/submit-report");
    const { action: request, loader: ask } = await import("~/routes/community/request-disbursement");
    const { action: acknowledge } = await import("~/routes/community/acknowledge-disbursement");
    const { loader: page } = await import("~/routes/community/program");
    pages.push(["report", report, at()], ["form", form, at()], ["ask", ask, at()], ["page", page, at()]);
    pages.push(["save", save, at(), { versi: "1" }], ["add", add, at(), receipt()], ["submit", submit, at(), { versi: "1" }]);
    pages.push(["request", request, at(), { kunci: newId(), termin: "2" }], ["acknowledge", acknowledge, at(), { kunci: newId() }]);
    for (const [name, handler, params, fields] of pages) {
      expect([name, (await answerOf(handler, stranger.chair, params, fields)).status]).toEqual([name, 404]);
    }
  });

  it("and other roles are kept out: an editor asks for no money", async () => {
    const { action } = await import("~/routes/community/request-disbursement");
    expect((await answerOf(action, program.community.editor, at(), { kunci: newId(), termin: "2" })).status).toBe(403);
    expect((await answerOf(action, desk.verifier, at(), { kunci: newId(), termin: "2" })).status).toBe(403);
  });
});

describe("asking for a termin", () => {
  it("says why not yet, and keeps the note", async () => {
    const { action } = await import("~/routes/community/request-disbursement");
    const answer = await answerOf(action, program.community.chair, at(), { kunci: newId(), termin: "2", note: "Sebelum musim tanam" });
    expect(answer.status).toBe(400);
    expect(answer.data?.result?.initialValue).toMatchObject({ note: "Sebelum musim tanam" });
    expect(answer.data?.result?.error).toEqual({ "": ["Laporan Termin 1 belum terbit."] });
  });

  it("leads from request to acknowledgement", async () => {
    const other = await fundedProgram(db);
    const { action: request } = await import("~/routes/community/request-disbursement");
    const asked = await answerOf(request, other.community.treasurer, { slug: other.slug }, { kunci: newId(), termin: "1" });
    expect(asked).toMatchObject({ status: 303, location: `/ruang/lembaga/program/${other.slug}` });
    await expect(requested(db, other)).rejects.toMatchObject({ code: "already_requested" });

    const { action: acknowledge } = await import("~/routes/community/acknowledge-disbursement");
    const early = await answerOf(acknowledge, other.community.treasurer, { slug: other.slug, n: "1" }, { kunci: newId() });
    expect(early.status).toBe(400);
    const third = await fundedProgram(db);
    await sent(db, third, desk);
    expect((await answerOf(acknowledge, third.community.chair, { slug: third.slug, n: "1" }, { kunci: newId() })).status).toBe(400);
  });
});

/** The hidden fields with which a page of the report is opened. */
async function opened(actor: Actor, n: string) {
  const { loader } = await import("~/routes/community/report");
  const { data } = (await answerOf(loader, actor, at(n))) as unknown as {
    data: { page: string; workspace: { report: { version: number; base: string } } };
  };
  return { versi: String(data.workspace.report.version), dasar: data.workspace.report.base, lembar: data.page, urutan: "0" };
}

describe("two writers of one report", () => {
  const typed = { headline: "Kebun pertama", story: "Warga menanam.", lessons: "Hujan." };
  const headlineOf = async (proposalId: string) =>
    db
      .selectFrom("reports")
      .select(["headline", "lessons", "beneficiaries"])
      .where("proposal_id", "=", proposalId)
      .executeTakeFirstOrThrow();

  it("join what they changed apart, choose where they collide, and never lose to an automatic save", async () => {
    const own = await fundedProgram(db);
    await acknowledged(db, own, desk);
    await run(db, startReport, own.community.editor, { key: newId(), proposalId: own.proposalId, trancheN: 1 });
    const before = program;
    program = own;
    try {
      const { action } = await import("~/routes/community/report");
      const { action: autosave } = await import("~/routes/community/report-autosave");
      const { editor, treasurer } = own.community;
      const first = await opened(editor, "1");
      expect((await answerOf(action, editor, at(), { ...first, ...typed })).status).toBe(303);
      const [one, two] = [await opened(editor, "1"), await opened(treasurer, "1")];
      await answerOf(action, editor, at(), { ...one, ...typed, headline: "Judul penyunting", beneficiaries: "12" });
      expect((await answerOf(autosave, treasurer, at(), { ...two, ...typed, urutan: "1", lessons: "Terlambat." })).status).toBe(409);
      const mine = { ...two, ...typed, headline: "Judul bendahara", lessons: "Bibit terlambat." };
      const collided = (await answerOf(action, treasurer, at(), mine)) as unknown as {
        status: number;
        data: { conflicts: { unit: string }[]; sheet: { version: number; base: string; draft: object } };
      };
      expect([collided.status, collided.data.conflicts.map(({ unit }) => unit)]).toEqual([400, ["headline"]]);
      expect(collided.data.sheet.draft).toMatchObject({ headline: "Judul bendahara", lessons: "Bibit terlambat.", beneficiaries: 12 });
      const { version, base } = collided.data.sheet;
      const again = { ...mine, versi: String(version), dasar: base, beneficiaries: "12", beda: "headline" };
      expect((await answerOf(action, treasurer, at(), again)).status).toBe(400);
      expect((await answerOf(action, treasurer, at(), { ...again, "pilih.headline": "tersimpan" })).status).toBe(303);
      expect(await headlineOf(own.proposalId)).toEqual({
        headline: "Judul penyunting",
        lessons: "Bibit terlambat.",
        beneficiaries: 12,
      });
    } finally {
      program = before;
    }
  });

  it("don't let a save that was on its way write over a later one, but follow it when its answer was lost", async () => {
    const own = await fundedProgram(db);
    await acknowledged(db, own, desk);
    await run(db, startReport, own.community.editor, { key: newId(), proposalId: own.proposalId, trancheN: 1 });
    const { action: autosave } = await import("~/routes/community/report-autosave");
    const params = { slug: own.slug, n: "1" };
    const { loader } = await import("~/routes/community/report");
    const { data } = (await answerOf(loader, own.community.editor, params)) as unknown as {
      data: { page: string; workspace: { report: { version: number; base: string } } };
    };
    const page = { versi: String(data.workspace.report.version), dasar: data.workspace.report.base, lembar: data.page };
    const save = async (urutan: string, headline: string) =>
      (await answerOf(autosave, own.community.editor, params, { ...page, ...typed, urutan, headline })).status;
    expect(await save("2", "Dua")).toBe(200);
    expect(await save("1", "Satu")).toBe(409);
    expect(await save("3", "Tiga")).toBe(200);
    expect((await headlineOf(own.proposalId)).headline).toBe("Tiga");
  });
});
