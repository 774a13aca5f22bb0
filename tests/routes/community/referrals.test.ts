import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { recordNeed } from "~/features/needs/record-need.server";
import { addService } from "~/features/referrals/add-service.server";
import { answerReferral } from "~/features/referrals/answer-referral.server";
import { referNeed } from "~/features/referrals/refer-need.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { action as referralAction, loader as referralLoader } from "~/routes/community/referral";
import { action as servicesAction, loader as servicesLoader } from "~/routes/community/services";
import { action as needAction, loader as needLoader } from "~/routes/practitioner/need";
import { loader as mapLoader } from "~/routes/public/needs";
import { type BuiltCommunity, buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { needInput } from "#tests/support/needs";
import { run } from "#tests/support/pledges";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

type Fields = Record<string, string>;

let db: Kysely<DB>;
let lk3: BuiltCommunity;
let other: BuiltCommunity;
let psm: { organizationId: string; person: Actor };
const ids: Record<string, string> = {};

const listing = {
  kind: "family_counselling" as const,
  groups: ["neglected_child", "drug_victim"],
  areaCode: "33.16",
  hours: "Senin, 08.00",
};

beforeAll(async () => {
  db = await testDatabase();
  lk3 = await buildCommunity(db, { element: "lk3", name: "LK3 Uji", areaCode: "33.16.02.1005" });
  other = await buildCommunity(db, { element: "lks", name: "LKS Lain", areaCode: "33.16.02.1005" });
  psm = await buildPractitioner(db, { areas: ["33.16.01"], name: "PSM Uji" });
  const service = async (of: BuiltCommunity, change: object) =>
    (await run(db, addService, of.chair, { organizationId: of.organizationId, ...listing, ...change })).serviceId;
  const need = async (change: Parameters<typeof needInput>[1]) =>
    (await run(db, recordNeed, psm.person, needInput(psm.organizationId, change))).needId;
  const refer = async (needId = "", serviceId = "") =>
    (await run(db, referNeed, psm.person, { organizationId: psm.organizationId, needId, serviceId, note: "Rahasia-uji." })).referralId;
  ids.service = await service(lk3, {});
  ids.elderly = await service(lk3, { kind: "elderly_support", groups: ["neglected_elderly"] });
  ids.need = await need({});
  ids.waiting = await need({ areaCode: "33.16.01.2001" });
  ids.sensitive = await need({ needCode: "drug_victim" });
  ids.offered = await refer(ids.waiting, ids.service);
  const lks = await service(other, { kind: "child_support" });
  ids.lks = lks;
  ids.accepted = await refer(ids.waiting, await service(lk3, { kind: "child_support" }));
  await run(db, answerReferral, lk3.chair, { referralId: ids.accepted, accept: true, answer: "" });
  ids.secret = await refer(ids.sensitive, ids.service);
});

const long = (most: number) => "x".repeat(most + 1);

/** A form that is wrong is answered with 400, the field at fault, and what was typed. */
async function expectBeside(handler: unknown, actor: Actor, params: Fields, fields: Fields, field: string) {
  const answer = await answerOf(handler, actor, { params, fields });
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.result?.error ?? {})).toEqual([field]);
  expect(answer.result?.error?.[field]?.join(" ")).toMatch(/\S/);
  for (const name of ["note", "answer", "words", "people", "hours"]) {
    if (fields[name]?.trim()) expect(answer.result?.initialValue?.[name]).toBe(fields[name]);
  }
}

