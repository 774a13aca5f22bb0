import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { answerMentoring } from "~/features/mentoring/answer-mentoring.server";
import { askMentor } from "~/features/mentoring/ask-mentor.server";
import { nameLeader } from "~/features/leading/name-leader.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { action as ownAction, loader as ownLoader } from "~/routes/community/mentoring";
import { action as askAction, loader as listLoader } from "~/routes/community/mentorings";
import { action as leaderAction, loader as leaderLoader } from "~/routes/community/program-leader";
import { action as mentorAction, loader as mentorLoader } from "~/routes/practitioner/mentoring";
import { action as leadsAction, loader as leadsLoader } from "~/routes/practitioner/mentorings";
import { loader as profileLoader } from "~/routes/public/community-profile";
import { type BuiltCommunity, buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { run } from "#tests/support/pledges";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

type Fields = Record<string, string>;

let db: Kysely<DB>;
let program: BuiltProgram;
let community: BuiltCommunity;
let mentor: { organizationId: string; person: Actor };
let worker: { organizationId: string; person: Actor };
let mentoringId: string;
let askedId: string;
let leadId: string;
beforeAll(async () => {
  db = await testDatabase();
  program = await buildPublishedProgram(db);
  community = program.community;
  mentor = await buildPractitioner(db, { element: "woman_leader", name: "Ibu Uji" });
  worker = await buildPractitioner(db);
  const input = { organizationId: community.organizationId, mentorId: mentor.organizationId, wish: "Mencatat kas." };
  ({ mentoringId } = await run(db, askMentor, community.chair, input));
  await run(db, answerMentoring, mentor.person, { mentoringId, accept: true, answer: "Bersedia." });
  const other = await buildCommunity(db);
  ({ mentoringId: askedId } = await run(db, askMentor, other.chair, { ...input, organizationId: other.organizationId }));
  const asking = await buildPublishedProgram(db);
  const named = { proposalId: asking.proposalId, leaderId: mentor.organizationId };
  ({ leadId } = await run(db, nameLeader, asking.community.chair, named));
});

/** A form that is wrong is answered with 400, the field at fault, and what was typed. */
async function expectBeside(handler: unknown, actor: Actor, params: Record<string, string>, fields: Fields, field: string) {
  const answer = await answerOf(handler, actor, { params, fields });
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.result?.error ?? {})).toEqual([field]);
  expect(answer.result?.error?.[field]?.join(" ")).toMatch(/\S/);
  for (const name of ["wish", "answer", "text", "heldOn", "closing", "note"]) {
    if (fields[name]?.trim()) expect(answer.result?.initialValue?.[name]).toBe(fields[name]);
  }
}

const long = (most: number) => "x".repeat(most + 1);

describe("asking for a mentor", () => {
  it.each<[string, Fields, string]>([
    ["nobody", { mentorId: "" }, "mentorId"],
    ["no id", { mentorId: "Ibu Rahayu" }, "mentorId"],
    ["somebody who doesn't exist", { mentorId: newId() }, "mentorId"],
    ["a practitioner of another element", { mentorId: "worker" }, "mentorId"],
    ["the organisation itself", { mentorId: "self" }, "mentorId"],
    ["no wish", { wish: "" }, "wish"],
    ["a blank wish", { wish: "   \n " }, "wish"],
    ["a wish too long", { wish: long(600) }, "wish"],
    ["her who mentors already", { mentorId: "mentor" }, ""],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const ids: Fields = { worker: worker.organizationId, self: community.organizationId, mentor: mentor.organizationId };
    const fresh = await buildPractitioner(db, { element: "woman_leader" });
    const fields = { mentorId: fresh.organizationId, wish: "Menulis usulan.", ...changed };
    await expectBeside(askAction, community.chair, {}, { ...fields, mentorId: ids[fields.mentorId] ?? fields.mentorId }, field);
  });

  it("is for chair and editor; the list is for members", async () => {
    expect((await answerOf(askAction, community.treasurer, { fields: { mentorId: "", wish: "" } })).status).toBe(403);
    expect((await answerOf(listLoader, community.treasurer)).status).toBe(200);
    const free = await buildPractitioner(db, { element: "woman_leader" });
    const fields = { mentorId: free.organizationId, wish: "Menulis usulan." };
    expect(await answerOf(askAction, community.editor, { fields })).toMatchObject({ status: 303, location: "/ruang/lembaga/pendampingan" });
  });
});

