import { describe, expect, test } from "vitest";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { addMentoringNote } from "~/features/mentoring/add-mentoring-note.server";
import { answerMentoring } from "~/features/mentoring/answer-mentoring.server";
import { askMentor } from "~/features/mentoring/ask-mentor.server";
import { endMentoring } from "~/features/mentoring/end-mentoring.server";
import { type MentoringStatus, mayBecome } from "~/features/mentoring/mentoring";
import { findMentoring, mentoringsOf, mentorsOf } from "~/features/mentoring/mentoring-queries.server";
import { exportPersonalData } from "~/features/personal-data/export-personal-data.server";
import { requireUntied } from "~/features/ties/require-untied.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { type BuiltCommunity, buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { endings } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, again, mailsTo } = await organizationsOn(db);
const wish = "Kami ingin belajar mencatat kas.";

async function pair() {
  return { community: await buildCommunity(db), mentor: await buildPractitioner(db, { element: "woman_leader", name: "Ibu Uji" }) };
}

function asking(community: BuiltCommunity, mentorId: string) {
  return run(askMentor, community.chair, { organizationId: community.organizationId, mentorId, wish });
}

async function active() {
  const { community, mentor } = await pair();
  const { mentoringId } = await asking(community, mentor.organizationId);
  await run(answerMentoring, mentor.person, { mentoringId, accept: true, answer: "Bersedia." });
  return { community, mentor, mentoringId };
}

const session = (mentoringId: string, overrides: object = {}) => ({
  key: newId(),
  mentoringId,
  heldOn: today(),
  text: "Buku kas dibuat bersama.",
  ...overrides,
});

