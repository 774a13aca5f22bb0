import type { Kysely } from "kysely";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { addReceipt } from "~/features/impact/add-receipt.server";
import { approveReceipt } from "~/features/impact/approve-receipt.server";
import { attachReportPhoto } from "~/features/impact/attach-report-photo.server";
import { publishReport } from "~/features/impact/publish-report.server";
import { rejectReceipt } from "~/features/impact/reject-receipt.server";
import { removeReceipt } from "~/features/impact/remove-receipt.server";
import { requestReportRevision } from "~/features/impact/request-report-revision.server";
import { saveReport } from "~/features/impact/save-report.server";
import { startReport } from "~/features/impact/start-report.server";
import { submitReport } from "~/features/impact/submit-report.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { acknowledged, endings, fullReport, fundedProgram, paper, receiptOf, receipted } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";

let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
});

/** A program whose first termin, Rp 5.000.000, is with the community. */
async function paid(): Promise<BuiltProgram> {
  const program = await fundedProgram(db);
  await acknowledged(db, program, desk);
  return program;
}

/** A report of a termin with everything written. */
async function written(program: BuiltProgram, trancheN = 1) {
  const { proposalId, community } = program;
  const { reportId } = await run(db, startReport, community.editor, { proposalId, trancheN });
  const { version } = await run(db, saveReport, community.editor, { proposalId, reportId, version: 1, patch: fullReport(program) });
  return { proposalId, reportId, version };
}

const approve = (program: BuiltProgram, receiptId: string) =>
  run(db, approveReceipt, desk.verifier, { key: newId(), proposalId: program.proposalId, receiptId });

