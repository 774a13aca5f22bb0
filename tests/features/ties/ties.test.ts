import { describe, expect, test } from "vitest";
import { acceptAssignment } from "~/features/assignments/accept-assignment.server";
import { declineAssignment } from "~/features/assignments/decline-assignment.server";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import { checkStandingDocument } from "~/features/organizations/check-standing-document.server";
import { listStandingDocuments } from "~/features/organizations/standing-queries.server";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { confirmTies } from "~/features/ties/confirm-ties.server";
import { type DeclareTieInput, declareTie } from "~/features/ties/declare-tie.server";
import { requireUntied } from "~/features/ties/require-untied.server";
import { declarationEnd, tieHolds } from "~/features/ties/tie";
import { findParties, latestDeclaration, tieTo, tiesOf } from "~/features/ties/tie-queries.server";
import { withdrawTie } from "~/features/ties/withdraw-tie.server";
import { recuse } from "~/features/verification/recuse.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { addDays, addYears } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";
import { draftedProposal } from "#tests/support/proposals";

const db = await testDatabase();
const { desk, run, registered, upload } = await organizationsOn(db);

function tie(organizationId: string | null, overrides: Partial<DeclareTieInput> = {}): DeclareTieInput {
  return { organizationId, partyName: "", kind: "officer", detail: "", endedOn: null, ...overrides };
}

async function verifier() {
  return buildActor(db, { organizationId: desk.organizationId, roles: ["verifier"] });
}

