import type { Transaction } from "kysely";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Actor, Role } from "~/features/identity/actor";
import { findActor } from "~/features/identity/load-actor.server";
import { peopleWithRoles, platformPeople } from "~/features/identity/people.server";
import { acceptInvitation } from "~/features/organizations/accept-invitation.server";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { approveStanding } from "~/features/organizations/approve-standing.server";
import { cancelInvitation } from "~/features/organizations/cancel-invitation.server";
import { checkStandingDocument } from "~/features/organizations/check-standing-document.server";
import { closePayeeAccount } from "~/features/organizations/close-payee-account.server";
import { countWaiting, listOrganizations } from "~/features/organizations/directory-queries.server";
import { editProfile } from "~/features/organizations/edit-profile.server";
import { inviteMember } from "~/features/organizations/invite-member.server";
import { findInvitation, listInvitations, listMembers } from "~/features/organizations/member-queries.server";
import { listSponsors } from "~/features/organizations/organization-queries.server";
import { namesSharingAccount } from "~/features/organizations/payee-account-queries.server";
import { type RegisterOrganizationInput, registerOrganization } from "~/features/organizations/register-organization.server";
import { rejectStanding } from "~/features/organizations/reject-standing.server";
import { removeMember } from "~/features/organizations/remove-member.server";
import { requestStandingRevision } from "~/features/organizations/request-standing-revision.server";
import { resendInvitation } from "~/features/organizations/resend-invitation.server";
import { setMemberRoles } from "~/features/organizations/set-member-roles.server";
import { documentKinds, listStandingDocuments } from "~/features/organizations/standing-queries.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { submitStanding } from "~/features/organizations/submit-standing.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { buildCommunity, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const desk = await buildPlatformDesk(db);

function run<I, O>(operation: (trx: Transaction<DB>, actor: Actor, input: I) => Promise<O>, actor: Actor, input: I): Promise<O> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}

async function again(actor: Actor): Promise<Actor> {
  return (await findActor(db, actor.userId)) as Actor;
}

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#357c9d" } })
  .jpeg()
  .toBuffer();
function paper(name = "sk.jpg"): File {
  return new File([new Uint8Array(photo)], name, { type: "image/jpeg" });
}

const community = (overrides: object = {}): RegisterOrganizationInput => ({
  kind: "community",
  key: newId(),
  element: "karang_taruna",
  name: `Karang Taruna ${newId()}`,
  areaCode: "33.16.06.2004",
  address: "Balai pemuda",
  phone: "0811 0000 601",
  about: "",
  ...overrides,
});

async function registered(overrides: object = {}) {
  const founder = await buildActor(db);
  const { organizationId, slug } = await run(registerOrganization, founder, community(overrides));
  return { organizationId, slug, chair: await again(founder) };
}

/** Uploads every required document of an organisation. */
async function upload(chair: Actor, organizationId: string, validUntil = addDays(today(), 400)) {
  const organization = await db.selectFrom("organizations").select("element").where("id", "=", organizationId).executeTakeFirstOrThrow();
  for (const kind of await documentKinds(db, organization.element)) {
    if (!kind.required) continue;
    await run(submitStandingDocument, chair, {
      key: newId(),
      organizationId,
      kind: kind.code,
      number: "12/2026",
      issuer: "Kepala Desa",
      issuedOn: "2025-01-10",
      validUntil: kind.hasExpiry ? validUntil : null,
      file: paper(),
    });
  }
}

async function accept(organizationId: string) {
  for (const document of await listStandingDocuments(db, organizationId)) {
    if (document.supersededAt === null && document.status === "submitted") {
      await run(checkStandingDocument, desk.verifier, { documentId: document.id, accepted: true, note: "" });
    }
  }
}

async function standingOf(organizationId: string) {
  const { standing, standing_valid_until, standing_note } = await db
    .selectFrom("organizations")
    .selectAll()
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return { standing, until: standing_valid_until, note: standing_note };
}

async function mailsTo(email: string): Promise<string[]> {
  const rows = await db.selectFrom("email_messages").select("template").where("to_address", "=", email).orderBy("id").execute();
  return rows.map((row) => row.template);
}

