import type { Kysely, Transaction } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptAssignment } from "~/features/assignments/accept-assignment.server";
import type { AssignmentKind } from "~/features/assignments/assignment";
import { assignmentsOf, findTask, publicStatements, tasksOf } from "~/features/assignments/assignment-queries.server";
import { concludeAssignment } from "~/features/assignments/conclude-assignment.server";
import { declineAssignment } from "~/features/assignments/decline-assignment.server";
import { lapseAssignments } from "~/features/assignments/lapse-assignments.server";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import { saveAnswers } from "~/features/assignments/save-answers.server";
import { findReadableFile } from "~/features/files/file-queries.server";
import type { Actor } from "~/features/identity/actor";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { recordCheck } from "~/features/verification/record-check.server";
import { findVerification } from "~/features/verification/verification-queries.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { checklists } from "#db/reference/checklists";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk, buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { acknowledged, fundedProgram, paper } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { startVerification } from "~/features/verification/start-verification.server";

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;
type Practitioner = Awaited<ReturnType<typeof buildPractitioner>>;

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
let psm: Practitioner;
beforeAll(async () => {
  db = await testDatabase();
  community = await buildCommunity(db);
  desk = await buildPlatformDesk(db);
  psm = await buildPractitioner(db, { areas: ["33.16.05"] });
});

function run<Input, Output>(operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}

async function verifying(patch: Parameters<typeof draftedProposal>[2] = {}): Promise<string> {
  const { proposalId, version } = await draftedProposal(db, community, patch);
  await run(submitProposal, community.chair, { proposalId, version });
  await run(startVerification, desk.verifier, { proposalId });
  return proposalId;
}

function offerOf(proposalId: string, who: Practitioner, kind: AssignmentKind = "field_visit", trancheN?: number) {
  return { key: newId(), proposalId, kind, organizationId: who.organizationId, dueOn: addDays(today(), 7), trancheN: trancheN ?? null };
}

async function accepted(proposalId: string, who: Practitioner, kind: AssignmentKind = "field_visit", trancheN?: number): Promise<string> {
  const { assignmentId } = await run(offerAssignment, desk.verifier, offerOf(proposalId, who, kind, trancheN));
  await run(acceptAssignment, who.person, { assignmentId, untied: true });
  return assignmentId;
}

function conclusion(assignmentId: string, kind: AssignmentKind = "field_visit", differs: Record<string, string> = {}) {
  return {
    key: newId(),
    assignmentId,
    result: Object.keys(differs).length > 0 ? ("differs" as const) : ("match" as const),
    finding: "Lokasi dikunjungi.",
    statement: kind === "endorsement" ? "Warga sudah bermusyawarah." : "",
    confirmsArrival: kind === "endorsement",
    answers: checklists[kind].map(({ code }) => ({
      item: code,
      answer: code in differs ? ("differs" as const) : ("match" as const),
      note: differs[code] ?? "",
    })),
  };
}

describe("an offer", () => {
  it("goes to a practitioner of the element, of the place, with a standing in force and without a tie", async () => {
    const proposalId = await verifying();
    const elsewhere = await buildPractitioner(db, { areas: ["33.16.01"] });
    const draft = await buildPractitioner(db, { areas: ["33.16.05"], standing: "draft" });
    const officer = await buildPractitioner(db, { element: "functional_extension_officer", areas: ["33.16"] });
    for (const unfit of [elsewhere, draft, officer]) {
      await expect(run(offerAssignment, desk.verifier, offerOf(proposalId, unfit))).rejects.toMatchObject({
        code: "practitioner_unfit",
        details: { field: "organizationId" },
      });
    }
    const tied = await buildPractitioner(db, { areas: ["33.16.05"] });
    await db
      .insertInto("memberships")
      .values({ organization_id: community.organizationId, user_id: tied.person.userId, role: "editor", created_at: now() })
      .execute();
    await expect(run(offerAssignment, desk.verifier, offerOf(proposalId, tied))).rejects.toMatchObject({ code: "practitioner_tied" });
    await expect(run(offerAssignment, desk.reconciler, offerOf(proposalId, psm))).rejects.toMatchObject({ code: "not_allowed" });
    const late = { ...offerOf(proposalId, psm), dueOn: today() };
    await expect(run(offerAssignment, desk.verifier, late)).rejects.toMatchObject({ code: "due_too_soon" });
  });

  it("is made once, also by two verifiers at the same moment, and sends one email", async () => {
    const proposalId = await verifying();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => run(offerAssignment, desk.verifier, offerOf(proposalId, psm))));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const [offered, ...others] = await assignmentsOf(db, proposalId);
    expect(others).toEqual([]);
    const emails = await db
      .selectFrom("email_messages")
      .select(["to_address", "props"])
      .where("template", "=", "assignment-offered")
      .execute();
    const about = emails.filter((email) => (email.props as { url: string }).url.endsWith(`/ruang/petugas/tugas/${offered?.id}`));
    expect(about.map((email) => email.to_address)).toEqual([psm.person.email]);
    const same = offerOf(await verifying(), psm);
    expect(await run(offerAssignment, desk.verifier, same)).toEqual(await run(offerAssignment, desk.verifier, same));
  });

  it("about a termin needs money that arrived", async () => {
    const program = await fundedProgram(db);
    const { areaCode } = await db
      .selectFrom("proposals")
      .select("area_code as areaCode")
      .where("id", "=", program.proposalId)
      .executeTakeFirstOrThrow();
    const worker = await buildPractitioner(db, { element: "professional_social_worker", areas: [areaCode?.slice(0, 8) ?? ""] });
    await expect(run(offerAssignment, desk.verifier, offerOf(program.proposalId, worker, "impact_assessment", 1))).rejects.toMatchObject({
      code: "termin_not_paid",
    });
    await acknowledged(db, program, desk);
    const assignmentId = await accepted(program.proposalId, worker, "impact_assessment", 1);
    await run(concludeAssignment, worker.person, conclusion(assignmentId, "impact_assessment"));
    expect(await publicStatements(db, program.proposalId)).toMatchObject([{ kind: "impact_assessment", trancheN: 1, result: "match" }]);
  });
});