describe("a mentoring", () => {
  const noted = { aksi: "catat", kunci: newId(), heldOn: today(), text: "Buku kas dibuat." };
  it.each<[string, Fields, string]>([
    ["a note without a day", { ...noted, heldOn: "" }, "heldOn"],
    ["a day that doesn't exist", { ...noted, heldOn: "2026-02-31" }, "heldOn"],
    ["a day in words", { ...noted, heldOn: "kemarin" }, "heldOn"],
    ["a session that hasn't been", { ...noted, heldOn: addDays(today(), 1) }, "heldOn"],
    ["a session before it began", { ...noted, heldOn: addDays(today(), -30) }, "heldOn"],
    ["an empty note", { ...noted, text: "" }, "text"],
    ["a blank note", { ...noted, text: " \n " }, "text"],
    ["a note too long", { ...noted, text: long(2000) }, "text"],
    ["a note without its key", { ...noted, kunci: "" }, "kunci"],
    ["an end without a word", { aksi: "akhiri", closing: " " }, "closing"],
    ["a closing word too long", { aksi: "akhiri", closing: long(600) }, "closing"],
  ])("answers %s beside the field, on both sides", async (_, fields, field) => {
    await expectBeside(mentorAction, mentor.person, { id: mentoringId }, fields, field);
    await expectBeside(ownAction, community.editor, { id: mentoringId }, fields, field);
  });

  it.each<[string, Fields, string]>([
    ["no choice", { aksi: "jawab", answer: "Ya.", jawaban: "" }, "jawaban"],
    ["another choice", { aksi: "jawab", answer: "Ya.", jawaban: "mungkin" }, "jawaban"],
    ["no words", { aksi: "jawab", answer: "", jawaban: "terima" }, "answer"],
    ["blank words", { aksi: "jawab", answer: "  ", jawaban: "tolak" }, "answer"],
    ["words too long", { aksi: "jawab", answer: long(600), jawaban: "terima" }, "answer"],
  ])("answers %s beside the field of the answer", async (_, fields, field) => {
    await expectBeside(mentorAction, mentor.person, { id: askedId }, fields, field);
  });

  it("is closed to others, and takes no step that it doesn't know", async () => {
    const stranger = await buildCommunity(db);
    for (const id of [mentoringId, "x", newId()]) {
      expect((await answerOf(ownLoader, stranger.chair, { params: { id } })).status).toBe(404);
      expect((await answerOf(ownAction, stranger.chair, { params: { id }, fields: noted })).status).toBe(404);
    }
    expect((await answerOf(mentorLoader, worker.person, { params: { id: mentoringId } })).status).toBe(403);
    expect((await answerOf(ownAction, community.treasurer, { params: { id: mentoringId }, fields: noted })).status).toBe(403);
    const params = { id: mentoringId };
    const refused = await answerOf(mentorAction, mentor.person, { params, fields: { aksi: "hapus" } }).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ init: { status: 400 } });
    // A community can't answer its own question.
    const answer = { aksi: "jawab", answer: "Ya.", jawaban: "terima" };
    expect((await answerOf(ownAction, community.chair, { params, fields: answer })).status).toBe(400);
  });

  it("keeps a note, tells the public who mentors, and ends", async () => {
    const params = { id: mentoringId };
    expect((await answerOf(mentorAction, mentor.person, { params, fields: noted })).status).toBe(303);
    type Page = { mentoring: { sessions: { text: string }[] } };
    expect(((await answerOf(ownLoader, community.treasurer, { params })).data as Page).mentoring.sessions).toMatchObject([
      { text: "Buku kas dibuat." },
    ]);
    const profile = () => answerOf(profileLoader, worker.person, { params: { slug: community.slug } });
    expect((await profile()).data).toMatchObject({ mentors: [{ name: "Ibu Uji" }] });
    expect((await answerOf(ownAction, community.chair, { params, fields: { aksi: "akhiri", closing: "Selesai." } })).status).toBe(303);
    expect((await profile()).data).toMatchObject({ mentors: [] });
  });
});

describe("the leader of a program", () => {
  it.each<[string, Fields, string]>([
    ["nobody", { aksi: "minta", leaderId: "" }, "leaderId"],
    ["no id", { aksi: "minta", leaderId: "Ibu" }, "leaderId"],
    ["somebody who doesn't exist", { aksi: "minta", leaderId: newId() }, "leaderId"],
    ["the organisation itself", { aksi: "minta", leaderId: "self" }, "leaderId"],
    ["an end without a reason", { aksi: "akhiri", leadId: newId(), note: " " }, "note"],
    ["an end with a reason too long", { aksi: "akhiri", leadId: newId(), note: long(600) }, "note"],
    ["an end of what isn't there", { aksi: "akhiri", leadId: newId(), note: "Salah." }, ""],
    ["an end of no id", { aksi: "akhiri", leadId: "x", note: "Salah." }, ""],
  ])("asked as %s is answered beside the field", async (_, fields, field) => {
    const leaderId = fields.leaderId === "self" ? community.organizationId : fields.leaderId;
    await expectBeside(leaderAction, community.chair, { id: program.proposalId }, { ...fields, ...(leaderId && { leaderId }) }, field);
  });

  it.each<[string, Fields, string]>([
    ["no choice", { jawaban: "", note: "" }, "jawaban"],
    ["another choice", { jawaban: "mungkin", note: "" }, "jawaban"],
    ["a refusal without a reason", { jawaban: "tolak", note: "  " }, "note"],
    ["a note too long", { jawaban: "terima", note: long(600) }, "note"],
  ])("answers %s beside its field", async (_, fields, field) => {
    await expectBeside(leadsAction, mentor.person, {}, { aksi: "jawab", leadId, ...fields }, field);
  });

  it("is nobody's but the organisation's", async () => {
    const stranger = await buildCommunity(db);
    const params = { id: program.proposalId };
    expect((await answerOf(leaderLoader, stranger.chair, { params })).status).toBe(404);
    expect((await answerOf(leaderAction, community.treasurer, { params, fields: { aksi: "minta" } })).status).toBe(403);
    expect((await answerOf(leaderLoader, community.chair, { params: { id: "x" } })).status).toBe(404);
    expect((await answerOf(leadsLoader, worker.person)).status).toBe(403);
    const asked = await answerOf(leaderAction, community.chair, { params, fields: { aksi: "minta", leaderId: mentor.organizationId } });
    expect(asked.status).toBe(303);
    const fields = { aksi: "jawab", leadId, jawaban: "terima", note: "" };
    expect(await answerOf(leadsAction, mentor.person, { fields })).toMatchObject({ status: 303, location: "/ruang/petugas/pendampingan" });
  });
});
