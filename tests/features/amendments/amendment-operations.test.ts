import { type Kysely, sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { checkAmendment, refuseAmendment, returnAmendment } from "~/features/amendments/check-amendment.server";
import { hashOfVersion } from "~/features/amendments/keep-version.server";
import { decodeContent } from "~/features/amendments/program-content";
import { problemsNow } from "~/features/amendments/program-facts.server";
import { saveAmendment } from "~/features/amendments/save-amendment.server";
import { submitAmendment } from "~/features/amendments/submit-amendment.server";
import { withdrawAmendment } from "~/features/amendments/withdraw-amendment.server";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { addReceipt } from "~/features/impact/add-receipt.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { suspendProgram } from "~/features/verification/suspend-program.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, type BuiltDesk, buildCommunity, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import {
  checkedAmendment,
  contentOf,
  draftedAmendment,
  linesWith,
  revisionOf,
  statusOf,
  submission,
  submittedAmendment,
} from "#tests/support/amendments";
import { acknowledged, fundedProgram, receipted, receiptOf } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { approvedPledge, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let desk: BuiltDesk;
let company: BuiltCompany;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  desk = await buildPlatformDesk(db);
  company = await buildCompany(db, { name: "PT Uji Satu" });
});

const mails = async (template: string, to: string) =>
  db.selectFrom("email_messages").select("props").where("template", "=", template).where("to_address", "=", to).execute();

