import { describe, expect, test } from "vitest";
import { answerQuestion } from "~/features/residents/answer-question.server";
import { askResidents } from "~/features/residents/ask-residents.server";
import { closeAlert, hideAnswer, showAnswer } from "~/features/residents/moderate-answer.server";
import { deskAnswers, findQuestion, questionsOfProgram } from "~/features/residents/resident-queries.server";
import { type ResidentAnswer, mostQuestions, raisesDoubt } from "~/features/residents/residents";
import { addMember } from "~/features/organizations/add-member.server";
import { newId } from "~/kernel/ids";
import { buildActor } from "#db/seed/builders/people";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";
import { draftedProposal } from "#tests/support/proposals";

const db = await testDatabase();
const { run, again, desk } = await organizationsOn(db);

const device = () => newId().replaceAll("-", "");

async function poster(overrides: { program?: BuiltProgram; trancheN?: number | null } = {}) {
  const program = overrides.program ?? (await buildPublishedProgram(db));
  const input = {
    key: newId(),
    proposalId: program.proposalId,
    trancheN: overrides.trancheN ?? null,
    thing: "40 rak tanam",
    place: "RW 04",
    households: 20,
  };
  return { program, input, ...(await run(askResidents, program.community.editor, input)) };
}

function say(code: string, answer: ResidentAnswer, given: { comment?: string; device?: string; from?: string } = {}): Promise<void> {
  return answerQuestion(db, { code, answer, comment: "", device: device(), from: newId(), ...given });
}

const counts = async (code: string) => (await findQuestion(db, code, undefined))?.counts;

describe("a poster", () => {
  test("is made by the community for a public program, once for one form", async () => {
    const { program, input, code } = await poster({ trancheN: 1 });
    expect(await run(askResidents, program.community.editor, input)).toEqual({ code });
    const again = { ...input, key: newId() };
    await expect(run(askResidents, program.community.treasurer, again)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(askResidents, program.community.editor, { ...again, trancheN: 9 })).rejects.toMatchObject({ code: "tranche_unknown" });
    const draft = await draftedProposal(db, program.community);
    await expect(
      run(askResidents, program.community.editor, { ...again, proposalId: draft.proposalId, trancheN: null }),
    ).rejects.toMatchObject({
      code: "not_public",
    });
  });

  test(`at most ${mostQuestions} for one program`, async () => {
    const { program, input } = await poster();
    for (let n = 1; n < mostQuestions; n += 1) await run(askResidents, program.community.editor, { ...input, key: newId() });
    await expect(run(askResidents, program.community.editor, { ...input, key: newId() })).rejects.toMatchObject({ code: "questions_many" });
  });
});

