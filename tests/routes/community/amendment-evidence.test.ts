import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { evidenceOf } from "~/features/amendments/evidence-queries.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltDesk, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import { makePdf } from "#db/seed/demo/papers";
import type { DB } from "#db/types.generated";
import { checkedAmendment, draftedAmendment, linesWith, revisionOf } from "#tests/support/amendments";
import { testDatabase } from "#tests/support/database";
import { approvedPledge, pledgeInput, run } from "#tests/support/pledges";
import { type Fields, answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  desk = await buildPlatformDesk(db);
});

const pdf = (text: string) => new File([makePdf(text, [])], `${text}.pdf`, { type: "application/pdf" });

/** Sends the form about the reason of the first amendment, as its writer opened it last. */
async function sent(program: BuiltProgram, fields: Fields) {
  const { action } = await import("~/routes/community/amendment-part");
  const revisi = String(await revisionOf(db, { proposalId: program.proposalId, n: 1 }));
  const typed = { revisi, reasonCode: "price_changed", reason: "Harga bahan naik.", uploadAccess: "parties", uploadTitle: "", ...fields };
  return answerOf(action, program.community.editor, { params: { slug: program.slug, n: "1", bagian: "alasan" }, fields: typed });
}

const titlesOf = async (program: BuiltProgram) =>
  (await evidenceOf(db, { proposalId: program.proposalId, n: 1 })).map(({ title, forPublic }) => [title, forPublic]);

describe("the form about the reason", () => {
  it("takes a file with any of its buttons, and saves the reason with it", async () => {
    const program = await buildPublishedProgram(db);
    await draftedAmendment(db, program, {});
    const address = `/ruang/lembaga/program/${program.slug}/adendum/1`;
    const fields = { aksi: "unggah", file: pdf("satu"), uploadTitle: "Daftar harga", uploadAccess: "public", reason: "Lain." };
    const uploaded = await sent(program, fields);
    expect([uploaded.status, uploaded.location]).toEqual([303, `${address}/alasan#lampiran`]);
    const onward = await sent(program, { aksi: "lanjut", file: pdf("dua") });
    expect([onward.status, onward.location]).toEqual([303, `${address}/rab`]);
    expect(await titlesOf(program)).toEqual([
      ["Daftar harga", true],
      ["dua", false],
    ]);
    const plain = await sent(program, { aksi: "simpan", file: new File([], "") });
    expect([plain.status, plain.location]).toEqual([303, `${address}/alasan`]);
  });

  it("says beside the field why a file was not taken, and keeps what was typed", async () => {
    const program = await buildPublishedProgram(db);
    await draftedAmendment(db, program, {});
    const typed = { aksi: "unggah", uploadTitle: "Daftar harga", uploadAccess: "public", reason: "Alasan yang baru." };
    for (const [file, text] of [
      [new File([], ""), "Pilih berkas untuk diunggah"],
      [new File(["<svg/>"], "a.pdf"), "foto (JPG"],
    ] as const) {
      const answer = await sent(program, { ...typed, file });
      expect([answer.status, answer.result?.error]).toEqual([400, { file: [expect.stringContaining(text)] }]);
      expect(answer.result?.initialValue).toMatchObject({
        uploadTitle: "Daftar harga",
        uploadAccess: "public",
        reason: "Alasan yang baru.",
      });
      expect(answer.data).toMatchObject({ view: { amendment: { reason: "Alasan yang baru." } } });
    }
    const captionAlone = await sent(program, { ...typed, aksi: "simpan" });
    expect(captionAlone.result?.error).toMatchObject({ file: [expect.stringContaining("Pilih berkas")] });
    const long = await sent(program, { ...typed, file: pdf("satu"), uploadTitle: "x".repeat(121) });
    expect(long.result?.error).toMatchObject({ uploadTitle: [expect.stringContaining("120")] });
    const wordless = await sent(program, { ...typed, file: pdf("satu"), reason: " " });
    expect(wordless.result?.error).toMatchObject({ reason: ["reason_missing"] });
    expect(wordless.data).toMatchObject({ again: true });
    expect(await titlesOf(program)).toEqual([]);
  });

  it("removes one, and takes another in the same breath", async () => {
    const program = await buildPublishedProgram(db);
    const target = await draftedAmendment(db, program, {});
    await sent(program, { aksi: "unggah", file: pdf("satu") });
    const [first] = await evidenceOf(db, target);
    const removed = await sent(program, { aksi: `hapus-lampiran:${first?.fileId}`, file: pdf("dua") });
    expect([removed.status, removed.location?.endsWith("/alasan#lampiran")]).toEqual([303, true]);
    expect(await titlesOf(program)).toEqual([["dua", false]]);
    const stale = await sent(program, { aksi: "unggah", revisi: "1", file: pdf("tiga") });
    expect(stale.status).toBe(400);
    expect(await titlesOf(program)).toEqual([["dua", false]]);
  });
});

describe("a company that an amendment asks", () => {
  it("learns that others are about to commit, and not who or how much", async () => {
    const program = await buildPublishedProgram(db);
    const [company, other] = [await buildCompany(db), await buildCompany(db, { name: "PT Uji Rahasia" })];
    await approvedPledge(db, program, company, 2_000_000n);
    const lines = await linesWith(db, program, { 0: 4_000_000n, 1: 5_000_000n });
    await checkedAmendment(db, program, desk, { budget: { lines } });
    const { loader } = await import("~/routes/company/amendment");
    const read = async (by = company) => (await answerOf(loader, by.approver, { params: { slug: program.slug, n: "1" } })).data;
    expect(await read()).toMatchObject({ others: 0 });
    await run(db, submitPledge, other.officer, pledgeInput(program, other, 1_000_000n));
    const page = await read();
    expect(page).toMatchObject({ others: 1 });
    expect(JSON.stringify(page, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain("Rahasia");
    expect(await read(other)).toMatchObject({ others: 0 });
  });
});
