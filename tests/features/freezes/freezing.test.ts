import { describe, expect, test } from "vitest";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { scopesOf, stops } from "~/features/freezes/freeze";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { freezesOf, openFreezes } from "~/features/freezes/freeze-queries.server";
import { unfreezeOrganization } from "~/features/freezes/unfreeze-organization.server";
import { pledgeEligibility } from "~/features/pledges/pledge-form-queries.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { newId } from "~/kernel/ids";
import { buildCommunity, buildCompany, buildPlatformDesk, buildPractitioner } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { endings, fundedProgram, requested } from "#tests/support/cycle";
import { pledgeInput, run } from "#tests/support/pledges";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";

const db = await testDatabase();
const desk = await buildPlatformDesk(db);
const reason = "Rekening penerima sedang dicocokkan ulang.";

function freeze(organizationId: string, scope: "proposals" | "pledges" | "disbursements" | "all") {
  return run(db, freezeOrganization, desk.administrator, { organizationId, scope, reason });
}

describe("a freeze", () => {
  test("stops new proposals in words, also one that is about to be published, until it is lifted", async () => {
    const community = await buildCommunity(db, { name: "Karang Taruna Beku" });
    const drafted = await draftedProposal(db, community);
    const checked = await checkedProposal(db, community, desk);
    const { freezeId } = await freeze(community.organizationId, "proposals");
    const refusal = { code: "organization_frozen", details: { organization: "Karang Taruna Beku", reason } };
    await expect(run(db, submitProposal, community.chair, drafted)).rejects.toMatchObject(refusal);
    await expect(run(db, publishProposal, desk.administrator, { proposalId: checked })).rejects.toMatchObject(refusal);
    await expect(
      run(db, unfreezeOrganization, desk.administrator, { organizationId: community.organizationId, freezeId, note: " " }),
    ).rejects.toMatchObject({ code: "lift_note_missing", details: { field: "note" } });
    await run(db, unfreezeOrganization, desk.administrator, { organizationId: community.organizationId, freezeId, note: "Sudah cocok." });
    await run(db, submitProposal, community.chair, drafted);
    expect(await openFreezes(db, community.organizationId)).toEqual([]);
    expect(await freezesOf(db, community.organizationId)).toMatchObject([{ scope: "proposals", reason, liftNote: "Sudah cocok." }]);
    const mails = await db.selectFrom("email_messages").select("props").where("to_address", "=", community.chair.email).execute();
    expect(mails.map(({ props }) => (props as { happened?: string }).happened).filter(Boolean)).toEqual(["frozen", "lifted"]);
  });

  test("stops pledges on either side, and the program page says so", async () => {
    const program = await buildPublishedProgram(db);
    const company = await buildCompany(db);
    const { freezeId } = await freeze(program.community.organizationId, "pledges");
    await expect(run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n))).rejects.toMatchObject({
      code: "organization_frozen",
    });
    expect(await findProgramBySlug(db, program.slug)).toMatchObject({ acceptsPledges: false, freezes: [{ scope: "pledges", reason }] });
    const { organizationId } = program.community;
    await run(db, unfreezeOrganization, desk.administrator, { organizationId, freezeId, note: "Selesai." });
    await freeze(company.organizationId, "all");
    await expect(run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n))).rejects.toMatchObject({
      code: "organization_frozen",
    });
    expect(await pledgeEligibility(db, company.officer, undefined)).toMatchObject({ may: false, because: "frozen" });
  });

  test("of a community or of its sponsor stops every step of a termin", async () => {
    const program = await fundedProgram(db);
    const sponsor = await buildCommunity(db, { element: "lk3" });
    await db
      .updateTable("organizations")
      .set({ sponsor_id: sponsor.organizationId })
      .where("id", "=", program.community.organizationId)
      .execute();
    const target = await requested(db, program);
    await freeze(sponsor.organizationId, "disbursements");
    const frozen = { code: "organization_frozen" };
    await expect(run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() })).rejects.toMatchObject(frozen);
    await expect(run(db, approveDisbursement, desk.disbursementApprover, { ...target, key: newId() })).rejects.toMatchObject(frozen);
    const again = { key: newId(), proposalId: program.proposalId, trancheN: 2, note: "" };
    await expect(run(db, requestDisbursement, program.community.treasurer, again)).rejects.toMatchObject(frozen);
  });

  test("of a practitioner stops tasks", async () => {
    const { organizationId, person } = await buildPractitioner(db);
    await freeze(organizationId, "all");
    await expect(run(db, requireStanding, person, { organizationId, elements: ["community_social_worker"] })).rejects.toMatchObject({
      code: "organization_frozen",
    });
  });

  test("is an administrator's, of others, once for each scope, with a reason, of a scope that fits", async () => {
    const { organizationId } = await buildCommunity(db);
    const company = await buildCompany(db);
    const input = { organizationId, scope: "pledges" as const, reason };
    await expect(run(db, freezeOrganization, desk.verifier, input)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(db, freezeOrganization, desk.administrator, { ...input, reason: "  " })).rejects.toMatchObject({
      code: "freeze_reason_missing",
    });
    await expect(run(db, freezeOrganization, desk.administrator, { ...input, organizationId: newId() })).rejects.toMatchObject({
      code: "organization_not_found",
    });
    await expect(run(db, freezeOrganization, desk.administrator, { ...input, organizationId: desk.organizationId })).rejects.toMatchObject({
      code: "organization_not_found",
    });
    await expect(
      run(db, freezeOrganization, desk.administrator, { organizationId: company.organizationId, scope: "disbursements", reason }),
    ).rejects.toMatchObject({ code: "freeze_scope_unfit" });
    const both = await Promise.allSettled([freeze(organizationId, "pledges"), freeze(organizationId, "pledges")]);
    expect(endings(both)).toEqual({ done: 1, refused: ["frozen_already"] });
    await expect(run(db, unfreezeOrganization, desk.administrator, { organizationId, freezeId: newId(), note: "x" })).rejects.toMatchObject(
      { code: "freeze_not_found" },
    );
  });

  test("covers what its scope says", () => {
    expect(stops([{ scope: "all" }], "pledges")).toBe(true);
    expect(stops([{ scope: "pledges" }], "pledges")).toBe(true);
    expect(stops([{ scope: "pledges" }], "all")).toBe(false);
    expect(stops([], "all")).toBe(false);
    expect(scopesOf("platform")).toEqual([]);
  });
});
