import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { answerAmendment } from "~/features/amendments/answer-amendment.server";
import { watchAmendments } from "~/features/amendments/watch-amendments.server";
import { cancelPledge } from "~/features/pledges/cancel-pledge.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, type BuiltDesk, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { answerOf, checkedAmendment, contentOf, draftedAmendment, linesWith, statusOf } from "#tests/support/amendments";
import { acknowledged, fundedProgram, receipted } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { approvedPledge, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let desk: BuiltDesk;
let company: BuiltCompany;
let other: BuiltCompany;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  desk = await buildPlatformDesk(db);
  [company, other] = [await buildCompany(db, { name: "PT Uji Satu" }), await buildCompany(db, { name: "PT Uji Dua" })];
});

const mails = async (template: string, to: string) =>
  db.selectFrom("email_messages").select("props").where("template", "=", template).where("to_address", "=", to).execute();

describe("an amendment above the threshold", () => {
  const heavy = async () => {
    const program = await buildPublishedProgram(db);
    await approvedPledge(db, program, company, 4_000_000n);
    await approvedPledge(db, program, other, 2_000_000n);
    const lines = await linesWith(db, program, { 0: 4_000_000n, 1: 5_000_000n });
    return { program, target: await checkedAmendment(db, program, desk, { budget: { lines } }) };
  };

  it("waits for every company with a commitment and comes into force with the last acceptance", async () => {
    const { program, target } = await heavy();
    expect(await statusOf(db, target)).toBe("awaiting_funders");
    const [asked] = await mails("amendment-for-funder", other.approver.email);
    expect(asked?.props).toMatchObject({ happened: "asked", moved: "2000000", answerBy: addDays(today(), 14) });
    await run(db, answerAmendment, company.approver, answerOf(company, target, "accepted", "Lanjut."));
    expect(await statusOf(db, target)).toBe("awaiting_funders");
    await expect(run(db, answerAmendment, company.approver, answerOf(company, target, "refused", "Tidak"))).rejects.toMatchObject({
      code: "answered_already",
    });
    expect(await run(db, answerAmendment, other.approver, answerOf(other, target, "accepted"))).toEqual({ status: "in_force" });
    expect((await contentOf(db, program)).lines[0]?.unitPrice).toBe(4_000_000n);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("is stopped by one refusal with its reason, and the next one may begin", async () => {
    const { program, target } = await heavy();
    await expect(run(db, answerAmendment, other.approver, answerOf(other, target, "refused"))).rejects.toMatchObject({
      code: "reason_missing",
    });
    await expect(run(db, answerAmendment, other.officer, answerOf(other, target, "accepted"))).rejects.toMatchObject({
      code: "not_allowed",
    });
    expect(await run(db, answerAmendment, other.approver, answerOf(other, target, "refused", "Di luar pilar kami."))).toEqual({
      status: "refused",
    });
    const row = await db
      .selectFrom("amendments")
      .select(["ending", "ending_note"])
      .where("proposal_id", "=", program.proposalId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ ending: "funder", ending_note: "PT Uji Dua: Di luar pilar kami." });
    await expect(run(db, answerAmendment, company.approver, answerOf(company, target, "accepted"))).rejects.toMatchObject({
      code: "amendment_ended",
    });
    expect((await contentOf(db, program)).lines[0]?.unitPrice).toBe(6_000_000n);
    expect((await draftedAmendment(db, program, {})).n).toBe(2);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("asks a company that commits meanwhile, and no longer one whose commitment has ended", async () => {
    const { program, target } = await heavy();
    const third = await buildCompany(db, { name: "PT Uji Tiga" });
    const pledge = await approvedPledge(db, program, third, 1_000_000n);
    await run(db, answerAmendment, company.approver, answerOf(company, target, "accepted"));
    await run(db, answerAmendment, other.approver, answerOf(other, target, "accepted"));
    expect(await statusOf(db, target)).toBe("awaiting_funders");
    await run(db, cancelPledge, third.approver, { ...pledge, reason: "budget_withdrawn", note: "" });
    expect(await watchAmendments(db)).toBeGreaterThan(0);
    expect(await statusOf(db, target)).toBe("in_force");
  });

  it("takes silence for no", async () => {
    const { target } = await heavy();
    const later = new Date(now().getTime() + 16 * 86_400_000);
    await atTime(later, async () => watchAmendments(db));
    expect(await statusOf(db, target)).toBe("refused");
    const row = await db.selectFrom("amendments").select("ending").where("proposal_id", "=", target.proposalId).executeTakeFirstOrThrow();
    expect(row.ending).toBe("unanswered");
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("ends when the program went on to what it wanted to take away", async () => {
    const program = await fundedProgram(db);
    await acknowledged(db, program, desk);
    const funder = await db
      .selectFrom("pledges")
      .select("company_id")
      .where("proposal_id", "=", program.proposalId)
      .executeTakeFirstOrThrow();
    const lines = await linesWith(db, program, { 0: 4_000_000n, 1: 5_000_000n });
    const target = await checkedAmendment(db, program, desk, { budget: { lines } });
    await receipted(db, program, 4_500_000n);
    const approver = await approverOf(funder.company_id);
    const said = { ...target, key: newId(), companyId: funder.company_id, answer: "accepted" as const, note: "" };
    expect(await run(db, answerAmendment, approver, said)).toEqual({ status: "refused" });
    const row = await db.selectFrom("amendments").select("ending").where("proposal_id", "=", program.proposalId).executeTakeFirstOrThrow();
    expect(row.ending).toBe("overtaken");
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

async function approverOf(companyId: string) {
  const { user_id, name, email } = await db
    .selectFrom("memberships as m")
    .innerJoin("users as u", "u.id", "m.user_id")
    .select(["m.user_id", "u.name", "u.email"])
    .where("m.organization_id", "=", companyId)
    .where("m.role", "=", "approver")
    .executeTakeFirstOrThrow();
  const membership = {
    organizationId: companyId,
    organizationName: "",
    slug: "",
    kind: "company",
    element: null,
    companyType: null,
    standing: "approved",
    roles: ["approver"],
  } as const;
  return { userId: user_id, name, email, emailVerified: true, memberships: [membership] };
}