describe("mentoring", () => {
  test("is in what its mentor downloads, with her own notes", async () => {
    const { community, mentor, mentoringId } = await active();
    await run(addMentoringNote, mentor.person, session(mentoringId));
    await run(addMentoringNote, community.chair, session(mentoringId, { text: "Dicatat lembaga." }));
    const taken = await run(exportPersonalData, mentor.person, {});
    expect(taken.mentoring).toMatchObject([{ status: "active", answer: "Bersedia." }]);
    expect(taken.notesOfMentoring).toMatchObject([{ text: "Buku kas dibuat bersama." }]);
    expect(taken.leading).toEqual([]);
  });

  test("is asked for by a community with its wish, once at a time, of somebody outside", async () => {
    const { community, mentor } = await pair();
    const input = { organizationId: community.organizationId, mentorId: mentor.organizationId, wish };
    await expect(run(askMentor, community.treasurer, input)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(askMentor, community.chair, { ...input, wish: " " })).rejects.toMatchObject({ code: "wish_missing" });
    const worker = await buildPractitioner(db);
    const draft = await buildPractitioner(db, { element: "woman_leader", standing: "submitted" });
    for (const mentorId of [worker.organizationId, draft.organizationId, "x"]) {
      await expect(run(askMentor, community.chair, { ...input, mentorId })).rejects.toMatchObject({ code: "mentor_unfit" });
    }
    const both = await Promise.allSettled([run(askMentor, community.chair, input), run(askMentor, community.editor, input)]);
    expect(endings(both)).toEqual({ done: 1, refused: ["mentoring_open"] });
    expect(await mailsTo(mentor.person.email)).toEqual(["mentoring"]);
    await db
      .insertInto("memberships")
      .values({ organization_id: community.organizationId, user_id: draft.person.userId, role: "editor", created_at: now() })
      .execute();
    await db
      .updateTable("organizations")
      .set({ standing: "approved", standing_decided_at: now(), standing_decided_by: desk.administrator.userId })
      .where("id", "=", draft.organizationId)
      .execute();
    await expect(run(askMentor, community.chair, { ...input, mentorId: draft.organizationId })).rejects.toMatchObject({
      code: "mentor_own",
    });
  });

  test("begins with her words, is shown in public while it lasts, and keeps its notes", async () => {
    const { community, mentor } = await pair();
    const { mentoringId } = await asking(community, mentor.organizationId);
    const answer = { mentoringId, accept: true, answer: "Bersedia." };
    await expect(run(answerMentoring, community.chair, answer)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(answerMentoring, mentor.person, { ...answer, answer: "" })).rejects.toMatchObject({ code: "answer_missing" });
    await expect(run(addMentoringNote, mentor.person, session(mentoringId))).rejects.toMatchObject({ code: "mentoring_not_active" });
    expect(await mentorsOf(db, community.slug)).toEqual([]);
    await run(answerMentoring, mentor.person, answer);
    await expect(run(answerMentoring, mentor.person, answer)).rejects.toMatchObject({ code: "mentoring_answered" });
    expect(await mentorsOf(db, community.slug)).toMatchObject([{ name: "Ibu Uji" }]);
    for (const heldOn of [addDays(today(), 1), addDays(today(), -1)]) {
      await expect(run(addMentoringNote, mentor.person, session(mentoringId, { heldOn }))).rejects.toMatchObject({
        code: "session_outside",
        details: { field: "heldOn" },
      });
    }
    await expect(run(addMentoringNote, mentor.person, session(mentoringId, { text: " " }))).rejects.toMatchObject({ code: "note_missing" });
    const stranger = await buildCommunity(db);
    await expect(run(addMentoringNote, stranger.chair, session(mentoringId))).rejects.toMatchObject({ code: "mentoring_not_found" });
    const twice = session(mentoringId);
    const noted = await Promise.all([
      run(addMentoringNote, mentor.person, twice),
      run(addMentoringNote, community.editor, session(mentoringId, { text: "Kas cocok." })),
    ]);
    expect(noted.map(({ n }) => n).sort()).toEqual([1, 2]);
    expect(await run(addMentoringNote, mentor.person, twice)).toEqual(noted[0]);
    for (const side of [community.organizationId, mentor.organizationId]) {
      expect((await findMentoring(db, side, mentoringId))?.sessions).toHaveLength(2);
    }
    expect(await findMentoring(db, stranger.organizationId, mentoringId)).toBeUndefined();
    const change = db.updateTable("mentoring_notes").set({ text: "lain" }).where("mentoring_id", "=", mentoringId).execute();
    await expect(change).rejects.toThrow(/permission denied/);
  });

  test("ends with a closing word by either side, once; a question is taken back by whoever asked", async () => {
    const { community, mentor, mentoringId } = await active();
    await expect(run(endMentoring, mentor.person, { mentoringId, closing: " " })).rejects.toMatchObject({ code: "closing_missing" });
    const both = await Promise.allSettled([
      run(endMentoring, mentor.person, { mentoringId, closing: "Tercapai." }),
      run(endMentoring, community.chair, { mentoringId, closing: "Terima kasih." }),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["mentoring_over"] });
    expect(await mentorsOf(db, community.slug)).toEqual([]);
    await expect(run(addMentoringNote, mentor.person, session(mentoringId))).rejects.toMatchObject({ code: "mentoring_not_active" });
    const asked = await asking(community, mentor.organizationId);
    await expect(run(endMentoring, mentor.person, { ...asked, closing: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    await run(endMentoring, community.chair, { ...asked, closing: "Salah pilih." });
    const third = await asking(community, mentor.organizationId);
    await run(answerMentoring, mentor.person, { ...third, accept: false, answer: "Belum ada waktu." });
    const statuses = (await mentoringsOf(db, mentor.organizationId)).map(({ status }) => status);
    expect(statuses.sort()).toEqual(["declined", "ended", "withdrawn"]);
  });

  test("answered and taken back at the same moment has one outcome", async () => {
    const { community, mentor } = await pair();
    const { mentoringId } = await asking(community, mentor.organizationId);
    const both = await Promise.allSettled([
      run(answerMentoring, mentor.person, { mentoringId, accept: false, answer: "Belum bisa." }),
      run(endMentoring, community.chair, { mentoringId, closing: "Salah pilih." }),
    ]);
    expect(endings(both).done).toBe(1);
  });

  test("stops at a freeze of either side, and isn't shown while the mentor's standing doesn't hold", async () => {
    const { community, mentor, mentoringId } = await active();
    const lapse = (day: string) =>
      db.updateTable("organizations").set({ standing_valid_until: day }).where("id", "=", mentor.organizationId).execute();
    await lapse(addDays(today(), -1));
    expect(await mentorsOf(db, community.slug)).toEqual([]);
    await lapse(addDays(today(), 90));
    const other = await buildCommunity(db);
    const asked = await asking(other, mentor.organizationId);
    const reason = "Sedang diperiksa.";
    await run(freezeOrganization, desk.administrator, { organizationId: mentor.organizationId, scope: "all", reason });
    expect(await mentorsOf(db, community.slug)).toEqual([]);
    await expect(run(addMentoringNote, mentor.person, session(mentoringId))).rejects.toMatchObject({ code: "organization_frozen" });
    const accept = { ...asked, accept: true, answer: "Ya." };
    await expect(run(answerMentoring, mentor.person, accept)).rejects.toMatchObject({ code: "organization_frozen" });
    await run(freezeOrganization, desk.administrator, { organizationId: other.organizationId, scope: "all", reason });
    const free = await buildPractitioner(db, { element: "woman_leader" });
    await expect(asking(other, free.organizationId)).rejects.toMatchObject({ code: "organization_frozen" });
  });

  test("ties the mentor: she may not verify what she mentors, under any of her profiles, nor soon after", async () => {
    const { community, mentor, mentoringId } = await active();
    const worker = await buildPractitioner(db);
    await db
      .insertInto("memberships")
      .values({ organization_id: worker.organizationId, user_id: mentor.person.userId, role: "practitioner", created_at: now() })
      .execute();
    const person = await again(mentor.person);
    const judging = () => db.transaction().execute((trx) => requireUntied(trx, person, [community.organizationId]));
    await expect(judging()).rejects.toMatchObject({ code: "declared_tie" });
    await db.transaction().execute((trx) => requireUntied(trx, person, [newId()]));
    await run(endMentoring, person, { mentoringId, closing: "Tercapai." });
    await expect(judging()).rejects.toMatchObject({ code: "declared_tie" });
    const long = new Date(Date.now() - 4 * 366 * 86_400_000);
    await db.updateTable("mentorings").set({ ended_at: long }).where("id", "=", mentoringId).execute();
    await judging();
  });

  test("knows which states follow which", () => {
    const states: readonly MentoringStatus[] = ["asked", "active", "declined", "withdrawn", "ended"];
    const after = (from: MentoringStatus) => states.filter((to) => mayBecome(from, to));
    expect(states.map(after)).toEqual([["active", "declined", "withdrawn"], ["ended"], [], [], []]);
  });
});
