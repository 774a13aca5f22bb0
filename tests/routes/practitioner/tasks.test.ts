import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import type { AssignmentKind } from "~/features/assignments/assignment";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { checklists } from "#db/reference/checklists";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk, buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { shot } from "#tests/support/photos";
import { draftedProposal } from "#tests/support/proposals";
import { type Answer, type Fields, answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

type Practitioner = Awaited<ReturnType<typeof buildPractitioner>>;
let db: Kysely<DB>;
let desk: BuiltDesk;
let community: BuiltCommunity;
let psm: Practitioner;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  community = await buildCommunity(db);
  psm = await buildPractitioner(db, { areas: ["33.16.05"] });
});

async function verifying(): Promise<string> {
  const { proposalId, version } = await draftedProposal(db, community);
  await db.transaction().execute(async (trx) => {
    await submitProposal(trx, community.chair, { proposalId, version });
    await startVerification(trx, desk.verifier, { proposalId });
  });
  return proposalId;
}

async function offered(who: Practitioner = psm, kind: AssignmentKind = "field_visit"): Promise<string> {
  const offer = { key: newId(), proposalId: await verifying(), kind, organizationId: who.organizationId, dueOn: addDays(today(), 7) };
  const { assignmentId } = await db.transaction().execute((trx) => offerAssignment(trx, desk.verifier, offer));
  return assignmentId;
}

const page = () => import("~/routes/practitioner/task");
const post = async (id: string, fields: Fields, who: Practitioner = psm): Promise<Answer> =>
  answerOf((await page()).action, who.person, { params: { id }, fields });

async function accepted(who: Practitioner = psm, kind: AssignmentKind = "field_visit"): Promise<string> {
  const id = await offered(who, kind);
  expect(await post(id, { aksi: "terima", untied: "ya" }, who)).toMatchObject({ status: 303, said: { tone: "ok" } });
  return id;
}

function conclusion(kind: AssignmentKind = "field_visit", changed: Fields = {}): Fields {
  const answers = checklists[kind].map(({ code }) => [`jawaban-${code}`, "match"] as const);
  return { aksi: "sahkan", kunci: newId(), ...Object.fromEntries(answers), finding: "Lokasi dikunjungi.", result: "match", ...changed };
}

describe("a task that is offered", () => {
  it("opens only with the declaration", async () => {
    const id = await offered();
    const closed = await answerOf((await page()).loader, psm.person, { params: { id } });
    expect(closed.data).toMatchObject({ view: null });
    const answer = await post(id, { aksi: "terima" });
    expect([answer.status, Object.keys(answer.result?.error ?? {}), answer.data]).toEqual([
      400,
      ["untied"],
      expect.objectContaining({ form: "accept" }),
    ]);
    await post(id, { aksi: "terima", untied: "ya" });
    const open = await answerOf((await page()).loader, psm.person, { params: { id } });
    expect(open.data).toMatchObject({ view: { payee: null, draft: { title: "Kebun pangan lansia di Ngelo" } } });
  });

  it.each([
    ["no reason", {}],
    ["a reason that is none", { reason: "malas" }],
  ])("is not declined with %s", async (_, fields) => {
    const answer = await post(await offered(), { aksi: "tolak", ...fields });
    expect([answer.status, Object.keys(answer.result?.error ?? {}), answer.data]).toEqual([
      400,
      ["reason"],
      expect.objectContaining({ form: "decline" }),
    ]);
  });

  it("is declined with one, once", async () => {
    const id = await offered();
    expect(await post(id, { aksi: "tolak", reason: "too_far" })).toMatchObject({
      status: 303,
      location: "/ruang/petugas",
      said: { tone: "ok" },
    });
    expect((await post(id, { aksi: "tolak", reason: "too_far" })).status).toBe(400);
  });

  it("is nobody else's", async () => {
    const id = await offered();
    expect(await post(id, { aksi: "terima", untied: "ya" }, await buildPractitioner(db))).toMatchObject({ status: 404 });
  });
});

