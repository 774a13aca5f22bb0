import { describe, expect, test } from "vitest";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { closePayeeAccount } from "~/features/organizations/close-payee-account.server";
import { namesSharingAccount } from "~/features/organizations/payee-account-queries.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";
import { answerSponsorship } from "~/features/sponsorships/answer-sponsorship.server";
import { sponsorshipsOf } from "~/features/sponsorships/sponsorship-queries.server";
import { newId } from "~/kernel/ids";
import { buildCommunity, buildCompany } from "#db/seed/builders/organizations";
import { testDatabase } from "#tests/support/database";
import { organizationsOn, paper } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, registered, mailsTo } = await organizationsOn(db);

describe("payee accounts", () => {
  const account = (organizationId: string, overrides: object = {}) => ({
    key: newId(),
    organizationId,
    kind: "own" as const,
    bankName: "Bank Contoh",
    accountNumber: "2210 0466-01",
    holderName: "KARANG TARUNA UJI",
    ...overrides,
  });

  test("are added by chair or treasurer, checked by the desk, told by email", async () => {
    const built = await buildCommunity(db);
    const { payeeAccountId } = await run(addPayeeAccount, built.treasurer, { ...account(built.organizationId), proof: paper("buku.jpg") });
    const row = await db.selectFrom("payee_accounts").selectAll().where("id", "=", payeeAccountId).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ account_number: "2210046601", verified_at: null });
    expect(row.proof_file_id).not.toBeNull();
    await run(verifyPayeeAccount, desk.verifier, { payeeAccountId });
    expect(await mailsTo(built.chair.email)).toEqual(["payee-account-changed", "payee-account-verified"]);
    expect(await mailsTo(built.treasurer.email)).toEqual(["payee-account-changed", "payee-account-verified"]);
    expect(await mailsTo(built.editor.email)).toEqual([]);
    await expect(run(verifyPayeeAccount, desk.verifier, { payeeAccountId })).rejects.toMatchObject({ code: "payee_account_decided" });
    await expect(run(verifyPayeeAccount, desk.disburser, { payeeAccountId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(verifyPayeeAccount, desk.verifier, { payeeAccountId: newId() })).rejects.toMatchObject({
      code: "payee_account_not_found",
    });
  });

  test("lead the disburser to a page that is open to disbursers", async () => {
    const built = await buildCommunity(db);
    await run(addPayeeAccount, built.treasurer, { ...account(built.organizationId), proof: paper("buku.jpg") });
    const { props } = await db
      .selectFrom("email_messages")
      .select("props")
      .where("template", "=", "payee-account-changed")
      .where("to_address", "=", desk.disburser.email)
      .orderBy("created_at", "desc")
      .executeTakeFirstOrThrow();
    expect(new URL((props as { url: string }).url).pathname).toBe("/admin/penyaluran");
  });

  test.each([
    ["a number with letters", { accountNumber: "12A4567" }, "payee_number_invalid"],
    ["a number too short", { accountNumber: "123" }, "payee_number_invalid"],
    ["a sponsor's account without sponsor", { kind: "sponsor" }, "payee_sponsor_missing"],
    ["a village treasury without regulation", { kind: "village_treasury" }, "payee_regulation_missing"],
    ["an account known already", { accountNumber: "1234567890", bankName: "bank contoh" }, "payee_account_known"],
  ])("refuse %s", async (_, overrides, code) => {
    const built = await buildCommunity(db);
    await expect(run(addPayeeAccount, built.chair, account(built.organizationId, overrides))).rejects.toMatchObject({ code });
  });

  test("of a pioneer family are its sponsor's or the village's, never its own", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3", name: `LK3 ${newId()}` });
    const family = await registered({ element: "pioneer_family", sponsorId: sponsor.organizationId });
    await expect(
      run(addPayeeAccount, family.chair, account(family.organizationId, { kind: "sponsor", accountNumber: "1234567890" })),
    ).rejects.toMatchObject({ code: "payee_sponsor_missing" });
    const [asked] = await sponsorshipsOf(db, family.organizationId);
    await run(answerSponsorship, sponsor.chair, { sponsorshipId: asked?.id ?? "", accept: true, note: "" });
    await expect(run(addPayeeAccount, family.chair, account(family.organizationId))).rejects.toMatchObject({
      code: "payee_family_needs_sponsor",
    });
    const { payeeAccountId } = await run(
      addPayeeAccount,
      family.chair,
      account(family.organizationId, { kind: "sponsor", accountNumber: "1234567890" }),
    );
    await run(
      addPayeeAccount,
      family.chair,
      account(family.organizationId, { kind: "village_treasury", villageRegulation: "Perdes 4/2026", accountNumber: "555000111" }),
    );
    expect((await namesSharingAccount(db, family.organizationId)).get(payeeAccountId)?.length).toBeGreaterThan(0);
  });

  test("are closed to others and to editors, and can be closed by their own", async () => {
    const mine = await buildCommunity(db);
    const other = await buildCommunity(db);
    const company = await buildCompany(db);
    await expect(run(addPayeeAccount, mine.editor, account(mine.organizationId))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(addPayeeAccount, other.chair, account(mine.organizationId))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(addPayeeAccount, company.admin, account(company.organizationId))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(
      run(closePayeeAccount, other.chair, { organizationId: other.organizationId, payeeAccountId: mine.payeeAccountId }),
    ).rejects.toMatchObject({ code: "payee_account_not_found" });
    await run(closePayeeAccount, mine.treasurer, { organizationId: mine.organizationId, payeeAccountId: mine.payeeAccountId });
    await expect(
      run(closePayeeAccount, mine.treasurer, { organizationId: mine.organizationId, payeeAccountId: mine.payeeAccountId }),
    ).rejects.toMatchObject({ code: "payee_account_not_found" });
  });

  test("named by a proposal stay open", async () => {
    const mine = await buildCommunity(db);
    await db
      .insertInto("proposals")
      .values({
        id: newId(),
        organization_id: mine.organizationId,
        slug: newId(),
        status: "draft",
        payee_account_id: mine.payeeAccountId,
        created_by: mine.chair.userId,
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute();
    await expect(
      run(closePayeeAccount, mine.chair, { organizationId: mine.organizationId, payeeAccountId: mine.payeeAccountId }),
    ).rejects.toMatchObject({ code: "payee_account_in_use" });
  });
});