describe("the whole cycle", () => {
  it("moves exact amounts at each step, over both termin, to the end of the program", async () => {
    const program = await paid();
    const { proposalId, community } = program;
    const flow = () => flowOfProgram(db, proposalId);
    const receipt = await receipted(db, program, 3_000_000n);
    expect(await flow()).toMatchObject({ disbursed: 5_000_000n, accounted: 0n });
    await approve(program, receipt);
    expect(await flow()).toMatchObject({ disbursed: 5_000_000n, accounted: 3_000_000n, escrow: 5_000_000n });

    const report = await written(program);
    await run(db, submitReport, community.chair, report);
    await run(db, publishReport, desk.verifier, { ...report, key: newId() });
    const published = await db.selectFrom("reports").selectAll().where("id", "=", report.reportId).executeTakeFirstOrThrow();
    expect(published).toMatchObject({
      status: "published",
      number: expect.stringMatching(/^LP-\d{4}-/),
      content_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    await acknowledged(db, program, desk, 2);
    expect(await flow()).toMatchObject({ disbursed: 10_000_000n, accounted: 3_000_000n, escrow: 0n, inTransit: 0n });
    // Receipts of the first termin may follow while the second one runs.
    await approve(program, await receipted(db, program, 2_000_000n));
    for (const [line, amount] of [1_000_000n, 3_000_000n, 1_000_000n].entries()) {
      await approve(program, await receipted(db, program, amount, 2, line));
    }
    const last = await written(program, 2);
    await run(db, submitReport, community.treasurer, last);
    await run(db, publishReport, desk.verifier, { ...last, key: newId() });
    expect(await flow()).toMatchObject({
      target: 10_000_000n,
      committed: 10_000_000n,
      received: 10_000_000n,
      disbursed: 10_000_000n,
      accounted: 10_000_000n,
    });
    const { status } = await db.selectFrom("proposals").select("status").where("id", "=", proposalId).executeTakeFirstOrThrow();
    expect(status).toBe("completed");
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("gives a report back with a note, and takes it again under its number", async () => {
    const program = await paid();
    const receipt = await receipted(db, program, 4_000_000n);
    const report = await written(program);
    await run(db, submitReport, program.community.chair, report);
    await expect(
      run(db, saveReport, program.community.editor, { ...report, patch: { headline: "Diubah diam-diam" } }),
    ).rejects.toMatchObject({
      code: "report_status",
    });
    await expect(run(db, requestReportRevision, desk.verifier, { ...report, note: " " })).rejects.toMatchObject({ code: "note_missing" });
    await run(db, requestReportRevision, desk.verifier, { ...report, note: "Sebutkan jumlah lansia." });
    const returned = await db
      .selectFrom("reports")
      .select(["status", "revision_note", "number"])
      .where("id", "=", report.reportId)
      .executeTakeFirstOrThrow();
    expect(returned).toMatchObject({ status: "revision_requested", revision_note: "Sebutkan jumlah lansia." });
    const { version } = await run(db, saveReport, program.community.editor, { ...report, patch: { elderly: 5 } });
    await run(db, submitReport, program.community.chair, { ...report, version });
    await expect(run(db, publishReport, desk.verifier, { ...report, key: newId() })).rejects.toMatchObject({ code: "receipts_undecided" });
    await approve(program, receipt);
    await run(db, publishReport, desk.verifier, { ...report, key: newId() });
    const out = await db
      .selectFrom("reports")
      .select(["number", "revision_note"])
      .where("id", "=", report.reportId)
      .executeTakeFirstOrThrow();
    expect(out).toEqual({ number: returned.number, revision_note: null });
  });
});

describe("receipts", () => {
  it("never exceed the termin together, unless one was turned down", async () => {
    const program = await paid();
    const first = await receipted(db, program, 4_000_000n);
    await expect(receipted(db, program, 1_000_001n)).rejects.toMatchObject({
      code: "receipt_exceeds_termin",
      details: { left: 1_000_000n },
    });
    await run(db, rejectReceipt, desk.verifier, { proposalId: program.proposalId, receiptId: first, reason: "Tanggal tidak terbaca" });
    await receipted(db, program, 5_000_000n);
  });

  it("never exceed their line of the RAB, also when two come at once", async () => {
    const program = await paid();
    const { proposalId, community } = program;
    await expect(receipted(db, program, 3_000_001n, 1, 1)).rejects.toMatchObject({
      code: "receipt_exceeds_line",
      details: { field: "amount", left: 3_000_000n },
    });
    const results = await Promise.allSettled([receipted(db, program, 2_000_000n, 1, 1), receipted(db, program, 2_000_000n, 1, 1)]);
    expect(endings(results)).toEqual({ done: 1, refused: ["receipt_exceeds_line"] });
    const [kept] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const receiptId = kept ?? "";
    await run(db, rejectReceipt, desk.verifier, { proposalId, receiptId, reason: "Tanggal tidak terbaca" });
    const again = await receipted(db, program, 3_000_000n, 1, 1);
    await run(db, removeReceipt, community.editor, { proposalId, receiptId: again });
    await approve(program, await receipted(db, program, 3_000_000n, 1, 1));
    await expect(receipted(db, program, 1n, 1, 1)).rejects.toMatchObject({ code: "receipt_exceeds_line", details: { left: 0n } });
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("can't exceed their line in the database, whatever the application does", async () => {
    const program = await paid();
    const line = program.budgetLines[1]?.id ?? "";
    const more = (change: bigint) =>
      db
        .updateTable("budget_lines")
        .set((eb) => ({ receipted: eb("receipted", "+", change) }))
        .where("proposal_id", "=", program.proposalId)
        .where("id", "=", line)
        .execute();
    for (const change of [3_000_001n, -1n]) {
      await expect(more(change)).rejects.toMatchObject({ constraint: "budget_lines_receipted_within" });
    }
  });

  it("are refused for what can't be", async () => {
    const program = await paid();
    const { editor } = program.community;
    const add = (changed: object) => run(db, addReceipt, editor, { ...receiptOf(program, 1_000n), ...changed });
    await expect(add({ amount: 0n })).rejects.toMatchObject({ code: "amount_not_positive", details: { field: "amount" } });
    await expect(add({ spentOn: addDays(today(), 1) })).rejects.toMatchObject({ code: "spent_in_future" });
    await expect(add({ spentOn: addDays(today(), -1) })).rejects.toMatchObject({ code: "spent_before_start" });
    await expect(add({ budgetLineId: newId() })).rejects.toMatchObject({ code: "line_unknown" });
    await expect(add({ trancheN: 2 })).rejects.toMatchObject({ code: "termin_not_acknowledged" });
    await expect(add({ file: new File(["halo"], "nota.pdf") })).rejects.toMatchObject({ code: "file_kind_unsupported" });
    const stranger = await buildCommunity(db);
    await expect(run(db, addReceipt, stranger.editor, receiptOf(program, 1_000n))).rejects.toMatchObject({ code: "not_allowed" });
  });

  it("are decided once, also by two verifiers at once, and stay when decided", async () => {
    const program = await paid();
    const second = await buildActor(db, { organizationId: desk.organizationId, roles: ["verifier"] });
    const receiptId = await receipted(db, program, 2_000_000n);
    const { proposalId } = program;
    const results = await Promise.allSettled(
      [desk.verifier, second].map((actor) => run(db, approveReceipt, actor, { key: newId(), proposalId, receiptId })),
    );
    expect(endings(results)).toEqual({ done: 1, refused: ["receipt_decided"] });
    expect(await flowOfProgram(db, proposalId)).toMatchObject({ accounted: 2_000_000n });
    await expect(run(db, removeReceipt, program.community.editor, { proposalId, receiptId })).rejects.toMatchObject({
      code: "receipt_decided",
    });
  });

  it("can be taken back before", async () => {
    const program = await paid();
    const { proposalId, community } = program;
    const receiptId = await receipted(db, program, 2_000_000n);
    await run(db, removeReceipt, community.editor, { proposalId, receiptId });
    expect(await db.selectFrom("receipts").select("id").where("proposal_id", "=", proposalId).execute()).toEqual([]);
  });

  it("leave nothing when their transaction breaks off", async () => {
    const program = await paid();
    const receiptId = await receipted(db, program, 2_000_000n);
    const broken = db.transaction().execute(async (trx) => {
      await approveReceipt(trx, desk.verifier, { key: newId(), proposalId: program.proposalId, receiptId });
      throw new Error("listrik padam");
    });
    await expect(broken).rejects.toThrow("listrik padam");
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ accounted: 0n });
    await approve(program, receiptId);
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

describe("a report", () => {
  it("is not sent incomplete, nor over what somebody else saved", async () => {
    const program = await paid();
    const { proposalId, community } = program;
    const { reportId } = await run(db, startReport, community.editor, { proposalId, trancheN: 1 });
    await expect(run(db, submitReport, community.chair, { proposalId, reportId, version: 1 })).rejects.toMatchObject({
      code: "report_incomplete",
    });
    const saved = await run(db, saveReport, community.editor, { proposalId, reportId, version: 1, patch: fullReport(program) });
    await expect(run(db, saveReport, community.chair, { proposalId, reportId, version: 1, patch: {} })).rejects.toMatchObject({
      code: "stale_version",
    });
    const without = run(db, submitReport, community.chair, { proposalId, reportId, version: saved.version });
    await expect(without).rejects.toMatchObject({ code: "report_incomplete", details: { missing: "receipts" } });
  });

  it("is not published with less than half of its termin proven", async () => {
    const program = await paid();
    await approve(program, await receipted(db, program, 2_499_999n));
    const report = await written(program);
    await run(db, submitReport, program.community.chair, report);
    await expect(run(db, publishReport, desk.verifier, { ...report, key: newId() })).rejects.toMatchObject({ code: "proof_short" });
    await approve(program, await receipted(db, program, 1n));
    await run(db, publishReport, desk.verifier, { ...report, key: newId() });
  });

  it("keeps pictures with a caption, and nothing but pictures", async () => {
    const program = await paid();
    const { reportId, proposalId } = await written(program);
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#c98832" } })
      .jpeg()
      .toBuffer();
    const photo = () => new File([new Uint8Array(bytes)], "kebun.jpg");
    const attach = (file: File, caption: string) =>
      run(db, attachReportPhoto, program.community.editor, { proposalId, reportId, file, caption });
    await expect(attach(photo(), " ")).rejects.toMatchObject({ code: "caption_missing" });
    await expect(attach(paper(), "Kebun")).rejects.toMatchObject({ code: "photo_kind_unsupported", details: { field: "file" } });
    await attach(photo(), "Kebun dukuh kedua");
    const kept = await db.selectFrom("report_photos").select(["caption", "position"]).where("report_id", "=", reportId).execute();
    expect(kept).toEqual([{ caption: "Kebun dukuh kedua", position: 1 }]);
  });
});