async function tokenFor(email: string): Promise<string> {
  const row = await db
    .selectFrom("email_messages")
    .select("props")
    .where("to_address", "=", email)
    .where("template", "=", "member-invited")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return (row.props as { url: string }).url.split("/").pop() ?? "";
}

describe("registering", () => {
  test("a community organisation makes its founder the chair, and has no standing yet", async () => {
    const { organizationId, slug, chair } = await registered({ name: "Karang Taruna Élok, Bangun!" });
    expect(slug).toBe("karang-taruna-elok-bangun");
    expect(chair.memberships).toMatchObject([
      { organizationId, kind: "community", element: "karang_taruna", standing: "draft", roles: ["chair"] },
    ]);
  });

  test("a company makes its founder admin and officer", async () => {
    const founder = await buildActor(db);
    const { organizationId } = await run(registerOrganization, founder, {
      kind: "company",
      companyType: "bumd",
      key: newId(),
      name: `Tirta ${newId()}`,
      areaCode: "33.16.05.1014",
      address: "Jalan Bengawan 8",
      phone: "0811 0001 002",
      about: "",
    });
    expect((await again(founder)).memberships).toMatchObject([
      { organizationId, kind: "company", element: "business", companyType: "bumd" },
    ]);
    expect((await listMembers(db, organizationId, "company"))[0]?.roles).toEqual(["admin", "officer"]);
  });

  test("twice with one key registers once; the same key with another input is refused", async () => {
    const founder = await buildActor(db);
    const input = community();
    const first = await run(registerOrganization, founder, input);
    expect(await run(registerOrganization, founder, input)).toEqual(first);
    await expect(run(registerOrganization, founder, { ...input, address: "lain" })).rejects.toMatchObject({ code: "key_reused" });
    expect((await again(founder)).memberships).toHaveLength(1);
  });

  test("gives another address to another organisation of the same name elsewhere", async () => {
    const name = `Rukun ${newId()}`;
    const one = await registered({ name });
    const two = await registered({ name, areaCode: "33.16.05.1015" });
    expect(two.slug).toBe(`${one.slug}-2`);
  });

  test.each([
    ["before the address is confirmed", { verified: false }, {}, "email_unconfirmed"],
    ["in an unknown area", {}, { areaCode: "99.99" }, "area_unknown"],
    ["a pioneer family without sponsor", {}, { element: "pioneer_family" }, "sponsor_missing"],
    ["with a sponsor that does not exist", {}, { element: "pioneer_family", sponsorId: newId() }, "sponsor_unfit"],
  ])("is refused %s", async (_, person, overrides, code) => {
    const founder = await buildActor(db, person);
    await expect(run(registerOrganization, founder, community(overrides))).rejects.toMatchObject({ code });
  });

  test("refuses the same name in the same area, however it is written", async () => {
    const name = `Tunas ${newId()}`;
    await registered({ name });
    await expect(registered({ name: name.toUpperCase() })).rejects.toMatchObject({
      code: "organization_name_taken",
      details: { field: "name" },
    });
  });

  test("a pioneer family chooses a verified sponsor, and only such a one", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3", name: `LK3 ${newId()}` });
    const expired = await buildCommunity(db, { element: "lks", name: `LKS ${newId()}` });
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", expired.organizationId)
      .execute();
    const offered = (await listSponsors(db)).map((one) => one.id);
    expect(offered).toContain(sponsor.organizationId);
    expect(offered).not.toContain(expired.organizationId);
    await registered({ element: "pioneer_family", sponsorId: sponsor.organizationId });
    await expect(registered({ element: "pioneer_family", sponsorId: expired.organizationId })).rejects.toMatchObject({
      code: "sponsor_unfit",
    });
  });
});