describe("the form of a service", () => {
  const sound = { aksi: "buka", kind: "legal_aid", groups: "poor", areaCode: "33.16.02", hours: "Selasa, 09.00" };
  it.each<[string, Fields, string]>([
    ["no kind", { kind: "" }, "kind"],
    ["a kind that isn't offered", { kind: "sulap" }, "kind"],
    ["no group", { groups: "" }, "groups"],
    ["a group that doesn't exist", { groups: "rich" }, "groups"],
    ["no area", { areaCode: "" }, "areaCode"],
    ["a village", { areaCode: "33.16.02.1005" }, "areaCode"],
    ["a province", { areaCode: "33" }, "areaCode"],
    ["an area that doesn't exist", { areaCode: "99.99" }, "areaCode"],
    ["no hours", { hours: "" }, "hours"],
    ["blank hours", { hours: "  \n " }, "hours"],
    ["hours too long", { hours: long(120) }, "hours"],
    ["what is open already", { kind: "family_counselling", areaCode: "33.16", groups: "poor" }, ""],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    await expectBeside(servicesAction, lk3.chair, {}, { ...sound, ...changed }, field);
  });

  it.each<[string, Fields, string]>([
    ["nothing", {}, "serviceId"],
    ["no id", { serviceId: "x" }, ""],
    ["what doesn't exist", { serviceId: newId() }, ""],
    ["somebody else's", { serviceId: "lks" }, ""],
  ])("closes nothing when it is told %s", async (_, fields, field) => {
    const serviceId = fields.serviceId === "lks" ? ids.lks : fields.serviceId;
    await expectBeside(servicesAction, lk3.chair, {}, { aksi: "tutup", ...(serviceId && { serviceId }) }, field);
  });

  it("is for chair and editor of an LK3 or LKS; other elements have no such room", async () => {
    const youth = await buildCommunity(db);
    expect((await answerOf(servicesLoader, youth.chair)).status).toBe(404);
    expect((await answerOf(servicesAction, youth.chair, { fields: sound })).status).toBe(404);
    expect((await answerOf(servicesAction, lk3.treasurer, { fields: sound })).status).toBe(403);
    expect((await answerOf(servicesLoader, psm.person)).status).toBe(403);
    expect((await answerOf(servicesLoader, lk3.treasurer)).data).toMatchObject({ mayWrite: false, inForce: true });
    const wrong = await answerOf(servicesAction, lk3.chair, { fields: { aksi: "hapus" } }).catch((thrown: unknown) => thrown);
    expect(wrong).toMatchObject({ init: { status: 400 } });
    expect(await answerOf(servicesAction, lk3.editor, { fields: sound })).toMatchObject({
      status: 303,
      location: "/ruang/lembaga/layanan",
    });
  });

  it("waits for a standing in force", async () => {
    const late = await buildCommunity(db, { element: "lk3", areaCode: "33.16.02.1005" });
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", late.organizationId)
      .execute();
    expect((await answerOf(servicesLoader, late.chair)).data).toMatchObject({ inForce: false });
    await expectBeside(servicesAction, late.chair, {}, sound, "");
  });
});