describe("a declared tie", () => {
  test("stops its person from verifying the organisation and whom it sponsors, until it is taken back", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3" });
    const community = await buildCommunity(db);
    await db.updateTable("organizations").set({ sponsor_id: sponsor.organizationId }).where("id", "=", community.organizationId).execute();
    const { proposalId, version } = await draftedProposal(db, community);
    await run(submitProposal, community.chair, { proposalId, version });
    const person = await verifier();
    await expect(run(recuse, person, { proposalId })).rejects.toMatchObject({ code: "no_tie" });
    const { tieId } = await run(declareTie, person, tie(sponsor.organizationId, { detail: "Pernah bendahara" }));
    await expect(run(startVerification, person, { proposalId })).rejects.toMatchObject({ code: "declared_tie" });
    await run(recuse, person, { proposalId });
    await run(recuse, person, { proposalId });
    await expect(run(recuse, community.chair, { proposalId })).rejects.toMatchObject({ code: "not_allowed" });
    const rows = await db.selectFrom("proposal_recusals").select("user_id").where("proposal_id", "=", proposalId).execute();
    expect(rows).toEqual([{ user_id: person.userId }]);
    await run(withdrawTie, person, { tieId });
    await expect(run(withdrawTie, person, { tieId })).rejects.toMatchObject({ code: "tie_not_found" });
    expect(await tiesOf(db, person.userId)).toMatchObject([{ detail: "Pernah bendahara", withdrawnAt: expect.any(Date) }]);
    await run(startVerification, person, { proposalId });
  });

  test("stops from checking papers, and from the other side as well", async () => {
    const { organizationId, chair } = await registered();
    await upload(chair, organizationId);
    const [document] = await listStandingDocuments(db, organizationId);
    const person = await verifier();
    await run(declareTie, person, tie(organizationId, { kind: "family" }));
    await expect(run(checkStandingDocument, person, { documentId: document?.id ?? "", accepted: true, note: "" })).rejects.toMatchObject({
      code: "document_declared_tie",
    });

    const practitioner = await buildPractitioner(db);
    const community = await buildCommunity(db);
    expect(await tieTo(db, practitioner.person, [community.organizationId, null])).toBeUndefined();
    await run(declareTie, community.treasurer, tie(practitioner.organizationId, { kind: "debt" }));
    expect(await tieTo(db, practitioner.person, [community.organizationId])).toBe("declared");
    await expect(run(requireUntied, practitioner.person, [community.organizationId])).rejects.toMatchObject({ code: "declared_tie" });
    await expect(run(requireUntied, community.editor, [community.organizationId])).rejects.toMatchObject({ code: "own_organization" });
    await run(requireUntied, practitioner.person, [null]);
  });

  test("keeps tasks away, and declining one because of a tie is counted", async () => {
    const community = await buildCommunity(db);
    const tied = await buildPractitioner(db);
    const free = await buildPractitioner(db);
    await run(declareTie, tied.person, tie(community.organizationId));
    const { proposalId, version } = await draftedProposal(db, community);
    await run(submitProposal, community.chair, { proposalId, version });
    await run(startVerification, desk.verifier, { proposalId });
    const offer = { key: newId(), proposalId, kind: "field_visit" as const, dueOn: addDays(today(), 5) };
    await expect(run(offerAssignment, desk.verifier, { ...offer, organizationId: tied.organizationId })).rejects.toMatchObject({
      code: "practitioner_tied",
    });
    const { assignmentId } = await run(offerAssignment, desk.verifier, { ...offer, key: newId(), organizationId: free.organizationId });
    await run(declareTie, free.person, tie(community.organizationId));
    await expect(run(acceptAssignment, free.person, { assignmentId, untied: true })).rejects.toMatchObject({ code: "declared_tie" });
    await run(declineAssignment, free.person, { assignmentId, reason: "tied" });
    const rows = await db.selectFrom("proposal_recusals").select("user_id").where("proposal_id", "=", proposalId).execute();
    expect(rows).toEqual([{ user_id: free.person.userId }]);
  });

  test("holds three years after it ended", () => {
    const tieOf = (endedOn: string | null, withdrawnAt: Date | null = null) => ({ endedOn, withdrawnAt });
    expect(tieHolds(tieOf(null), "2026-11-24")).toBe(true);
    expect(tieHolds(tieOf("2024-03-31"), "2026-11-24")).toBe(true);
    expect(tieHolds(tieOf("2023-11-24"), "2026-11-24")).toBe(true);
    expect(tieHolds(tieOf("2023-11-23"), "2026-11-24")).toBe(false);
    expect(tieHolds(tieOf(null, new Date()), "2026-11-24")).toBe(false);
  });

  test("is shown to the public as a number alone", async () => {
    const program = await buildPublishedProgram(db);
    const { person } = await buildPractitioner(db);
    await run(declareTie, person, tie(program.community.organizationId));
    await run(recuse, person, { proposalId: program.proposalId });
    const shown = await findProgramBySlug(db, program.slug);
    expect(shown?.recusals).toBe(1);
    expect(JSON.stringify(shown, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(person.userId);
  });

  test("is refused without a party, to one's own, to nobody, or when it ends ahead", async () => {
    const community = await buildCommunity(db);
    const person = community.chair;
    await expect(run(declareTie, person, tie(null, { partyName: " " }))).rejects.toMatchObject({
      code: "tie_party_missing",
      details: { field: "partyName" },
    });
    await expect(run(declareTie, person, tie(community.organizationId))).rejects.toMatchObject({ code: "tie_own_organization" });
    for (const id of [newId(), "x", desk.organizationId]) {
      await expect(run(declareTie, person, tie(id))).rejects.toMatchObject({ code: "tie_party_unknown" });
    }
    await expect(run(declareTie, person, tie(null, { partyName: "Toko", endedOn: addDays(today(), 1) }))).rejects.toMatchObject({
      code: "tie_end_in_future",
    });
    await run(declareTie, person, tie(null, { partyName: "Toko Sumber Alat", kind: "family" }));
    expect(await tiesOf(db, person.userId)).toMatchObject([{ party: "Toko Sumber Alat", organizationId: null }]);
  });
});

test("the yearly statement holds for a year and can be renewed", async () => {
  const person = await verifier();
  expect(await latestDeclaration(db, person.userId)).toBeNull();
  await run(confirmTies, person, {});
  await run(confirmTies, person, {});
  expect(await latestDeclaration(db, person.userId)).toEqual({ declaredOn: today(), validUntil: addYears(today(), 1), holds: true });
  expect(declarationEnd("2026-01-05")).toBe("2027-01-05");
});

test("parties are found by a part of their name, never the desk", async () => {
  await buildCommunity(db, { name: "LKS Pencarian 100%" });
  expect((await findParties(db, "pencarian")).map(({ name }) => name)).toEqual(["LKS Pencarian 100%"]);
  expect(await findParties(db, "100%")).toHaveLength(1);
  expect(await findParties(db, "_")).toEqual([]);
  expect(await findParties(db, "Meja Sinergi")).toEqual([]);
});
