import type { Kysely, Transaction } from "kysely";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptAssignment } from "~/features/assignments/accept-assignment.server";
import { addVisitPhoto } from "~/features/assignments/add-visit-photo.server";
import type { AssignmentKind, Opened } from "~/features/assignments/assignment";
import { findTask } from "~/features/assignments/assignment-queries.server";
import { concludeAssignment } from "~/features/assignments/conclude-assignment.server";
import { deskAssignments } from "~/features/assignments/desk.server";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import { removeVisitPhoto } from "~/features/assignments/remove-visit-photo.server";
import { saveAnswers } from "~/features/assignments/save-answers.server";
import { findReadableFile } from "~/features/files/file-queries.server";
import type { Actor } from "~/features/identity/actor";
import { latestChecks } from "~/features/proposals/program-queries.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { storage } from "~/platform/storage.server";
import { checklists } from "#db/reference/checklists";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk, buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { phoneExif, shot } from "#tests/support/photos";
import { draftedProposal } from "#tests/support/proposals";

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
let psm: Awaited<ReturnType<typeof buildPractitioner>>;
beforeAll(async () => {
  db = await testDatabase();
  community = await buildCommunity(db);
  desk = await buildPlatformDesk(db);
  psm = await buildPractitioner(db, { areas: ["33.16.05"] });
});

function run<Input, Output>(operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}

async function visit(kind: AssignmentKind = "field_visit", who = psm): Promise<{ id: string; proposalId: string }> {
  const { proposalId, version } = await draftedProposal(db, community);
  await run(submitProposal, community.chair, { proposalId, version });
  await run(startVerification, desk.verifier, { proposalId });
  const offer = { key: newId(), proposalId, kind, organizationId: who.organizationId, dueOn: addDays(today(), 7), trancheN: null };
  const { assignmentId: id } = await run(offerAssignment, desk.verifier, offer);
  await run(acceptAssignment, who.person, { assignmentId: id, untied: true });
  return { id, proposalId };
}

const add = (assignmentId: string, file: File, item = "place", key = newId()) =>
  run(addVisitPhoto, psm.person, { key, assignmentId, item, file });
const task = async (id: string) => {
  const found = await findTask(db, psm.organizationId, id);
  if (!found) throw new Error("no task");
  return found;
};
const said = (answers: { item: string; answer: "match" | "differs" | null; note?: string }[] = []) => ({
  answers: answers.map((answer) => ({ note: "", ...answer })),
  finding: "",
  statement: "",
  confirmsArrival: false,
  result: null,
});
const whole = (assignmentId: string) => ({
  ...said(checklists.field_visit.map(({ code }) => ({ item: code, answer: "match" as const }))),
  key: newId(),
  assignmentId,
  finding: "Lokasi dikunjungi.",
  result: "match" as const,
});
const exifNow = () => now().toISOString().slice(0, 10).replaceAll("-", ":");

