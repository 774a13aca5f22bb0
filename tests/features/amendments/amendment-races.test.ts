import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { answerAmendment } from "~/features/amendments/answer-amendment.server";
import { checkAmendment } from "~/features/amendments/check-amendment.server";
import { saveAmendment } from "~/features/amendments/save-amendment.server";
import { startAmendment } from "~/features/amendments/start-amendment.server";
import { submitAmendment } from "~/features/amendments/submit-amendment.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { addReceipt } from "~/features/impact/add-receipt.server";
import { newId } from "~/kernel/ids";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, type BuiltDesk, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { answerOf, contentOf, linesWith, statusOf, submission, submittedAmendment } from "#tests/support/amendments";
import { acknowledged, fundedProgram, receiptOf } from "#tests/support/cycle";
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

describe("at the same moment", () => {
  it("a double click starts, sends, checks and answers once", async () => {
    const program = await buildPublishedProgram(db);
    await approvedPledge(db, program, company, 1_000_000n);
    const begun = { key: newId(), proposalId: program.proposalId, reasonCode: "other", reason: "Jumlah keluarga bertambah." } as const;
    const started = await Promise.all([0, 1].map(() => run(db, startAmendment, program.community.editor, begun)));
    expect(started).toEqual([{ n: 1 }, { n: 1 }]);
    const target = { proposalId: program.proposalId, n: 1 };
    const write = {
      part: "people",
      patch: {
        needs: ["poor"],
        answers: [],
        beneficiaries: 44,
        beneficiaryUnit: "keluarga",
        needPeople: [],
        people: 150,
      },
      unread: {},
    } as const;
    await run(db, saveAmendment, program.community.editor, { ...target, revision: 1, write });
    const sent = await submission(db, target);
    expect(await Promise.all([0, 1].map(() => run(db, submitAmendment, program.community.chair, sent)))).toEqual([{ n: 1 }, { n: 1 }]);
    const check = { ...target, key: newId() };
    expect(await Promise.all([0, 1].map(() => run(db, checkAmendment, desk.verifier, check)))).toEqual(
      [0, 1].map(() => ({ status: "awaiting_funders" })),
    );
    const answer = answerOf(company, target, "accepted");
    expect(await Promise.all([0, 1].map(() => run(db, answerAmendment, company.approver, answer)))).toEqual(
      [0, 1].map(() => ({ status: "in_force" })),
    );
    const kept = await db.selectFrom("program_versions").select("version").where("proposal_id", "=", program.proposalId).execute();
    expect(kept).toHaveLength(2);
  });

  it("three editors begin one amendment", async () => {
    const program = await buildPublishedProgram(db);
    const begin = () =>
      run(db, startAmendment, program.community.editor, {
        key: newId(),
        proposalId: program.proposalId,
        reasonCode: "other",
        reason: "Alasan",
      });
    const results = await Promise.allSettled([begin(), begin(), begin()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("a lowered target and a pledge for what is left never both pass", async () => {
    for (let round = 0; round < 6; round += 1) {
      const program = await buildPublishedProgram(db);
      const { lines, tranches } = await contentOf(db, program);
      const low = { budget: { lines: lines.slice(0, 2) }, tranches: { tranches: tranches.map((one) => ({ ...one, amount: 4_500_000n })) } };
      const target = await submittedAmendment(db, program, low);
      const [check, pledge] = await Promise.allSettled([
        run(db, checkAmendment, desk.verifier, { ...target, key: newId() }),
        approvedPledge(db, program, company, 10_000_000n),
      ]);
      const both = check.status === "fulfilled" && pledge.status === "fulfilled" && (await statusOf(db, target)) === "in_force";
      expect(both).toBe(false);
    }
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("a lowered line and a receipt for all of it never both pass", async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const program = await fundedProgram(db);
      await acknowledged(db, program, desk);
      const lines = await linesWith(db, program, { 1: 2_500_000n, 2: 1_500_000n });
      const target = await submittedAmendment(db, program, { budget: { lines } });
      const [check, receipt] = await Promise.allSettled([
        run(db, checkAmendment, desk.verifier, { ...target, key: newId() }),
        run(db, addReceipt, program.community.editor, receiptOf(program, 3_000_000n, 1, 1)),
      ]);
      expect([check.status, receipt.status].filter((status) => status === "fulfilled")).toHaveLength(1);
      seen.add(check.status);
      if (check.status === "rejected") expect(check.reason).toMatchObject({ code: "amendment_problems" });
      if (receipt.status === "rejected") expect(receipt.reason).toMatchObject({ code: "receipt_exceeds_line" });
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("a changed termin and its request: the request is for the plan that is in force then", async () => {
    for (let round = 0; round < 6; round += 1) {
      const program = await fundedProgram(db);
      const { tranches } = await contentOf(db, program);
      const plan = tranches.map((tranche, index) => ({ ...tranche, amount: index === 0 ? 5_400_000n : 4_600_000n }));
      const target = await submittedAmendment(db, program, { tranches: { tranches: plan } });
      const asked = { key: newId(), proposalId: program.proposalId, trancheN: 1, note: "" };
      await Promise.allSettled([
        run(db, checkAmendment, desk.verifier, { ...target, key: newId() }),
        run(db, requestDisbursement, program.community.treasurer, asked),
      ]);
      const { amount } = await db
        .selectFrom("disbursements")
        .select("amount")
        .where("proposal_id", "=", program.proposalId)
        .executeTakeFirstOrThrow();
      const termin = await db
        .selectFrom("tranches")
        .select("amount")
        .where("proposal_id", "=", program.proposalId)
        .where("n", "=", 1)
        .executeTakeFirstOrThrow();
      expect(amount).toBe(termin.amount);
    }
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