describe("the form that refers a need", () => {
  it.each<[string, Fields, string]>([
    ["no service", { serviceId: "" }, "serviceId"],
    ["no id", { serviceId: "konseling" }, "serviceId"],
    ["a service that doesn't exist", { serviceId: newId() }, "serviceId"],
    ["a service for other groups", { serviceId: "elderly" }, "serviceId"],
    ["no note", { note: "" }, "note"],
    ["a blank note", { note: " \n " }, "note"],
    ["a note too long", { note: long(600) }, "note"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const fields = { aksi: "rujuk", serviceId: "service", note: "Perlu pendamping.", ...changed };
    const serviceId = ids[fields.serviceId] ?? fields.serviceId;
    await expectBeside(needAction, psm.person, { id: ids.need ?? "" }, { ...fields, serviceId }, field);
  });

  it("refuses what is referred already, and takes back only what is the person's own and not answered", async () => {
    const params = { id: ids.waiting ?? "" };
    const again = { aksi: "rujuk", serviceId: ids.service ?? "", note: "Lagi." };
    await expectBeside(needAction, psm.person, params, again, "");
    for (const referralId of ["x", newId(), ids.accepted ?? "", ids.secret ?? ""]) {
      await expectBeside(needAction, psm.person, params, { aksi: "tarik", referralId }, "");
    }
    const tksk = await buildPractitioner(db, { element: "tksk", areas: ["33.16.01"] });
    await expectBeside(needAction, tksk.person, params, { aksi: "tarik", referralId: ids.offered ?? "" }, "");
  });

  it("is for PSM and TKSK of the area; other practitioners only read", async () => {
    const params = { id: ids.need ?? "" };
    const fields = { aksi: "rujuk", serviceId: ids.lks ?? "", note: "Perlu pendamping." };
    const worker = await buildPractitioner(db, { element: "professional_social_worker", areas: ["33.16.01"] });
    expect((await answerOf(needAction, worker.person, { params, fields })).status).toBe(403);
    expect((await answerOf(needLoader, worker.person, { params })).data).toMatchObject({ referrals: { mayRefer: false, choices: [] } });
    const far = await buildPractitioner(db, { areas: ["33.16.02"] });
    expect((await answerOf(needAction, far.person, { params, fields })).status).toBe(404);
    const tksk = await buildPractitioner(db, { element: "tksk", areas: ["33.16.01"] });
    expect(await answerOf(needAction, tksk.person, { params, fields })).toMatchObject({ status: 303 });
    // A TKSK refers, and doesn't count.
    const counting = { kunci: newId(), people: "3", urgency: "soon", sources: "home_visit", seen: "1", instead: "replace", reason: "x" };
    expect((await answerOf(needAction, tksk.person, { params, fields: counting })).status).toBe(400);
    type Page = { referrals: { referrals: { status: string }[]; choices: { id: string }[] } };
    const { referrals } = (await answerOf(needLoader, psm.person, { params })).data as Page;
    expect(referrals.referrals).toMatchObject([{ status: "offered" }]);
    // The service that has it isn't offered again.
    expect(referrals.choices.map(({ id }) => id)).not.toContain(ids.lks);
    expect(referrals.choices.map(({ id }) => id)).toContain(ids.service);
  });
});

describe("a referral at the service", () => {
  const answering = { aksi: "jawab", jawaban: "terima", answer: "" };
  const reporting = { aksi: "lapor", outcome: "served", people: "12", words: "Dua belas anak didampingi." };
  it.each<[string, "offered" | "accepted", Fields, string]>([
    ["no choice", "offered", { ...answering, jawaban: "" }, "jawaban"],
    ["another choice", "offered", { ...answering, jawaban: "mungkin" }, "jawaban"],
    ["a refusal without a reason", "offered", { ...answering, jawaban: "tolak" }, "answer"],
    ["a refusal with a blank reason", "offered", { ...answering, jawaban: "tolak", answer: " \n" }, "answer"],
    ["words too long", "offered", { ...answering, answer: long(600) }, "answer"],
    ["a report before an answer", "offered", reporting, ""],
    ["no outcome", "accepted", { ...reporting, outcome: "" }, "outcome"],
    ["another outcome", "accepted", { ...reporting, outcome: "lost" }, "outcome"],
    ["an outcome that is no outcome", "accepted", { ...reporting, outcome: "declined" }, "outcome"],
    ["nobody served", "accepted", { ...reporting, people: "" }, "people"],
    ["zero people", "accepted", { ...reporting, people: "0" }, "people"],
    ["people in words", "accepted", { ...reporting, people: "dua belas" }, "people"],
    ["fewer than nobody", "accepted", { ...reporting, people: "-3" }, "people"],
    ["more than were counted", "accepted", { ...reporting, people: "53" }, "people"],
    ["a number without end", "accepted", { ...reporting, people: "9".repeat(30) }, "people"],
    ["no words", "accepted", { ...reporting, words: "" }, "words"],
    ["report too long", "accepted", { ...reporting, words: long(600) }, "words"],
    ["an answer after an answer", "accepted", answering, ""],
  ])("answers %s beside the field", async (_, which, fields, field) => {
    await expectBeside(referralAction, lk3.editor, { id: ids[which] ?? "" }, fields, field);
  });

  it("is closed to others, and takes no step that it doesn't know", async () => {
    for (const id of [ids.offered ?? "", "x", newId()]) {
      expect((await answerOf(referralLoader, other.chair, { params: { id } })).status).toBe(404);
      expect((await answerOf(referralAction, other.chair, { params: { id }, fields: answering })).status).toBe(404);
    }
    const params = { id: ids.offered ?? "" };
    expect((await answerOf(referralAction, lk3.treasurer, { params, fields: answering })).status).toBe(403);
    expect((await answerOf(referralLoader, lk3.treasurer, { params })).status).toBe(200);
    const wrong = await answerOf(referralAction, lk3.chair, { params, fields: { aksi: "hapus" } }).catch((thrown: unknown) => thrown);
    expect(wrong).toMatchObject({ init: { status: 400 } });
  });

  it("of a sensitive need names the regency only, to the service and to nobody else", async () => {
    const { data } = await answerOf(referralLoader, lk3.chair, { params: { id: ids.secret ?? "" } });
    expect(data).toMatchObject({ referral: { area: "Kabupaten Blora", about: "", sensitive: true } });
    expect(JSON.stringify(data)).not.toMatch(/33\.16\.01|Jegong|Kecamatan/);
    for (const search of ["", "?wilayah=33.16", "?kebutuhan=korban-penyalahgunaan-napza&tampil=semua"]) {
      const map = await answerOf(mapLoader, psm.person, { search });
      expect(map.status).toBe(200);
      expect(JSON.stringify(map.data)).not.toMatch(/Rahasia-uji|LK3 Uji/);
    }
  });

  it("is accepted, reported once, and read in the need's history", async () => {
    const params = { id: ids.offered ?? "" };
    expect((await answerOf(referralAction, lk3.chair, { params, fields: answering })).status).toBe(303);
    expect((await answerOf(referralAction, lk3.editor, { params, fields: reporting })).status).toBe(303);
    await expectBeside(referralAction, lk3.chair, params, reporting, "");
    type Page = { referrals: { referrals: { id: string }[] } };
    const { data } = await answerOf(needLoader, psm.person, { params: { id: ids.waiting ?? "" } });
    const line = (data as Page).referrals.referrals.find(({ id }) => id === ids.offered);
    expect(line).toMatchObject({ status: "served", people: 12, outcome: "Dua belas anak didampingi." });
  });
});
