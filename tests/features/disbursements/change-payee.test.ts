import { describe, expect, test } from "vitest";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { changePayee } from "~/features/disbursements/change-payee.server";
import { checkPayeeChange } from "~/features/disbursements/check-payee-change.server";
import { payeeChangesOf } from "~/features/disbursements/payee-change-queries.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { closePayeeAccount } from "~/features/organizations/close-payee-account.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";
import { newId } from "~/kernel/ids";
import { buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { BuiltProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { endings, fundedProgram, requested } from "#tests/support/cycle";
import { run } from "#tests/support/pledges";

const db = await testDatabase();
const desk = await buildPlatformDesk(db);

async function anotherAccount({ community }: BuiltProgram, accountNumber = "777888999"): Promise<string> {
  const { payeeAccountId } = await run(db, addPayeeAccount, community.treasurer, {
    key: newId(),
    organizationId: community.organizationId,
    kind: "own",
    bankName: "Bank Lain",
    accountNumber,
    holderName: "KARANG TARUNA UJI",
  });
  return payeeAccountId;
}

/** Who was alarmed of what, by template's occasion. */
async function alarmed(happened: string): Promise<string[]> {
  const rows = await db
    .selectFrom("email_messages")
    .select(["to_address", "props"])
    .where("template", "=", "payee-account-changed")
    .execute();
  return rows.filter(({ props }) => (props as { happened: string }).happened === happened).map(({ to_address }) => to_address);
}

describe("a change of account on a program with money", () => {
  test("closes disbursement until the desk has checked it again, and alarms both sides", async () => {
    const program = await fundedProgram(db);
    const { proposalId, community } = program;
    const payeeAccountId = await anotherAccount(program);
    const change = { proposalId, payeeAccountId, reason: "Buku tabungan lama hilang." };
    await expect(run(db, changePayee, community.editor, change)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(db, changePayee, community.chair, { ...change, reason: " " })).rejects.toMatchObject({
      code: "payee_reason_missing",
      details: { field: "reason" },
    });
    const target = await requested(db, program);
    const both = await Promise.allSettled([
      run(db, changePayee, community.chair, change),
      run(db, changePayee, community.treasurer, change),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["payee_same"] });

    const company = await db
      .selectFrom("pledges as g")
      .innerJoin("memberships as m", "m.organization_id", "g.company_id")
      .innerJoin("users as u", "u.id", "m.user_id")
      .select("u.email")
      .where("g.proposal_id", "=", proposalId)
      .where("m.role", "in", ["officer", "finance"])
      .execute();
    expect(company.length).toBeGreaterThan(0);
    const expected = [community.chair, community.treasurer, desk.administrator, desk.disburser].map(({ email }) => email);
    expect((await alarmed("changed")).sort()).toEqual([...expected, ...company.map(({ email }) => email)].sort());
    expect(await alarmed("added")).toEqual(expect.arrayContaining([community.chair.email, company[0]?.email]));

    const changed = { code: "payee_changed" };
    await expect(run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() })).rejects.toMatchObject(changed);
    await expect(run(db, checkPayeeChange, desk.disburser, { proposalId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(db, checkPayeeChange, desk.verifier, { proposalId })).rejects.toMatchObject({ code: "payee_unverified" });
    await run(db, verifyPayeeAccount, desk.verifier, { payeeAccountId });
    await expect(run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() })).rejects.toMatchObject(changed);
    await run(db, checkPayeeChange, desk.verifier, { proposalId });
    await run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() });
    const row = await db.selectFrom("disbursements").select("payee_account_id").where("id", "=", target.disbursementId).executeTakeFirst();
    expect(row?.payee_account_id).toBe(payeeAccountId);
    expect(await payeeChangesOf(db, proposalId)).toMatchObject([{ toBank: "Bank Lain", reason: change.reason }]);

    const back = { ...change, payeeAccountId: community.payeeAccountId };
    await expect(run(db, changePayee, community.chair, back)).rejects.toMatchObject({ code: "payee_change_under_way" });
    await run(db, approveDisbursement, desk.disbursementApprover, { ...target, key: newId() });
    await expect(run(db, checkPayeeChange, desk.verifier, { proposalId })).rejects.toMatchObject({ code: "payee_change_not_found" });
  });

  test("is refused to accounts of others, and asked for a termin says why it must wait", async () => {
    const program = await fundedProgram(db);
    const { proposalId, community } = program;
    const other = await buildCommunity(db);
    const change = { proposalId, payeeAccountId: other.payeeAccountId, reason: "x" };
    await expect(run(db, changePayee, community.chair, change)).rejects.toMatchObject({ code: "payee_foreign" });
    const payeeAccountId = await anotherAccount(program, "111222333");
    await run(db, changePayee, community.chair, { ...change, payeeAccountId });
    const again = await anotherAccount(program, "444555666");
    await expect(run(db, changePayee, community.chair, { ...change, payeeAccountId: again })).rejects.toMatchObject({
      code: "payee_change_open",
    });
    const request = { key: newId(), proposalId, trancheN: 1, note: "" };
    await expect(run(db, requestDisbursement, community.treasurer, request)).rejects.toMatchObject({ code: "payee_changed" });
  });

  test("closed by a sponsor opens the check of the sponsored again", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3" });
    const family = await buildCommunity(db, { element: "pioneer_family" });
    await db.updateTable("organizations").set({ sponsor_id: sponsor.organizationId }).where("id", "=", family.organizationId).execute();
    await db.updateTable("payee_accounts").set({ kind: "sponsor" }).where("id", "=", family.payeeAccountId).execute();
    const { organizationId, payeeAccountId } = sponsor;
    await run(db, closePayeeAccount, sponsor.chair, { organizationId, payeeAccountId });
    const row = await db
      .selectFrom("payee_accounts")
      .select("verified_at")
      .where("id", "=", family.payeeAccountId)
      .executeTakeFirstOrThrow();
    expect(row.verified_at).toBeNull();
    expect(await alarmed("closed")).toEqual(expect.arrayContaining([sponsor.chair.email, family.chair.email, desk.administrator.email]));
  });
});