describe("a task under way", () => {
  it.each([
    ["no result", { result: "" }, "result"],
    ["an unknown result", { result: "perhaps" }, "result"],
    ["no finding", { finding: " " }, "finding"],
    ["a finding too long", { finding: "x".repeat(601) }, "finding"],
    ["a question left open", { "jawaban-place": "" }, "answers"],
    ["an answer that is none", { "jawaban-place": "perhaps" }, "answers"],
    ["a difference without a word", { "jawaban-place": "differs", result: "differs" }, "catatan-place"],
    ["a result better than its answers", { "jawaban-place": "differs", "catatan-place": "4 × 5 m" }, "result"],
  ])("is not signed with %s, and gives back what was typed", async (_, changed, field) => {
    const answer = await post(await accepted(), conclusion("field_visit", changed));
    expect([answer.status, Object.keys(answer.result?.error ?? {})]).toEqual([400, [field]]);
    const { said } = answer.data as { said: { answers: { item: string; answer: string | null }[] } };
    for (const item of ["address", "people", "need", "consent"]) expect(said.answers).toContainEqual({ item, answer: "match", note: "" });
    if (!("finding" in changed)) expect(answer.result?.initialValue).toMatchObject({ finding: "Lokasi dikunjungi." });
  });

  it("refuses a file that is neither picture nor PDF", async () => {
    const files = new File(["#!/bin/sh"], "nota.sh");
    expect((await post(await accepted(), conclusion("field_visit", { files }))).status).toBe(400);
  });

  it("of an endorsement is not signed without a statement, nor with one too long", async () => {
    const leader = await buildPractitioner(db, { element: "community_extension_worker", areas: ["33.16.05"] });
    for (const statement of ["", "x".repeat(401)]) {
      const answer = await post(await accepted(leader, "endorsement"), conclusion("endorsement", { statement }), leader);
      expect([answer.status, Object.keys(answer.result?.error ?? {})]).toEqual([400, ["statement"]]);
    }
  });

  it("is kept unfinished, signed, and then locked", async () => {
    const id = await accepted();
    expect(await post(id, { aksi: "simpan", "jawaban-place": "match", finding: "Setengah." })).toMatchObject({
      status: 303,
      said: { tone: "ok" },
    });
    const kept = await answerOf((await page()).loader, psm.person, { params: { id } });
    expect(kept.data).toMatchObject({ task: { status: "accepted", finding: "Setengah." } });
    const { task } = kept.data as { task: { answers: { item: string; answer: string | null }[] } };
    expect(task.answers.filter(({ answer }) => answer !== null)).toEqual([{ item: "place", answer: "match", note: "" }]);
    expect(await post(id, conclusion())).toMatchObject({ status: 303, location: "/ruang/petugas", said: { tone: "ok" } });
    expect((await post(id, conclusion())).status).toBe(400);
  });
});

