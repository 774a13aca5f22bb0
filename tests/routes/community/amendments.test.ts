import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "~/kernel/ids";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, type BuiltDesk, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { checkedAmendment, linesWith, revisionOf, statusOf, submittedAmendment } from "#tests/support/amendments";
import { testDatabase } from "#tests/support/database";
import { approvedPledge } from "#tests/support/pledges";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

type Shown = {
  view: {
    after: { lines: { unitPrice: bigint | null }[]; endsOn: string | null };
    unread: Record<string, Record<string, string>>;
    problems: { field: string; code: string }[];
  };
  refusal?: string;
};

let db: Kysely<DB>;
let desk: BuiltDesk;
let company: BuiltCompany;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  [desk, company] = [await buildPlatformDesk(db), await buildCompany(db)];
});

const started = async (program: BuiltProgram, fields: Record<string, string> = {}) => {
  const { action } = await import("~/routes/community/amendments");
  const typed = { kunci: newId(), reasonCode: "price_changed", reason: "Harga naik.", ...fields };
  return answerOf(action, program.community.editor, { params: { slug: program.slug }, fields: typed });
};
const saved = async (program: BuiltProgram, bagian: string, fields: Record<string, string>) => {
  const { action } = await import("~/routes/community/amendment-part");
  return answerOf(action, program.community.editor, { params: { slug: program.slug, n: "1", bagian }, fields });
};
const lineFields = (program: BuiltProgram, prices: readonly string[]) =>
  Object.fromEntries(
    program.budgetLines.flatMap(({ id }, index) => [
      [`lines.${id}.group`, "g0"],
      [`lines.${id}.description`, `Baris ${index + 1}`],
      [`lines.${id}.volume`, "1"],
      [`lines.${id}.unit`, "paket"],
      [`lines.${id}.unitPrice`, prices[index] ?? ""],
    ]),
  );

describe("writing an amendment", () => {
  it("asks for a reason beside its field and keeps what was typed", async () => {
    const program = await buildPublishedProgram(db);
    const empty = await started(program, { reason: "  ", reasonCode: "other" });
    expect(empty.status).toBe(400);
    expect(empty.result?.error).toMatchObject({ reason: ["reason_missing"] });
    expect(empty.result?.initialValue).toMatchObject({ reasonCode: "other" });
    const wrong = await started(program, { reasonCode: "karena" });
    expect(wrong.result?.error).toHaveProperty("reasonCode");
    expect(wrong.result?.initialValue).toMatchObject({ reason: "Harga naik." });
    const done = await started(program);
    expect([done.status, done.location]).toEqual([303, `/ruang/lembaga/program/${program.slug}/adendum/1/rab`]);
    const again = await started(program);
    expect(again.result?.error).toMatchObject({ "": [expect.stringContaining("masih terbuka")] });
    expect(again.result?.initialValue).toMatchObject({ reason: "Harga naik." });
  });

  it("keeps a price that can't be read, says so beside it, and loses nothing else", async () => {
    const program = await buildPublishedProgram(db);
    await started(program);
    const form = { revisi: "1", aksi: "lanjut", ...lineFields(program, ["banyak", "3.500.000", "500.000"]) };
    const body = await withRows(program, form);
    const { view } = body.data as Shown;
    const [first, second] = program.budgetLines;
    expect(body.status).toBe(400);
    expect(view.unread.budget).toEqual({ [`lines.${first?.id}.unitPrice`]: "banyak" });
    expect(view.after.lines[1]?.unitPrice).toBe(3_500_000n);
    expect(view.problems).toContainEqual(expect.objectContaining({ field: `lines.${first?.id}.unitPrice`, code: "unread" }));
    expect(second).toBeDefined();
  });

  it("shows a refused save with what was typed, and what somebody else saved stays", async () => {
    const program = await buildPublishedProgram(db);
    await started(program);
    const stale = await saved(program, "waktu", { revisi: "7", aksi: "simpan", endsOn: "2031-01-01" });
    expect(stale.status).toBe(400);
    expect((stale.data as Shown).refusal).toContain("sudah mengubah data ini");
    expect((stale.data as Shown).view.after.endsOn).toBe("2031-01-01");
    expect(await revisionOf(db, { proposalId: program.proposalId, n: 1 })).toBe(1);
    const unreadable = await saved(program, "waktu", { revisi: "1", aksi: "simpan", endsOn: "31/02/2031" });
    expect(unreadable.status).toBe(400);
    expect((unreadable.data as Shown).view.unread.area).toEqual({ endsOn: "31/02/2031" });
    const good = await saved(program, "waktu", { revisi: "2", aksi: "lanjut", endsOn: "2031-03-01" });
    expect([good.status, good.location]).toEqual([303, `/ruang/lembaga/program/${program.slug}/adendum/1/periksa`]);
  });

  it("is nobody else's: another community finds nothing, and the page of the whole takes no form", async () => {
    const [mine, others] = [await buildPublishedProgram(db), await buildPublishedProgram(db)];
    await started(mine);
    const { action, loader } = await import("~/routes/community/amendment-part");
    const foreign = { params: { slug: mine.slug, n: "1", bagian: "rab" } };
    expect((await answerOf(loader, others.community.editor, foreign)).status).toBe(404);
    expect((await answerOf(action, others.community.editor, { ...foreign, fields: { revisi: "1" } })).status).toBe(404);
    expect((await saved(mine, "periksa", { revisi: "1" })).status).toBe(405);
    expect((await saved(mine, "lain", { revisi: "1" })).status).toBe(404);
  });
});

