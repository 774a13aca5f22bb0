import { describe, expect, test } from "vitest";
import { approveStanding } from "~/features/organizations/approve-standing.server";
import { checkStandingDocument } from "~/features/organizations/check-standing-document.server";
import { countWaiting, listOrganizations } from "~/features/organizations/directory-queries.server";
import { rejectStanding } from "~/features/organizations/reject-standing.server";
import { requestStandingRevision } from "~/features/organizations/request-standing-revision.server";
import { listStandingDocuments } from "~/features/organizations/standing-queries.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { submitStanding } from "~/features/organizations/submit-standing.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, today } from "~/platform/clock.server";
import { buildActor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";
import { organizationsOn, paper } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, again, registered, upload, accept, mailsTo } = await organizationsOn(db);

async function standingOf(organizationId: string) {
  const { standing, standing_valid_until, standing_note } = await db
    .selectFrom("organizations")
    .selectAll()
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return { standing, until: standing_valid_until, note: standing_note };
}

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
      number: "3316064508890000",
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
    ["with a damaged photo", { file: paper("x.jpg", 200) }, "file_unreadable"],
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