describe("residents", () => {
  test("answer once for each device; a later answer replaces the earlier, which stays as history", async () => {
    const { code } = await poster();
    const own = device();
    await say(code, "not_yet", { device: own });
    await say(code, "arrived", { device: own });
    await say(code.toLowerCase(), "different");
    expect(await counts(code)).toMatchObject({ arrived: 1, not_yet: 0, different: 1, changed: 1, hidden: 0 });
    expect((await findQuestion(db, code, own))?.own?.answer).toBe("arrived");
    expect((await findQuestion(db, code, device()))?.own).toBeUndefined();
    await expect(say("2222-2223", "arrived")).rejects.toMatchObject({ code: "question_unknown" });
  });

  test("keep one answer when the same device sends many at once", async () => {
    const { code } = await poster();
    const own = device();
    await Promise.all(["arrived", "not_yet", "different", "arrived"].map((answer) => say(code, answer as ResidentAnswer, { device: own })));
    const now = await counts(code);
    expect([(now?.arrived ?? 0) + (now?.not_yet ?? 0) + (now?.different ?? 0), now?.changed]).toEqual([1, 3]);
  });

  test("can't be put together from several posters", async () => {
    const own = device();
    const { code, program } = await poster();
    const other = await poster({ program });
    await say(code, "arrived", { device: own });
    await say(other.code, "arrived", { device: own });
    const rows = await db.selectFrom("resident_answers").select("device_hash").where("proposal_id", "=", program.proposalId).execute();
    expect(new Set(rows.map((row) => row.device_hash)).size).toBe(2);
  });

  test("not without end from one place or one device", async () => {
    const { code } = await poster();
    const from = newId();
    const many = await Promise.allSettled(Array.from({ length: 32 }, () => say(code, "arrived", { from })));
    expect(many.filter((outcome) => outcome.status === "rejected").length).toBe(2);
    const own = device();
    for (let n = 0; n < 5; n += 1) await say(code, "arrived", { device: own });
    await expect(say(code, "arrived", { device: own })).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("the desk", () => {
  test("reads comments before anyone else, and hides with a reason that stays counted", async () => {
    const { code, program } = await poster();
    await say(code, "different", { comment: "Ada 22 rak." });
    await say(code, "arrived", { comment: "Nomor HP ketua 0812…" });
    const shown = async () => (await questionsOfProgram(db, program.proposalId))[0]?.comments.map((comment) => comment.comment);
    expect([await shown(), (await counts(code))?.unread]).toEqual([[], 2]);
    const answerOf = async (comment: string) =>
      (await db.selectFrom("resident_answers").select("id").where("comment", "=", comment).executeTakeFirstOrThrow()).id;
    await run(showAnswer, desk.verifier, { answerId: await answerOf("Ada 22 rak.") });
    const hiding = { answerId: await answerOf("Nomor HP ketua 0812…"), reason: "personal_data", note: "Nomor telepon." } as const;
    await run(hideAnswer, desk.verifier, hiding);
    expect(await shown()).toEqual(["Ada 22 rak."]);
    expect(await counts(code)).toMatchObject({ arrived: 0, different: 1, hidden: 1, unread: 0 });
    await run(showAnswer, desk.administrator, { answerId: hiding.answerId });
    expect(await counts(code)).toMatchObject({ arrived: 1, hidden: 0 });
    await expect(run(hideAnswer, desk.auditor, hiding)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(hideAnswer, desk.verifier, { ...hiding, answerId: newId() })).rejects.toMatchObject({ code: "not_found" });
  });

  test("gets one task when many say “not yet”, closes it with a finding, and another when it goes on", async () => {
    const { code, program } = await poster();
    await say(code, "not_yet");
    await say(code, "not_yet");
    const open = async () => (await deskAnswers(db)).alerts.filter((alert) => alert.proposalId === program.proposalId);
    expect(await open()).toEqual([]);
    await Promise.all([say(code, "not_yet"), say(code, "not_yet")]);
    const [task, ...more] = await open();
    expect(more).toEqual([]);
    const alertId = task?.id ?? "";
    const finding = "PSM melihat 22 rak terpasang, sisanya masih di balai.";
    const tied = await buildActor(db, { organizationId: desk.organizationId, roles: ["verifier"] });
    await db
      .transaction()
      .execute((trx) => addMember(trx, { organizationId: program.community.organizationId, userId: tied.userId, roles: ["editor"] }));
    await expect(run(closeAlert, await again(tied), { alertId, finding })).rejects.toMatchObject({ code: "own_organization" });
    await run(closeAlert, desk.verifier, { alertId, finding });
    await expect(run(closeAlert, desk.verifier, { alertId, finding })).rejects.toMatchObject({ code: "alert_closed" });
    await say(code, "not_yet");
    expect(await open()).toEqual([]);
    await say(code, "not_yet");
    await say(code, "not_yet");
    expect((await open()).length).toBe(1);
    const mails = await db
      .selectFrom("email_messages")
      .select("id")
      .where("template", "=", "residents-doubt")
      .where("to_address", "=", desk.verifier.email)
      .execute();
    expect(mails.length).toBe(2);
  });

  test("is asked by at least three, and a third of all", () => {
    const of = (not_yet: number, arrived: number) => ({ arrived, not_yet, different: 0, hidden: 9, changed: 9, unread: 0 });
    expect([raisesDoubt(of(2, 0)), raisesDoubt(of(3, 6)), raisesDoubt(of(3, 7)), raisesDoubt(of(40, 60))]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