/** Rows are named by repeated fields, which a plain record can't hold twice. */
async function withRows(program: BuiltProgram, fields: Record<string, string>) {
  const { action } = await import("~/routes/community/amendment-part");
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const { id } of program.budgetLines) body.append("lines", id);
  body.append("groups.g0.name", "Sarana");
  const request = new Request("http://localhost/alamat", {
    method: "POST",
    body,
    headers: { "x-test-user": program.community.editor.userId },
  });
  const args = { request, params: { slug: program.slug, n: "1", bagian: "rab" }, context: {} };
  const answer = (await (action as (args: object) => unknown)(args)) as { data: unknown; init?: { status?: number } };
  return { status: answer.init?.status ?? 200, data: answer.data };
}

describe("sending, checking and answering", () => {
  it("tell why a step can't be taken, and lead back", async () => {
    const program = await buildPublishedProgram(db);
    await started(program);
    const { action } = await import("~/routes/community/submit-amendment");
    const sent = await answerOf(action, program.community.chair, {
      params: { slug: program.slug, n: "1" },
      fields: { kunci: newId(), revisi: "1" },
    });
    expect(sent).toMatchObject({ status: 303, said: { tone: "bad", code: expect.stringContaining("Belum ada yang berubah") } });
  });

  it("need words from the desk, beside the field", async () => {
    const program = await buildPublishedProgram(db);
    const target = await submittedAmendment(db, program, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
    const { action } = await import("~/routes/admin/return-amendment");
    const params = { slug: program.slug, n: "1" };
    const empty = await answerOf(action, desk.verifier, { params, fields: { note: " " } });
    expect(empty.result?.error).toMatchObject({ note: ["reason_missing"] });
    const done = await answerOf(action, desk.verifier, { params, fields: { note: "Sebutkan tanggalnya." } });
    expect([done.status, done.location]).toEqual([303, `/admin/adendum/${program.slug}/1`]);
    expect(await statusOf(db, target)).toBe("draft");
  });

  it("need words from a company that refuses, and none from one that accepts", async () => {
    const program = await buildPublishedProgram(db);
    await approvedPledge(db, program, company, 2_000_000n);
    const lines = await linesWith(db, program, { 0: 4_000_000n, 1: 5_000_000n });
    const target = await checkedAmendment(db, program, desk, { budget: { lines } });
    const { action, loader } = await import("~/routes/company/amendment");
    const params = { slug: program.slug, n: "1" };
    const page = await answerOf(loader, company.approver, { params });
    expect(page.data).toMatchObject({ mayAnswer: true, mine: { committed: 2_000_000n } });
    expect((await answerOf(loader, company.finance, { params })).data).toMatchObject({ mayAnswer: false });
    const silent = await answerOf(action, company.approver, { params, fields: { kunci: newId(), putusan: "tolak", note: "" } });
    expect(silent.result?.error).toMatchObject({ note: [expect.stringContaining("alasan")] });
    expect(silent.data).toMatchObject({ answer: "refused" });
    const yes = await answerOf(action, company.approver, { params, fields: { kunci: newId(), putusan: "terima", note: "" } });
    expect([yes.status, await statusOf(db, target)]).toEqual([303, "in_force"]);
  });
});

describe("the public history", () => {
  it("compares the versions that were asked for, and hides an unchecked amendment's words", async () => {
    const program = await buildPublishedProgram(db);
    const { loader } = await import("~/routes/public/program-history");
    const params = { slug: program.slug };
    expect((await answerOf(loader, desk.auditor, { params })).data).toMatchObject({ inForce: 1, comparison: null, amendments: [] });
    const lines = await linesWith(db, program, { 0: 5_500_000n, 1: 3_500_000n });
    await checkedAmendment(db, program, desk, { budget: { lines } });
    const asked = await answerOf(loader, desk.auditor, { params, search: "?dari=2&ke=1" });
    expect(asked.data).toMatchObject({ inForce: 2, comparison: { from: "2", to: "1", moved: 500_000n } });
    const wrong = await answerOf(loader, desk.auditor, { params, search: "?dari=99&ke=satu" });
    expect(wrong.data).toMatchObject({ comparison: { from: "1", to: "2" } });
    await submittedAmendment(db, program, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
    const { amendments, choices } = (await answerOf(loader, desk.auditor, { params })).data as {
      amendments: { amendment: { n: number; reason: string }; shown: boolean }[];
      choices: unknown[];
    };
    expect(amendments[0]).toMatchObject({ shown: false, amendment: { n: 2, reason: "" } });
    expect(choices).toHaveLength(2);
  });
});