describe("a photo from the phone", () => {
  const send = async (id: string, fields: Fields, who: Practitioner = psm) => {
    const { action } = await import("~/routes/practitioner/visit-photo");
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const request = new Request("http://localhost/foto", { method: "POST", headers: { "x-test-user": who.person.userId }, body });
    try {
      const answer = (await action({ request, params: { id }, context: { nonce: "", requestId: "test" } })) as Response;
      return { status: answer.status, told: (await answer.json()) as { text?: string; fileId?: string } };
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      return { status: thrown.status, told: {} };
    }
  };
  const photos = async (id: string) => {
    const { data } = await answerOf((await page()).loader, psm.person, { params: { id } });
    return (data as { task: { photos: { id: string; item: string }[] } }).task.photos;
  };
  const good = async (): Promise<Fields> => ({ kunci: newId(), item: "place", foto: await shot() });

  it.each([
    ["no photo", { foto: "" }, /kosong/],
    ["a text in its place", { foto: "IMG_1.jpg" }, /kosong/],
    ["an empty file", { foto: new File([], "a.jpg") }, /kosong/],
    ["a PDF", { foto: new File(["%PDF-1.4\n"], "a.pdf") }, /harus foto/],
    ["a script", { foto: new File(["#!/bin/sh"], "a.jpg", { type: "image/jpeg" }) }, /harus foto/],
    ["half a picture", { foto: new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], "a.jpg") }, /rusak/],
    ["no key", { kunci: "" }, /./],
    ["a key that is none", { kunci: "satu" }, /./],
    ["no question", { item: "" }, /Daftar pemeriksaan/],
    ["a question of another task", { item: "dosage" }, /Daftar pemeriksaan/],
    ["a question that is none", { item: "'; drop table files" }, /Daftar pemeriksaan/],
  ])("with %s is refused in words, and nothing is kept", async (_, changed, words) => {
    const id = await accepted();
    const answer = await send(id, { ...(await good()), ...changed });
    expect([answer.status, answer.told.text]).toEqual([400, expect.stringMatching(words)]);
    expect(await photos(id)).toEqual([]);
  });

  it("comes once, may be removed beside what was typed, and not once the task is signed", async () => {
    const id = await accepted();
    const fields = await good();
    const [first, again] = [await send(id, fields), await send(id, fields)];
    expect([first.status, again.status, again.told.fileId]).toEqual([201, 201, first.told.fileId]);
    expect(await photos(id)).toMatchObject([{ item: "place" }]);
    const removal = { hapus: first.told.fileId ?? "", finding: "Masih diketik." };
    expect((await post(id, { hapus: "bukan-id", finding: "" })).status).toBe(400);
    expect(await post(id, removal)).toMatchObject({ status: 303, said: { tone: "ok" } });
    expect(await photos(id)).toEqual([]);
    const kept = await answerOf((await page()).loader, psm.person, { params: { id } });
    expect(kept.data).toMatchObject({ task: { finding: "Masih diketik." } });
    expect((await post(id, conclusion())).status).toBe(303);
    expect((await send(id, await good())).status).toBe(400);
    expect((await send(id, await good(), await buildPractitioner(db))).status).toBe(404);
  });

  it("without scripts comes with the form, each beside its question; a bad one is named there", async () => {
    const id = await accepted();
    const bad = await post(id, {
      aksi: "simpan",
      kunci: newId(),
      "foto-need": await shot({ width: 200, height: 150 }),
      "jawaban-need": "match",
    });
    expect([bad.status, Object.keys(bad.result?.error ?? {})]).toEqual([400, ["foto-need"]]);
    expect(bad.data).toMatchObject({ photoAgain: ["need"] });
    const twice = { aksi: "simpan", kunci: newId(), "foto-need": await shot(), "foto-place": await shot({ seed: 2 }) };
    for (const _ of [1, 2]) expect((await post(id, twice)).status).toBe(303);
    expect((await photos(id)).map(({ item }) => item).sort()).toEqual(["need", "place"]);
    const loose = await post(id, { aksi: "simpan", kunci: newId(), files: await shot() });
    expect([loose.status, Object.keys(loose.result?.error ?? {})]).toEqual([400, ["files"]]);
  });
});

