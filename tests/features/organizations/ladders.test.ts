import { describe, expect, test } from "vitest";
import { approveStanding } from "~/features/organizations/approve-standing.server";
import { changeLegalForm } from "~/features/organizations/change-legal-form.server";
import { getOrganization } from "~/features/organizations/organization-queries.server";
import { standingHistory } from "~/features/organizations/standing-history.server";
import { documentKinds } from "~/features/organizations/standing-queries.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { submitStanding } from "~/features/organizations/submit-standing.server";
import { addDays, addYears } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { testDatabase } from "#tests/support/database";
import { organizationsOn, paper } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, registered, upload, accept } = await organizationsOn(db);

async function codes(form: "incorporated" | "unincorporated") {
  return (await documentKinds(db, "lks", form)).filter(({ required }) => required).map(({ code }) => code);
}

describe("the two ladders of an LKS", () => {
  test("ask a legal entity for deed, decree and tax number, a group for its legalised note", async () => {
    expect(await codes("incorporated")).toEqual(["registration", "deed", "legal_entity", "npwp", "statutes", "domicile", "identity"]);
    expect(await codes("unincorporated")).toEqual(["registration", "founding_note", "statutes", "domicile", "identity"]);
    await expect(registered({ element: "lks" })).rejects.toMatchObject({ code: "legal_form_missing", details: { field: "legalForm" } });
  });

  test("lead each to approval, and from one to the other with 60 days to upload what is new", async () => {
    const { organizationId, chair } = await registered({ element: "lks", legalForm: "unincorporated", name: `LKS ${newId()}` });
    await upload(chair, organizationId);
    await run(submitStanding, chair, { organizationId });
    await expect(run(changeLegalForm, chair, { organizationId, legalForm: "incorporated" })).rejects.toMatchObject({
      code: "legal_form_being_checked",
    });
    await accept(organizationId);
    await run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 300) });

    await run(changeLegalForm, chair, { organizationId, legalForm: "incorporated" });
    expect(await getOrganization(db, organizationId)).toMatchObject({
      legalForm: "incorporated",
      standing: "approved",
      standingValidUntil: addDays(today(), 60),
    });
    const former = (await standingHistory(db, organizationId))?.documents ?? [];
    expect(former.map(({ kind, name }) => [kind, name.id])).toEqual([["founding_note", "Nota pendirian yang disahkan"]]);
    await expect(run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 300) })).rejects.toMatchObject({
      code: "standing_documents_unproven",
      details: { count: 3 },
    });
    await upload(chair, organizationId);
    await run(submitStanding, chair, { organizationId });
    await accept(organizationId);
    await run(approveStanding, desk.administrator, { organizationId, validUntil: addDays(today(), 300) });
    expect((await getOrganization(db, organizationId)).standingValidUntil).toBe(addDays(today(), 300));
  });

  test("are for LKS alone, and change by the chair", async () => {
    const youth = await registered();
    await expect(
      run(changeLegalForm, youth.chair, { organizationId: youth.organizationId, legalForm: "incorporated" }),
    ).rejects.toMatchObject({ code: "legal_form_fixed" });
    await expect(
      run(changeLegalForm, desk.administrator, { organizationId: youth.organizationId, legalForm: "incorporated" }),
    ).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("the term of Karang Taruna's officers", () => {
  const decree = (organizationId: string, validUntil: string) => ({
    key: newId(),
    organizationId,
    kind: "village_decree",
    number: "141/7/2025",
    issuer: "Kepala Desa",
    issuedOn: "2025-01-10",
    validUntil,
    file: paper(),
  });

  test("is in the decree and lasts five years at most", async () => {
    const { organizationId, chair } = await registered();
    await expect(run(submitStandingDocument, chair, decree(organizationId, "2030-01-11"))).rejects.toMatchObject({
      code: "document_term_too_long",
      details: { field: "validUntil", years: 5 },
    });
    await run(submitStandingDocument, chair, decree(organizationId, "2030-01-10"));
  });

  test("counts years by the calendar", () => {
    expect(addYears("2024-02-29", 5)).toBe("2029-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(addYears("2025-01-10", 5)).toBe("2030-01-10");
  });
});

test("regulations are data: those in force are the basis, the replaced ones are kept", async () => {
  const { organizationId } = await registered();
  expect((await getOrganization(db, organizationId)).legalBasis).toBe("Permensos 25/2019, Permendagri 18/2018");
  const replaced = await db.selectFrom("regulations").select(["code", "until", "replaced_by"]).where("until", "is not", null).execute();
  expect(replaced).toContainEqual({ code: "permensos-184-2011", until: 2024, replaced_by: "permensos-5-2024" });
});