describe("an answer", () => {
  it("opens the papers only after the declaration", async () => {
    const proposalId = await verifying();
    const { fileId } = await db
      .selectFrom("proposal_files")
      .select("file_id as fileId")
      .where("proposal_id", "=", proposalId)
      .executeTakeFirstOrThrow();
    await db.updateTable("files").set({ access: "parties" }).where("id", "=", fileId).execute();
    const { assignmentId } = await run(offerAssignment, desk.verifier, offerOf(proposalId, psm));
    await expect(run(acceptAssignment, psm.person, { assignmentId, untied: false })).rejects.toMatchObject({
      code: "tie_undeclared",
      details: { field: "untied" },
    });
    expect(await findReadableFile(db, psm.person, fileId)).toBeUndefined();
    await run(acceptAssignment, psm.person, { assignmentId, untied: true });
    expect(await findReadableFile(db, psm.person, fileId)).toBeDefined();
    const other = await buildPractitioner(db);
    expect(await findReadableFile(db, other.person, fileId)).toBeUndefined();
    expect(await findTask(db, other.organizationId, assignmentId)).toBeUndefined();
    await expect(run(acceptAssignment, other.person, { assignmentId, untied: true })).rejects.toMatchObject({ code: "not_allowed" });
  });

  it("can be no, with a reason that the desk learns; then somebody else may be asked", async () => {
    const proposalId = await verifying();
    const { assignmentId } = await run(offerAssignment, desk.verifier, offerOf(proposalId, psm));
    await run(declineAssignment, psm.person, { assignmentId, reason: "tied" });
    await expect(run(acceptAssignment, psm.person, { assignmentId, untied: true })).rejects.toMatchObject({ code: "assignment_moved" });
    const again = await accepted(proposalId, psm);
    await run(declineAssignment, psm.person, { assignmentId: again, reason: "no_time" });
    expect((await assignmentsOf(db, proposalId)).map((one) => [one.status, one.refusalReason]).sort()).toEqual([
      ["declined", "tied"],
      ["returned", "no_time"],
    ]);
  });

  it("that does not come lapses after two days, once", async () => {
    const proposalId = await verifying();
    const { assignmentId } = await run(offerAssignment, desk.verifier, offerOf(proposalId, psm));
    const later = new Date(now().getTime() + 3 * 86_400_000);
    await expect(atTime(later, () => run(acceptAssignment, psm.person, { assignmentId, untied: true }))).rejects.toMatchObject({
      code: "offer_over",
    });
    expect(await atTime(later, () => lapseAssignments(db))).toBeGreaterThan(0);
    expect(await atTime(later, () => lapseAssignments(db))).toBe(0);
    expect(await findTask(db, psm.organizationId, assignmentId)).toMatchObject({ status: "lapsed" });
  });
});