describe("a photo of a visit", () => {
  it("keeps when and roughly where it was taken as evidence, and nothing of that in the picture", async () => {
    const { id } = await visit();
    const taken = `${exifNow()} 05:34:00`;
    const { fileId } = await add(id, await shot({ exif: phoneExif(taken), width: 3000, height: 2000 }));
    const [photo] = (await task(id)).photos;
    expect(photo).toMatchObject({ id: fileId, item: "place", place: { latitude: -7.13, longitude: 111.59 }, uses: [] });
    expect(photo?.takenAt?.toISOString()).toBe(new Date(`${taken.slice(0, 10).replaceAll(":", "-")}T05:34:00+07:00`).toISOString());
    const { sha256, access } = await db.selectFrom("files").select(["sha256", "access"]).where("id", "=", fileId).executeTakeFirstOrThrow();
    const kept = await sharp(Buffer.from(await storage.get(sha256))).metadata();
    expect([kept.exif, kept.width, access]).toEqual([undefined, 2400, "private"]);
  });

  it("is counted once, however often a weak signal makes the phone send it, also at the same moment", async () => {
    const { id } = await visit();
    const [file, key] = [await shot({ seed: 2 }), newId()];
    const answers = await Promise.all([1, 2, 3, 4].map(() => add(id, file, "place", key)));
    expect(new Set(answers.map((answer) => answer.fileId)).size).toBe(1);
    expect((await task(id)).photos).toHaveLength(1);
    await expect(add(id, await shot({ seed: 3 }), "place", key)).rejects.toMatchObject({ code: "key_reused" });
  });

  it("that was used before says where, also after it was scaled and encoded anew", async () => {
    const [first, second] = [await visit(), await visit()];
    await add(first.id, await shot({ seed: 4 }));
    await add(second.id, await shot({ seed: 4 }));
    await add(second.id, await shot({ seed: 4, width: 800, height: 600, quality: 55 }), "people");
    await add(second.id, await shot({ seed: 5 }), "need");
    const photos = (await task(second.id)).photos;
    const usesOf = (item: string) =>
      photos
        .filter((photo) => photo.item === item)
        .flatMap((photo) => photo.uses.map((use) => `${use.where} ${use.exact ? "same" : "alike"}`));
    expect(usesOf("place").sort()).toEqual(["same_task alike", "visit same"]);
    expect(usesOf("people").sort()).toEqual(["same_task alike", "visit alike"]);
    expect(usesOf("need")).toEqual([]);
  });

  it("too plain to tell is not taken for another one", async () => {
    const { id } = await visit();
    const plain = async (background: string) => {
      const bytes = await sharp({ create: { width: 500, height: 400, channels: 3, background } })
        .jpeg()
        .toBuffer();
      return new File([new Uint8Array(bytes)], "dinding.jpg");
    };
    await add(id, await plain("#eeeeee"));
    await add(id, await plain("#334455"));
    expect((await task(id)).photos.flatMap((photo) => photo.uses)).toEqual([]);
  });

  it("shows nobody evidence of a concern", async () => {
    const { id } = await visit();
    const { fileId } = await add(id, await shot({ seed: 6 }));
    const { id: _, ...copy } = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow();
    await db
      .insertInto("files")
      .values({ ...copy, id: newId(), organization_id: null, access: "case" })
      .execute();
    expect((await task(id)).photos[0]?.uses).toEqual([]);
  });

  it.each([
    ["a question that is none", "dance", () => shot(), "answer_unknown"],
    ["no content", "place", async () => new File([], "a.jpg"), "file_empty"],
    ["a PDF", "place", async () => new File(["%PDF-1.4\n"], "a.jpg"), "photo_kind_unsupported"],
    ["a script called photo", "place", async () => new File(["#!/bin/sh"], "a.jpg"), "photo_kind_unsupported"],
    ["a damaged picture", "place", async () => new File([(await shot()).slice(0, 40)], "a.jpg"), "file_unreadable"],
    ["a picture too small", "place", () => shot({ width: 320, height: 200 }), "photo_too_small"],
    [
      "more than 10 MB",
      "place",
      async () => new File([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(10 * 1024 * 1024)], "a.jpg"),
      "file_too_large",
    ],
  ])("is refused for %s, and nothing is kept", async (_, item, made, code) => {
    const { id } = await visit();
    await expect(add(id, await made(), item)).rejects.toMatchObject({ code });
    expect((await task(id)).photos).toEqual([]);
  });

  it("is refused beyond six of a question, and for tasks at a desk", async () => {
    const { id } = await visit();
    for (let n = 0; n < 6; n += 1) await add(id, await shot({ seed: 10 + n, width: 400, height: 300 }));
    await expect(add(id, await shot({ seed: 20 }))).rejects.toMatchObject({ code: "photos_full", details: { field: "foto-place" } });
    const worker = await buildPractitioner(db, { element: "professional_social_worker", areas: ["33.16.05"] });
    const assessment = await visit("need_assessment", worker);
    const input = { key: newId(), assignmentId: assessment.id, item: "answers", file: await shot() };
    await expect(run(addVisitPhoto, worker.person, input)).rejects.toMatchObject({ code: "photos_not_taken" });
  });

  it("is taken by nobody else's hand, opened by nobody else but the desk", async () => {
    const { id } = await visit();
    const other = await buildPractitioner(db, { areas: ["33.16.05"] });
    const input = { key: newId(), assignmentId: id, item: "place", file: await shot() };
    await expect(run(addVisitPhoto, other.person, input)).rejects.toMatchObject({ code: "not_allowed" });
    const { fileId } = await add(id, await shot());
    expect(await findReadableFile(db, other.person, fileId)).toBeUndefined();
    expect(await findReadableFile(db, community.chair, fileId)).toBeUndefined();
    expect(await findReadableFile(db, null, fileId)).toBeUndefined();
    expect(await findReadableFile(db, psm.person, fileId)).toBeDefined();
    expect(await findReadableFile(db, desk.verifier, fileId)).toBeDefined();
    await expect(run(removeVisitPhoto, other.person, { assignmentId: id, fileId })).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("the end of a visit", () => {
  it("lets photos go before it and never after; the desk and the public count those that stayed", async () => {
    const { id, proposalId } = await visit();
    const [first, second] = [await add(id, await shot({ seed: 30 })), await add(id, await shot({ seed: 31 }))];
    await run(removeVisitPhoto, psm.person, { assignmentId: id, fileId: first.fileId });
    expect(await findReadableFile(db, desk.verifier, first.fileId)).toBeUndefined();
    await expect(run(removeVisitPhoto, psm.person, { assignmentId: id, fileId: first.fileId })).rejects.toMatchObject({
      code: "photo_not_found",
    });
    await run(concludeAssignment, psm.person, whole(id));
    await expect(run(removeVisitPhoto, psm.person, { assignmentId: id, fileId: second.fileId })).rejects.toMatchObject({
      code: "assignment_moved",
    });
    await expect(add(id, await shot({ seed: 32 }))).rejects.toMatchObject({ code: "assignment_moved" });
    expect(await latestChecks(db, proposalId)).toMatchObject([{ kind: "field_visit", photos: 1 }]);
    const { visits } = await deskAssignments(db, { id: proposalId, status: "verifying", areaCode: "33.16.05" });
    expect(visits).toMatchObject([{ photos: [{ id: second.fileId, item: "place" }], answers: expect.any(Array) }]);
    expect(visits[0]?.items.map((item) => item.code)).toEqual(checklists.field_visit.map(({ code }) => code));
  });

  it("holds in the database itself", async () => {
    const { id } = await visit();
    const { fileId } = await add(id, await shot({ seed: 33 }));
    await run(concludeAssignment, psm.person, whole(id));
    const locked = { constraint: "assignment_evidence_locked" };
    await expect(db.deleteFrom("assignment_files").where("file_id", "=", fileId).execute()).rejects.toMatchObject(locked);
    await expect(db.updateTable("assignment_files").set({ taken_at: now() }).where("file_id", "=", fileId).execute()).rejects.toMatchObject(
      locked,
    );
    await expect(
      db.updateTable("assignment_answers").set({ answer: "differs" }).where("assignment_id", "=", id).execute(),
    ).rejects.toMatchObject(locked);
  });
});

describe("two devices of one practitioner", () => {
  const opened = async (id: string, page = newId(), followsItself = true): Promise<Opened> => {
    const { version, base } = await task(id);
    return { version, base: JSON.parse(base) as Record<string, string>, page: { id: page, followsItself, seq: 1 }, asked: {} };
  };

  it("keep what each changed; where both changed the same, the second is shown both", async () => {
    const { id } = await visit();
    const [phone, laptop] = [await opened(id), await opened(id)];
    const fromPhone = said([
      { item: "place", answer: "differs", note: "4 × 5 m" },
      { item: "need", answer: null, note: "" },
    ]);
    await run(saveAnswers, psm.person, { key: newId(), assignmentId: id, ...fromPhone, opened: phone });
    const fromLaptop = {
      ...said([
        { item: "place", answer: null },
        { item: "need", answer: "match" },
      ]),
      finding: "Cocok.",
    };
    await run(saveAnswers, psm.person, { key: newId(), assignmentId: id, ...fromLaptop, opened: laptop });
    const kept = await task(id);
    expect(kept.finding).toBe("Cocok.");
    expect(kept.answers).toEqual(
      expect.arrayContaining([
        { item: "place", answer: "differs", note: "4 × 5 m" },
        { item: "need", answer: "match", note: "" },
      ]),
    );
    const late = { ...said([{ item: "need", answer: "differs", note: "Ada satu." }]), finding: "Berbeda." };
    const again = { key: newId(), assignmentId: id, ...late, opened: laptop };
    await expect(
      run(saveAnswers, psm.person, { ...again, opened: { ...phone, page: { ...phone.page, id: newId() } } }),
    ).rejects.toMatchObject({
      code: "stale_version",
    });
    const chosen = {
      ...(await opened(id)),
      asked: { finding: "mine" as const, "jawaban-need": "saved" as const, "catatan-need": "mine" as const },
    };
    await run(saveAnswers, psm.person, { ...again, key: newId(), opened: chosen });
    expect(await task(id)).toMatchObject({ finding: "Berbeda." });
    expect((await task(id)).answers).toContainEqual({ item: "need", answer: "match", note: "Ada satu." });
  });

  it("save from a page whose name is no id, which then follows nobody", async () => {
    const { id } = await visit();
    const forged = await opened(id, "bukan-id");
    await run(saveAnswers, psm.person, { key: newId(), assignmentId: id, ...said([{ item: "place", answer: "match" }]), opened: forged });
    expect((await task(id)).answers).toContainEqual({ item: "place", answer: "match", note: "" });
  });

  it("never merge by themselves: an automatic save on an old page is refused, and its own page follows itself", async () => {
    const { id } = await visit();
    const own = await opened(id, newId(), false);
    await run(saveAnswers, psm.person, { key: "", assignmentId: id, ...said([{ item: "place", answer: "match" }]), opened: own });
    const next = { ...own, page: { ...own.page, seq: 2 } };
    await run(saveAnswers, psm.person, { key: "", assignmentId: id, ...said([{ item: "place", answer: "differs" }]), opened: next });
    await expect(
      run(saveAnswers, psm.person, { key: "", assignmentId: id, ...said(), opened: { ...own, page: { ...own.page, id: newId() } } }),
    ).rejects.toMatchObject({ code: "stale_version" });
    await expect(
      run(saveAnswers, psm.person, { key: "", assignmentId: id, ...said([{ item: "place", answer: "match" }]), opened: own }),
    ).rejects.toMatchObject({ code: "stale_version" });
  });
});