describe("a small amendment", () => {
  it("comes into force with the desk's check: tables, version, log, events and emails together", async () => {
    const program = await buildPublishedProgram(db);
    await approvedPledge(db, program, company, 4_000_000n);
    const lines = await linesWith(db, program, { 0: 5_500_000n, 1: 3_500_000n });
    const target = await checkedAmendment(db, program, desk, { budget: { lines }, time: { endsOn: addDays(today(), 210) } });
    expect(target.n).toBe(1);
    expect(await statusOf(db, target)).toBe("in_force");
    const live = await db
      .selectFrom("budget_lines")
      .select("amount")
      .where("proposal_id", "=", program.proposalId)
      .orderBy("position")
      .execute();
    expect(live.map((line) => line.amount)).toEqual([5_500_000n, 3_500_000n, 1_000_000n]);
    const versions = await db
      .selectFrom("program_versions")
      .selectAll()
      .where("proposal_id", "=", program.proposalId)
      .orderBy("version")
      .execute();
    expect(versions.map(({ version, amendment_n, target: sum }) => [version, amendment_n, sum])).toEqual([
      [1, null, 10_000_000n],
      [2, 1, 10_000_000n],
    ]);
    const [first, second] = versions;
    expect(second?.content_hash).toBe(
      hashOfVersion({
        proposalId: program.proposalId,
        version: 2,
        before: first?.content_hash ?? null,
        content: decodeContent(second?.content),
      }),
    );
    const events = await db
      .selectFrom("amendment_events")
      .select("to_status")
      .where("proposal_id", "=", program.proposalId)
      .orderBy("id")
      .execute();
    expect(events.map((event) => event.to_status)).toEqual(["draft", "submitted", "checked", "in_force"]);
    const log = await db
      .selectFrom("audit_log")
      .select("action")
      .where("proposal_id", "=", program.proposalId)
      .where("subject_kind", "=", "amendment")
      .execute();
    expect(log.map((line) => line.action).sort()).toEqual([
      "amendment.checked",
      "amendment.in_force",
      "amendment.started",
      "amendment.submitted",
    ]);
    const [told] = await mails("amendment-for-funder", company.approver.email);
    expect(told?.props).toMatchObject({ happened: "in_force", moved: "500000", targetAfter: "10000000" });
    expect(await mails("amendment-progress", program.community.treasurer.email)).toHaveLength(1);
    expect(await mails("amendment-submitted", desk.verifier.email)).toHaveLength(1);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("raises the target when nobody has committed: the fund's ceiling moves with it, and later pledges fit", async () => {
    const program = await buildPublishedProgram(db);
    const lines = await linesWith(db, program, { 0: 8_000_000n });
    const { tranches } = await contentOf(db, program);
    const plan = tranches.map((tranche) => ({ ...tranche, amount: 6_000_000n }));
    const target = await checkedAmendment(db, program, desk, { budget: { lines }, tranches: { tranches: plan } });
    expect(await statusOf(db, target)).toBe("in_force");
    expect((await flowOfProgram(db, program.proposalId)).target).toBe(12_000_000n);
    await approvedPledge(db, program, company, 12_000_000n);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("keeps ids: receipts and pledges of a line follow its new amount, new lines can be spent, removed ones are gone", async () => {
    const program = await fundedProgram(db);
    await acknowledged(db, program, desk);
    await receipted(db, program, 2_000_000n);
    const { lines } = await contentOf(db, program);
    const [first, second] = lines;
    if (!first || !second) throw new Error("two lines");
    const added = { section: "Sarana", description: "Sewa kendaraan", volume: "1", unit: "paket", unitPrice: 1_000_000n };
    const target = await submittedAmendment(db, program, { budget: { lines: [{ ...first, unitPrice: 6_000_000n }, second, added] } });
    await run(db, checkAmendment, desk.verifier, { ...target, key: newId() });
    const live = await db
      .selectFrom("budget_lines")
      .select(["id", "description", "receipted"])
      .where("proposal_id", "=", program.proposalId)
      .orderBy("position")
      .execute();
    expect(live).toMatchObject([
      { id: first.id, receipted: 2_000_000n },
      { id: second.id },
      { description: "Sewa kendaraan", receipted: 0n },
    ]);
    const spending = { ...receiptOf(program, 1_000_000n), budgetLineId: live[2]?.id ?? "" };
    await run(db, addReceipt, program.community.editor, spending);
    await expect(run(db, addReceipt, program.community.editor, { ...spending, key: newId() })).rejects.toMatchObject({
      code: "receipt_exceeds_line",
    });
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

describe("a joint program", () => {
  it("keeps the parts of its groups consistent through an amendment", async () => {
    const program = await buildPublishedProgram(db, { community: await buildCommunity(db, { element: "wksbm" }) });
    const members = ["Wetan", "Kulon"].map((name, index) => ({ proposal_id: program.proposalId, id: newId(), position: index + 1, name }));
    await db.insertInto("proposal_members").values(members).execute();
    const [wetan, kulon] = members.map(({ id }) => id);
    await db
      .updateTable("budget_lines")
      .set({ member_id: wetan ?? "" })
      .where("proposal_id", "=", program.proposalId)
      .execute();
    const { lines } = await contentOf(db, program);
    const parts = (amount: bigint) => [{ memberId: kulon ?? "", amount }];
    const shared = lines.map((line, index) => (index === 0 ? { ...line, shares: parts(2_500_000n) } : line));
    const target = await checkedAmendment(db, program, desk, { budget: { lines: shared } });
    expect(await statusOf(db, target)).toBe("in_force");
    const budget = await db
      .selectFrom("member_budget")
      .select("planned")
      .where("proposal_id", "=", program.proposalId)
      .orderBy("position")
      .execute();
    expect(budget.map((row) => row.planned)).toEqual([7_500_000n, 2_500_000n]);
    const without = lines.map((line) => ({ ...line, memberId: null }));
    const next = await draftedAmendment(db, program, { budget: { lines: without } });
    await expect(run(db, submitAmendment, program.community.chair, await submission(db, next))).rejects.toMatchObject({
      code: "amendment_problems",
      details: { because: "line_without_member" },
    });
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

describe("what an amendment may not", () => {
  it("go behind commitments, receipts and termin that were asked for", async () => {
    const program = await fundedProgram(db);
    await acknowledged(db, program, desk);
    await receipted(db, program, 2_000_000n);
    const { tranches, lines } = await contentOf(db, program);
    const low = lines.map((line, index) => (index === 0 ? { ...line, unitPrice: 1_000_000n } : line));
    const shifted = tranches.map((tranche, index) => ({ ...tranche, amount: index === 0 ? 1_000_000n : 4_000_000n }));
    const target = await draftedAmendment(db, program, { budget: { lines: low }, tranches: { tranches: shifted } });
    const sent = await submission(db, target);
    await expect(run(db, submitAmendment, program.community.chair, sent)).rejects.toMatchObject({ code: "amendment_problems" });
    const row = await db.selectFrom("amendments").select("content").where("proposal_id", "=", program.proposalId).executeTakeFirstOrThrow();
    const found = await problemsNow(db, program.proposalId, {
      before: await contentOf(db, program),
      after: decodeContent(row.content),
      unread: {},
    });
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["target_below_committed", "line_below_receipts", "tranche_fixed"]));
  });

  it("change nothing, be two at once, be written by others, or be sent by an editor", async () => {
    const program = await buildPublishedProgram(db);
    const target = await draftedAmendment(db, program, {});
    const { chair, editor, treasurer } = program.community;
    await expect(run(db, submitAmendment, chair, await submission(db, target))).rejects.toMatchObject({ code: "nothing_changed" });
    await expect(draftedAmendment(db, program, {})).rejects.toMatchObject({ code: "amendment_open" });
    await expect(run(db, submitAmendment, editor, await submission(db, target))).rejects.toMatchObject({ code: "not_allowed" });
    const write = { part: "story", patch: { summary: "Lain sekali." }, unread: {} } as const;
    const revision = await revisionOf(db, target);
    await expect(run(db, saveAmendment, treasurer, { ...target, revision, write })).rejects.toMatchObject({ code: "not_allowed" });
    await run(db, saveAmendment, editor, { ...target, revision, write });
    await expect(run(db, saveAmendment, editor, { ...target, revision, write })).rejects.toMatchObject({ code: "stale_version" });
    await expect(run(db, checkAmendment, desk.verifier, { ...target, key: newId() })).rejects.toMatchObject({
      code: "amendment_not_submitted",
    });
    await run(db, withdrawAmendment, editor, target);
    expect(await statusOf(db, target)).toBe("withdrawn");
  });

  it("take from a patch what its part does not hold", async () => {
    const program = await buildPublishedProgram(db);
    const target = await draftedAmendment(db, program, {
      story: { summary: "Ringkasan baru untuk warga.", title: "Judul lain", pillar: "economy" },
    });
    const row = await db.selectFrom("amendments").select("content").where("proposal_id", "=", target.proposalId).executeTakeFirstOrThrow();
    expect(decodeContent(row.content)).toMatchObject({
      summary: "Ringkasan baru untuk warga.",
      title: "Kebun pangan warga untuk tiga dukuh",
      pillar: "social",
    });
  });

  it("be judged by a tied desk, or pass while the community is frozen or the program suspended", async () => {
    const program = await buildPublishedProgram(db);
    const target = await submittedAmendment(db, program, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
    const input = {
      kind: "family",
      organizationId: program.community.organizationId,
      partyName: "",
      detail: "Saudara ketua",
      endedOn: null,
    } as const;
    await run(db, declareTie, desk.administrator, input);
    await expect(run(db, checkAmendment, desk.administrator, { ...target, key: newId() })).rejects.toMatchObject({ code: "declared_tie" });
    await run(db, freezeOrganization, desk.administrator, {
      organizationId: program.community.organizationId,
      scope: "proposals",
      reason: "Diperiksa",
    });
    await expect(run(db, checkAmendment, desk.verifier, { ...target, key: newId() })).rejects.toMatchObject({
      code: "organization_frozen",
    });
    const paused = await buildPublishedProgram(db);
    const waiting = await submittedAmendment(db, paused, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
    await run(db, suspendProgram, desk.administrator, { proposalId: paused.proposalId, reasonCode: "other", note: "Jeda" });
    await expect(run(db, checkAmendment, desk.verifier, { ...waiting, key: newId() })).rejects.toMatchObject({
      code: "amendment_program_closed",
    });
  });

  it("be rewritten in the database: versions, events and answers can't be changed by the application", async () => {
    for (const table of ["program_versions", "amendment_events", "amendment_answers"]) {
      await expect(sql`update ${sql.table(table)} set proposal_id = proposal_id`.execute(db)).rejects.toThrow(/permission denied/);
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(/permission denied/);
    }
    await expect(sql`delete from amendments`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`update funds set target = 1`.execute(db)).rejects.toThrow(/permission denied/);
  });
});

describe("the desk", () => {
  it("sends an amendment back with its note, or turns it down for good", async () => {
    const program = await buildPublishedProgram(db);
    const target = await submittedAmendment(db, program, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
    await expect(run(db, returnAmendment, desk.verifier, { ...target, note: " " })).rejects.toMatchObject({ code: "reason_missing" });
    await run(db, returnAmendment, desk.verifier, { ...target, note: "Sebutkan tanggalnya." });
    expect(await statusOf(db, target)).toBe("draft");
    const [told] = await mails("amendment-progress", program.community.chair.email);
    expect(told?.props).toMatchObject({ happened: "returned", words: "Sebutkan tanggalnya." });
    await run(db, submitAmendment, program.community.chair, await submission(db, target));
    await run(db, refuseAmendment, desk.verifier, { ...target, note: "Bertentangan dengan aturan." });
    expect(await statusOf(db, target)).toBe("refused");
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