describe("the work", () => {
  it("is kept unfinished, and signed only when it is whole; then it is a check under the role", async () => {
    const proposalId = await verifying();
    const assignmentId = await accepted(proposalId, psm);
    const whole = conclusion(assignmentId);
    await run(saveAnswers, psm.person, { ...whole, key: newId(), answers: whole.answers.slice(0, 2), files: [paper("foto.pdf")] });
    expect(await findTask(db, psm.organizationId, assignmentId)).toMatchObject({ status: "accepted", files: [{ name: "foto.pdf" }] });
    await expect(run(concludeAssignment, psm.person, { ...whole, answers: [] })).rejects.toMatchObject({
      code: "answers_missing",
      details: { count: 3 },
    });
    await expect(run(concludeAssignment, psm.person, { ...whole, finding: " " })).rejects.toMatchObject({ code: "finding_missing" });
    const silent = conclusion(assignmentId, "field_visit", { place: "" });
    await expect(run(concludeAssignment, psm.person, silent)).rejects.toMatchObject({
      code: "difference_unexplained",
      details: { field: "catatan-place" },
    });
    const differing = conclusion(assignmentId, "field_visit", { place: "Ruang 4 × 5 meter" });
    await expect(run(concludeAssignment, psm.person, { ...differing, result: "match" })).rejects.toMatchObject({
      code: "match_with_difference",
    });
    await run(concludeAssignment, psm.person, differing);
    await run(concludeAssignment, psm.person, differing);
    const view = await findVerification(db, desk.verifier, proposalId);
    expect(view?.checks).toMatchObject([
      { kind: "field_visit", result: "differs", roleLabel: "Pekerja Sosial Masyarakat (PSM), Kecamatan Cepu" },
    ]);
    await expect(run(saveAnswers, psm.person, differing)).rejects.toMatchObject({ code: "assignment_moved" });
    expect((await tasksOf(db, psm.organizationId)).find((task) => task.id === assignmentId)?.status).toBe("done");
  });

  it("cannot be signed once the licence has ended, nor when the proposal is no longer being checked", async () => {
    const proposalId = await verifying();
    const worker = await buildPractitioner(db, { element: "professional_social_worker", areas: ["33.16.05"] });
    const assignmentId = await accepted(proposalId, worker, "need_assessment");
    const ended = db.updateTable("organizations").where("id", "=", worker.organizationId);
    await ended.set({ standing_valid_until: addDays(today(), -1) }).execute();
    await expect(run(concludeAssignment, worker.person, conclusion(assignmentId, "need_assessment"))).rejects.toMatchObject({
      code: "practitioner_standing_invalid",
    });
    await ended.set({ standing_valid_until: addDays(today(), 1) }).execute();
    await db.updateTable("proposals").set({ status: "revision_requested" }).where("id", "=", proposalId).execute();
    await expect(run(concludeAssignment, worker.person, conclusion(assignmentId, "need_assessment"))).rejects.toMatchObject({
      code: "not_verifying",
    });
  });

  it("of an endorsement needs a statement, which the public reads under the role", async () => {
    const proposalId = await verifying();
    const leader = await buildPractitioner(db, { element: "community_extension_worker", areas: ["33.16.05"] });
    const assignmentId = await accepted(proposalId, leader, "endorsement");
    const said = conclusion(assignmentId, "endorsement");
    await expect(run(concludeAssignment, leader.person, { ...said, statement: "" })).rejects.toMatchObject({ code: "statement_missing" });
    await run(concludeAssignment, leader.person, said);
    expect(await publicStatements(db, proposalId)).toMatchObject([
      { kind: "endorsement", statement: "Warga sudah bermusyawarah.", confirmsArrival: true },
    ]);
  });

  it("signed twice at once counts once", async () => {
    const proposalId = await verifying();
    const assignmentId = await accepted(proposalId, psm);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => run(concludeAssignment, psm.person, conclusion(assignmentId))));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await db.selectFrom("proposal_checks").select("id").where("proposal_id", "=", proposalId).execute()).toHaveLength(1);
  });
});

describe("a second reading", () => {
  const large = {
    lines: [{ section: "Air", description: "Sumur dalam", volume: "1", unit: "paket", unitPrice: 425_000_000n }],
    tranches: [
      { title: "Bor", amount: 225_000_000n, condition: "Dana tersedia", plannedOn: addDays(today(), 15) },
      { title: "Pipa", amount: 200_000_000n, condition: "Laporan Termin 1 terbit", plannedOn: addDays(today(), 90) },
    ],
  };

  it("is needed above the amount, by somebody who checked nothing of it", async () => {
    const proposalId = await checkedProposal(db, community, desk, large);
    await expect(run(publishProposal, desk.administrator, { proposalId })).rejects.toMatchObject({
      code: "checks_missing",
      details: { kind: "second_reading" },
    });
    const reading = {
      key: newId(),
      proposalId,
      kind: "second_reading" as const,
      result: "match" as const,
      finding: "Dibaca.",
      roleLabel: "Meja",
    };
    await expect(run(recordCheck, desk.verifier, reading)).rejects.toMatchObject({ code: "own_check" });
    const tksk = await buildPractitioner(db, { element: "tksk", areas: ["33.16.05"] });
    const assignmentId = await accepted(proposalId, tksk, "second_reading");
    await run(concludeAssignment, tksk.person, conclusion(assignmentId, "second_reading"));
    await run(publishProposal, desk.administrator, { proposalId });
  });

  it("is not needed for a small target", async () => {
    const proposalId = await checkedProposal(db, community, desk);
    await run(publishProposal, desk.administrator, { proposalId });
  });
});