describe("standing", () => {
  test("goes from documents over the desk's check to approval, with its emails", async () => {
    const { organizationId, chair } = await registered();
    await expect(run(submitStanding, chair, { organizationId })).rejects.toMatchObject({
      code: "standing_documents_missing",
      details: { count: 2 },
    });
    await upload(chair, organizationId);
    await run(submitStanding, chair, { organizationId });
    expect((await standingOf(organizationId)).standing).toBe("submitted");
    expect(await mailsTo(desk.administrator.email)).toContain("organization-submitted");
    expect(await mailsTo(desk.verifier.email)).not.toContain("organization-submitted");
    expect(await countWaiting(db)).toBeGreaterThan(0);
    const { rows } = await listOrganizations(db, { standing: "submitted", page: 1 });
    expect(rows.find((row) => row.id === organizationId)).toMatchObject({ documentsToCheck: 2, accountsToCheck: 0 });

    const until = addDays(today(), 300);
    await expect(run(approveStanding, desk.administrator, { organizationId, validUntil: until })).rejects.toMatchObject({
      code: "standing_documents_unproven",
      details: { count: 2 },
    });
    await accept(organizationId);
    await expect(run(approveStanding, desk.administrator, { organizationId, validUntil: "" })).rejects.toMatchObject({
      code: "standing_until_missing",
    });
    await expect(run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), -1) })).rejects.toMatchObject({
      code: "standing_until_past",
    });
    await expect(run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 401) })).rejects.toMatchObject({
      code: "standing_until_too_late",
      details: { latest: addDays(today(), 400) },
    });
    await run(approveStanding, desk.administrator, { organizationId, validUntil: until });
    expect(await standingOf(organizationId)).toEqual({ standing: "approved", until, note: null });
    expect(await mailsTo(chair.email)).toEqual(["standing-approved"]);
  });

  test("is sent back with a note and comes again", async () => {
    const { organizationId, chair } = await registered();
    await upload(chair, organizationId);
    await run(submitStanding, chair, { organizationId });
    const [document] = await listStandingDocuments(db, organizationId);
    await expect(
      run(checkStandingDocument, desk.verifier, { documentId: document?.id ?? "", accepted: false, note: " " }),
    ).rejects.toMatchObject({ code: "document_note_missing" });
    await run(checkStandingDocument, desk.verifier, {
      documentId: document?.id ?? "",
      accepted: false,
      note: "Halaman dua tidak terbaca.",
    });
    await expect(run(requestStandingRevision, desk.administrator, { organizationId, note: "" })).rejects.toMatchObject({
      code: "standing_note_missing",
      details: { field: "note" },
    });
    await run(requestStandingRevision, desk.administrator, { organizationId, note: "Pindai ulang." });
    expect(await standingOf(organizationId)).toMatchObject({ standing: "revision_requested", note: "Pindai ulang." });
    await expect(run(submitStanding, chair, { organizationId })).rejects.toMatchObject({
      code: "standing_documents_missing",
      details: { count: 1 },
    });
    await run(submitStandingDocument, chair, {
      key: newId(),
      organizationId,
      kind: document?.kind ?? "",
      number: "13/2026",
      issuer: "Kepala Desa",
      issuedOn: "2025-01-10",
      validUntil: addDays(today(), 500),
      file: paper(),
    });
    await run(submitStanding, chair, { organizationId });
    expect(await standingOf(organizationId)).toMatchObject({ standing: "submitted", note: null });
    const kept = (await listStandingDocuments(db, organizationId)).filter((one) => one.kind === document?.kind);
    expect(kept.map((one) => one.supersededAt === null)).toEqual([true, false]);
    await expect(
      run(checkStandingDocument, desk.verifier, { documentId: document?.id ?? "", accepted: true, note: "" }),
    ).rejects.toMatchObject({ code: "document_not_found" });
  });

  test("is rejected with its reason, and may be submitted again", async () => {
    const { organizationId, chair } = await registered();
    await upload(chair, organizationId);
    await run(submitStanding, chair, { organizationId });
    await run(rejectStanding, desk.administrator, { organizationId, note: "Pengurus belum ditetapkan." });
    expect(await standingOf(organizationId)).toMatchObject({ standing: "rejected", note: "Pengurus belum ditetapkan." });
    expect(await mailsTo(chair.email)).toEqual(["standing-rejected"]);
    await expect(run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 9) })).rejects.toMatchObject({
      code: "standing_wrong_state",
    });
    await run(submitStanding, chair, { organizationId });
  });

  test("stays approved while a renewal is checked", async () => {
    const { organizationId, chair } = await registered();
    await upload(chair, organizationId);
    await run(submitStanding, chair, { organizationId });
    await accept(organizationId);
    await run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 300) });
    await expect(run(submitStanding, chair, { organizationId })).rejects.toMatchObject({ code: "standing_nothing_new" });
    await upload(chair, organizationId, addDays(today(), 900));
    await run(submitStanding, chair, { organizationId });
    expect((await standingOf(organizationId)).standing).toBe("approved");
    await accept(organizationId);
    await run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 800) });
    expect((await standingOf(organizationId)).until).toBe(addDays(today(), 800));
  });

  test("can be lived through at another time", async () => {
    const { organizationId, chair } = await registered();
    await atTime(new Date("2026-02-03T03:00:00Z"), async () => {
      await upload(chair, organizationId, "2028-02-03");
      await run(submitStanding, chair, { organizationId });
      await accept(organizationId);
      await run(approveStanding, desk.administrator, { organizationId, validUntil: "2028-02-03" });
    });
    const row = await db
      .selectFrom("organizations")
      .select("standing_decided_at")
      .where("id", "=", organizationId)
      .executeTakeFirstOrThrow();
    expect(row.standing_decided_at).toEqual(new Date("2026-02-03T03:00:00Z"));
  });

  const document = (overrides: object) => ({
    key: newId(),
    kind: "village_decree",
    number: "1",
    issuer: "Kades",
    issuedOn: "2025-01-10",
    validUntil: addDays(today(), 9) as string | null,
    file: paper(),
    ...overrides,
  });
  test.each([
    ["of another element", { kind: "nib" }, "document_kind_unknown"],
    ["issued tomorrow", { issuedOn: addDays(today(), 1), validUntil: addDays(today(), 9) }, "document_issued_in_future"],
    ["without the end it must have", { validUntil: null }, "document_expiry_missing"],
    ["that ends before it begins", { validUntil: "2024-12-31" }, "document_dates_order"],
    ["that has expired", { validUntil: "2025-02-01" }, "document_expired"],
    ["with an empty file", { file: new File([], "x.pdf") }, "file_empty"],
    ["with a file of another kind", { file: new File(["#!/bin/sh"], "x.pdf", { type: "application/pdf" }) }, "file_kind_unsupported"],
    [
      "with a damaged photo",
      { file: new File([new Uint8Array(photo.subarray(0, 200))], "x.jpg", { type: "image/jpeg" }) },
      "file_unreadable",
    ],
  ])("refuses a document %s", async (_, overrides, code) => {
    const { organizationId, chair } = await registered();
    await expect(run(submitStandingDocument, chair, { organizationId, ...document(overrides) })).rejects.toMatchObject({ code });
    expect(await listStandingDocuments(db, organizationId)).toEqual([]);
  });

  test("is closed to strangers, to members without the role, and to the desk's own organisations", async () => {
    const mine = await registered();
    const other = await registered();
    await expect(run(submitStandingDocument, other.chair, { organizationId: mine.organizationId, ...document({}) })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(run(submitStanding, other.chair, { organizationId: mine.organizationId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(
      run(approveStanding, mine.chair, { organizationId: mine.organizationId, validUntil: addDays(today(), 9) }),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await expect(
      run(approveStanding, desk.verifier, { organizationId: mine.organizationId, validUntil: addDays(today(), 9) }),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(rejectStanding, desk.administrator, { organizationId: desk.organizationId, note: "x" })).rejects.toMatchObject({
      code: "organization_not_found",
    });

    await upload(mine.chair, mine.organizationId);
    await run(submitStanding, mine.chair, { organizationId: mine.organizationId });
    const conflicted = await buildActor(db, { organizationId: desk.organizationId, roles: ["administrator"] });
    await db
      .insertInto("memberships")
      .values({ organization_id: mine.organizationId, user_id: conflicted.userId, role: "editor", created_at: new Date() })
      .execute();
    const [paperOfMine] = await listStandingDocuments(db, mine.organizationId);
    const both = await again(conflicted);
    await expect(run(checkStandingDocument, both, { documentId: paperOfMine?.id ?? "", accepted: true, note: "" })).rejects.toMatchObject({
      code: "document_own_organization",
    });
    await expect(run(rejectStanding, both, { organizationId: mine.organizationId, note: "x" })).rejects.toMatchObject({
      code: "document_own_organization",
    });
  });
});

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
    expect(await mailsTo(built.chair.email)).toEqual(["payee-account-verified"]);
    expect(await mailsTo(built.treasurer.email)).toEqual(["payee-account-verified"]);
    expect(await mailsTo(built.editor.email)).toEqual([]);
    await expect(run(verifyPayeeAccount, desk.verifier, { payeeAccountId })).rejects.toMatchObject({ code: "payee_account_decided" });
    await expect(run(verifyPayeeAccount, desk.disburser, { payeeAccountId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(verifyPayeeAccount, desk.verifier, { payeeAccountId: newId() })).rejects.toMatchObject({
      code: "payee_account_not_found",
    });
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

describe("members", () => {
  const invitation = (organizationId: string, email: string, role: Role = "editor") => ({
    key: newId(),
    organizationId,
    email,
    role,
    language: "id" as const,
  });

  test("join by the link that was mailed to them, once", async () => {
    const built = await buildCommunity(db);
    const guest = await buildActor(db, { verified: false });
    await run(inviteMember, built.chair, invitation(built.organizationId, guest.email.toUpperCase()));
    const token = await tokenFor(guest.email);
    expect(await findInvitation(db, token)).toMatchObject({ email: guest.email, role: "editor" });
    const kept = await db.selectFrom("invitations").select("token_hash").execute();
    expect(kept.some((row) => row.token_hash.includes(token))).toBe(false);

    const stranger = await buildActor(db);
    await expect(run(acceptInvitation, stranger, { token })).rejects.toMatchObject({ code: "invitation_other_address" });
    await run(acceptInvitation, guest, { token });
    expect(await again(guest)).toMatchObject({
      emailVerified: true,
      memberships: [{ organizationId: built.organizationId, roles: ["editor"] }],
    });
    await expect(run(acceptInvitation, guest, { token })).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(run(inviteMember, built.chair, invitation(built.organizationId, guest.email))).rejects.toMatchObject({
      code: "already_member",
    });
  });

  test("can't join by a link that is cancelled, replaced or past its day", async () => {
    const built = await buildCommunity(db);
    const guest = await buildActor(db);
    await run(inviteMember, built.chair, invitation(built.organizationId, guest.email));
    const first = await tokenFor(guest.email);
    const [open] = await listInvitations(db, built.organizationId);
    await run(resendInvitation, built.chair, { organizationId: built.organizationId, invitationId: open?.id ?? "", language: "id" });
    const second = await tokenFor(guest.email);
    await expect(run(acceptInvitation, guest, { token: first })).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(
      atTime(new Date(Date.now() + 9 * 86_400_000), () => run(acceptInvitation, guest, { token: second })),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
    const [current] = await listInvitations(db, built.organizationId);
    await run(cancelInvitation, built.chair, { organizationId: built.organizationId, invitationId: current?.id ?? "" });
    await expect(run(acceptInvitation, guest, { token: second })).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(
      run(cancelInvitation, built.chair, { organizationId: built.organizationId, invitationId: current?.id ?? "" }),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(
      run(resendInvitation, built.chair, { organizationId: built.organizationId, invitationId: current?.id ?? "", language: "id" }),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
  });

  test("are invited by the chair of that organisation only, to roles that it knows", async () => {
    const mine = await buildCommunity(db);
    const other = await buildCommunity(db);
    const email = `${newId()}@contoh.example`;
    await expect(run(inviteMember, mine.treasurer, invitation(mine.organizationId, email))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(inviteMember, other.chair, invitation(mine.organizationId, email))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(inviteMember, mine.chair, invitation(newId(), email))).rejects.toMatchObject({ code: "organization_not_found" });
    await expect(run(inviteMember, mine.chair, invitation(mine.organizationId, email, "administrator"))).rejects.toMatchObject({
      code: "role_unknown",
    });
    await run(inviteMember, mine.chair, invitation(mine.organizationId, email));
    const [open] = await listInvitations(db, mine.organizationId);
    await expect(
      run(cancelInvitation, other.chair, { organizationId: other.organizationId, invitationId: open?.id ?? "" }),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
  });

  test("change roles, but an organisation keeps a chair and two people for two offices", async () => {
    const built = await buildCommunity(db);
    const { organizationId, chair, editor, treasurer } = built;
    const set = (userId: string, ...roles: Role[]) => run(setMemberRoles, chair, { organizationId, userId, roles });
    await expect(set(chair.userId, "editor")).rejects.toMatchObject({ code: "last_manager", details: { role: "chair" } });
    await expect(set(chair.userId, "chair", "treasurer")).rejects.toMatchObject({ code: "roles_conflict" });
    await expect(set(editor.userId)).rejects.toMatchObject({ code: "roles_empty" });
    await expect(set(editor.userId, "approver")).rejects.toMatchObject({ code: "role_unknown" });
    await expect(set(newId(), "editor")).rejects.toMatchObject({ code: "member_not_found" });
    await expect(run(setMemberRoles, treasurer, { organizationId, userId: treasurer.userId, roles: ["chair"] })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await set(editor.userId, "chair", "editor");
    await set(chair.userId, "editor");
    const members = await listMembers(db, organizationId, "community");
    expect(members.map((member) => [member.userId, member.roles])).toEqual([
      [editor.userId, ["chair", "editor"]],
      [treasurer.userId, ["treasurer"]],
      [chair.userId, ["editor"]],
    ]);
  });

  test("alone in an organisation may hold both offices", async () => {
    const { organizationId, chair } = await registered();
    await run(setMemberRoles, chair, { organizationId, userId: chair.userId, roles: ["chair", "treasurer", "editor"] });
    expect((await again(chair)).memberships[0]?.roles).toHaveLength(3);
  });

  test("are removed by the chair or leave by themselves, never the last chair", async () => {
    const { organizationId, chair, editor, treasurer } = await buildCommunity(db);
    await expect(run(removeMember, editor, { organizationId, userId: treasurer.userId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(removeMember, chair, { organizationId, userId: chair.userId })).rejects.toMatchObject({ code: "last_manager" });
    await run(removeMember, editor, { organizationId, userId: editor.userId });
    await run(removeMember, chair, { organizationId, userId: treasurer.userId });
    await expect(run(removeMember, chair, { organizationId, userId: treasurer.userId })).rejects.toMatchObject({
      code: "member_not_found",
    });
    expect(await listMembers(db, organizationId, "community")).toHaveLength(1);
  });

  test("two chairs who leave at once leave one chair", async () => {
    const { organizationId, chair } = await buildCommunity(db);
    const second = await buildActor(db, { organizationId, roles: ["chair"] });
    const outcomes = await Promise.allSettled(
      [chair, second].map((actor) => run(removeMember, actor, { organizationId, userId: actor.userId })),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await peopleWithRoles(db, organizationId, "chair")).toHaveLength(1);
  });
});

describe("profile and people", () => {
  test("a profile saved twice from one page is refused the second time", async () => {
    const { organizationId, editor } = await buildCommunity(db);
    const input = { organizationId, version: 1, about: "Kami.", address: "Balai", phone: "0811 0000 601" };
    await run(editProfile, editor, input);
    await expect(run(editProfile, editor, { ...input, about: "Lain." })).rejects.toMatchObject({ code: "stale_version" });
    const other = await buildCommunity(db);
    await expect(run(editProfile, other.chair, { ...input, version: 2 })).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("people are found once, however many roles they hold", async () => {
    const { organizationId } = await buildCompany(db);
    const both = await buildActor(db, { organizationId, roles: ["approver", "finance"] });
    const found = await peopleWithRoles(db, organizationId, "approver", "finance");
    expect(found.filter((person) => person.userId === both.userId)).toHaveLength(1);
    expect(found).toHaveLength(3);
    expect(await peopleWithRoles(db, organizationId)).toHaveLength(5);
    expect((await platformPeople(db, "reconciler")).map((person) => person.userId)).toEqual([desk.reconciler.userId]);
  });
});