describe("the same task on two devices", () => {
  const opened = async (id: string): Promise<Fields> => {
    const { data } = await answerOf((await page()).loader, psm.person, { params: { id } });
    const { task, page: sheet } = data as { task: { version: number; base: string }; page: string };
    return { versi: String(task.version), dasar: task.base, lembar: sheet, urutan: "1" };
  };

  it("shows both versions of what both changed, and takes the one that is chosen", async () => {
    const id = await accepted();
    const [phone, laptop] = [await opened(id), await opened(id)];
    expect((await post(id, { ...phone, aksi: "simpan", finding: "Dari ponsel.", "catatan-place": "4 × 5 m" })).status).toBe(303);
    const answer = await post(id, { ...laptop, aksi: "simpan", finding: "Dari laptop.", "jawaban-need": "match" });
    expect(answer.status).toBe(409);
    const shown = answer.data as {
      conflicts: { unit: string; mine: string; saved: string }[];
      opened: { version: string; base: string };
      said: object;
    };
    expect(shown.conflicts).toMatchObject([{ unit: "finding", mine: "Dari laptop.", saved: "Dari ponsel." }]);
    expect(shown.said).toMatchObject({ finding: "Dari laptop." });
    const next = { ...laptop, versi: shown.opened.version, dasar: shown.opened.base, "catatan-place": "4 × 5 m", "jawaban-need": "match" };
    const undecided = await post(id, { ...next, aksi: "simpan", beda: "finding", finding: "Dari laptop." });
    expect([undecided.status, undecided.data]).toEqual([
      409,
      expect.objectContaining({ conflicts: [expect.objectContaining({ unanswered: true })] }),
    ]);
    const chosen = await post(id, { ...next, aksi: "simpan", beda: "finding", "pilih.finding": "saya", finding: "Dari laptop." });
    expect(chosen.status).toBe(303);
    const kept = await answerOf((await page()).loader, psm.person, { params: { id } });
    expect(kept.data).toMatchObject({ task: { finding: "Dari laptop." } });
  });

  it("saves by itself and says the version to go on from; on an old page it says so", async () => {
    const { action } = await import("~/routes/practitioner/task-autosave");
    const id = await accepted();
    const save = async (fields: Fields) => {
      const body = new URLSearchParams(fields as Record<string, string>);
      const request = new Request("http://localhost/simpan", { method: "POST", headers: { "x-test-user": psm.person.userId }, body });
      const answer = (await action({ request, params: { id }, context: { nonce: "", requestId: "test" } })) as Response;
      return { status: answer.status, told: (await answer.json()) as { text?: string; values?: { versi: string } } };
    };
    const [phone, laptop] = [await opened(id), await opened(id)];
    expect(await save({ ...phone, finding: "Satu." })).toMatchObject({ status: 200, told: { values: { versi: expect.any(String) } } });
    expect(await save({ ...laptop, finding: "Dua." })).toMatchObject({
      status: 409,
      told: { text: expect.stringMatching(/Perangkat lain/) },
    });
    expect((await save({ ...phone, urutan: "2", finding: "x".repeat(601) })).status).toBe(400);
    expect((await save({ ...phone, urutan: "2", dasar: "{rusak", finding: "Tiga." })).status).toBe(200);
  });
});

describe("the desk's offer", () => {
  const offer = async (changed: Fields) => {
    const good = { kunci: newId(), assignmentKind: "field_visit", organizationId: psm.organizationId, dueOn: addDays(today(), 7) };
    const { action } = await import("~/routes/admin/offer-assignment");
    return answerOf(action, desk.verifier, { params: { id: await verifying() }, fields: { ...good, ...changed } });
  };

  it.each([
    ["no task", { assignmentKind: "" }, "assignmentKind"],
    ["an unknown task", { assignmentKind: "dance" }, "assignmentKind"],
    ["nobody", { organizationId: "" }, "organizationId"],
    ["somebody who does not exist", { organizationId: "bukan-id" }, "organizationId"],
    ["no day", { dueOn: "" }, "dueOn"],
    ["a day that does not exist", { dueOn: "2026-02-30" }, "dueOn"],
    ["today", { dueOn: today() }, "dueOn"],
    ["a task of another element", { assignmentKind: "need_assessment" }, "organizationId"],
    ["a task about a termin that was not paid", { assignmentKind: "arrival_confirmation" }, "trancheN"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const answer = await offer(changed);
    expect([answer.status, Object.keys(answer.result?.error ?? {})]).toEqual([400, [field]]);
  });

  it("is taken when it is good", async () => {
    expect(await offer({})).toMatchObject({ status: 303, location: expect.stringContaining("#penugasan"), said: { tone: "ok" } });
  });
});

describe("the area of work", () => {
  it.each([
    ["nothing chosen", { aksi: "tambah-wilayah", areaCode: "" }],
    ["a province", { aksi: "tambah-wilayah", areaCode: "33" }],
    ["what is there already", { aksi: "tambah-wilayah", areaCode: "33.16.05" }],
    ["the last one taken away", { aksi: "keluarkan", areaCode: "33.16.05" }],
  ])("with %s is answered in words", async (_, fields) => {
    const { action } = await import("~/routes/practitioner/profile");
    const answer = await answerOf(action, psm.person, { fields: { organizationId: psm.organizationId, ...fields } });
    expect([answer.status, answer.data]).toEqual([422, { areaError: expect.stringMatching(/\w{4}/) }]);
  });
});
