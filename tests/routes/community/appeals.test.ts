import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { type Answer, type Fields, answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
});

const raising = () => import("~/routes/community/raise-appeal");
const own = () => import("~/routes/community/appeal");
const duty = () => import("~/routes/admin/duty-appeal");

const village = "33.16.03.2004";
const good = (): Fields => ({
  kunci: newId(),
  aksi: "serukan",
  disaster: "flood",
  title: "Banjir di tiga desa",
  situation: "Air naik sejak malam.",
  beganOn: today(),
  villages: village,
  displaced: "214",
  people: "1.612",
  toddlers: "31",
  statementKind: "there",
  statementNumber: "360/112/2026",
  statementIssuer: "Bupati",
  statementFrom: today(),
  statementUntil: addDays(today(), 10),
  "uraian-0": "Selimut",
  "volume-0": "214",
  "satuan-0": "lembar",
  "harga-0": "85.000",
});

async function unit(): Promise<Actor> {
  return (await buildCommunity(db, { element: "disaster_cadet", areaCode: village })).chair;
}
const raise = async (actor: Actor, changed: Fields = {}): Promise<Answer> =>
  answerOf((await raising()).action, actor, { fields: { ...good(), ...changed } });
const appealIn = (answer: Answer) => answer.location?.split("/").at(-1) ?? "";

/** The mistake stands beside its field, and what was typed comes back. */
function expectBeside(answer: Answer, field: string, kept: Record<string, unknown> = { title: "Banjir di tiga desa" }): void {
  expect([answer.status, Object.keys(answer.result?.error ?? {})]).toEqual([400, expect.arrayContaining([field])]);
  expect(answer.result?.initialValue).toMatchObject(kept);
}

describe("the form of an appeal", () => {
  it("takes a good one, and leads to its page", async () => {
    const answer = await raise(await unit());
    expect(answer).toMatchObject({ status: 303, location: expect.stringMatching(/^\/ruang\/lembaga\/darurat\//), said: { tone: "ok" } });
    const { total } = await db
      .selectFrom("appeal_lines")
      .select((eb) => eb.fn.sum<string>("amount").as("total"))
      .where("appeal_id", "=", appealIn(answer))
      .executeTakeFirstOrThrow();
    expect(total).toBe(String(214 * 85_000));
  });

  it.each([
    ["no disaster", { disaster: "" }, "disaster"],
    ["an unknown disaster", { disaster: "meteor" }, "disaster"],
    ["no situation", { situation: " " }, "situation"],
    ["a situation too long", { situation: "x".repeat(2001) }, "situation"],
    ["no day", { beganOn: "" }, "beganOn"],
    ["a day that does not exist", { beganOn: "2026-02-30" }, "beganOn"],
    ["a day ahead", { beganOn: addDays(today(), 3) }, "beganOn"],
    ["a village of elsewhere", { villages: "99.99.99.9999" }, "villages"],
    ["letters for people", { displaced: "banyak" }, "displaced"],
    ["more toddlers than people", { toddlers: "9.999" }, "toddlers"],
    ["no word on a statement", { statementKind: "" }, "statementKind"],
    ["a statement without number", { statementNumber: "" }, "statementNumber"],
    ["a statement without an end", { statementUntil: "" }, "statementUntil"],
    ["a statement that ends before it begins", { statementUntil: addDays(today(), -1) }, "statementUntil"],
    ["a line without unit", { "satuan-0": "" }, "satuan-0"],
    ["a line of nothing", { "volume-0": "0" }, "volume-0"],
    ["a price of letters", { "harga-0": "mahal" }, "harga-0"],
    ["a line without words", { "uraian-0": "" }, "uraian-0"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const answer = await raise(await unit(), changed);
    expectBeside(answer, field);
    expect((answer.data as { lines: object[] }).lines[0]).toMatchObject({
      description: changed["uraian-0" as keyof typeof changed] ?? "Selimut",
      volume: changed["volume-0" as keyof typeof changed] ?? "214",
    });
  });

  it("names every mistake at once: fields, lines and the statement", async () => {
    const answer = await raise(await unit(), { situation: "", "harga-0": "", statementIssuer: "" });
    expect(Object.keys(answer.result?.error ?? {}).sort()).toEqual(["harga-0", "situation", "statementIssuer"]);
  });

  it("computes the first needs from the numbers, and keeps the rest as typed", async () => {
    const answer = await raise(await unit(), { aksi: "hitung", "uraian-0": "" });
    const { lines } = answer.data as { lines: { description: string; volume: string }[] };
    expect([answer.status, lines[0]]).toEqual([200, expect.objectContaining({ description: "Makanan siap saji, 7 hari", volume: "1498" })]);
    expect(answer.result?.initialValue).toMatchObject({ title: "Banjir di tiga desa", displaced: "214" });
  });

  it("needs no statement at first", async () => {
    const answer = await raise(await unit(), { statementKind: "later", statementNumber: "", statementIssuer: "", statementUntil: "" });
    expect(answer.status).toBe(303);
  });
});

describe("an appeal of one's own", () => {
  const post = async (actor: Actor, appealId: string, fields: Fields) =>
    answerOf((await own()).action, actor, { params: { id: appealId }, fields });

  it("answers each of its forms for itself", async () => {
    const actor = await unit();
    const appealId = appealIn(await raise(actor));
    const count = await post(actor, appealId, { aksi: "jumlah", people: "sepuluh" });
    expectBeside(count, "people", { people: "sepuluh" });
    expect(count.data).toMatchObject({ form: "count" });
    const statement = await post(actor, appealId, {
      aksi: "pernyataan",
      statementNumber: "1",
      statementIssuer: "",
      statementFrom: today(),
      statementUntil: "",
    });
    expectBeside(statement, "statementIssuer", { statementNumber: "1" });
    expect(statement.data).toMatchObject({ form: "statement" });
    expect(await post(actor, appealId, { aksi: "jumlah", people: "700", displaced: "300" })).toMatchObject({
      status: 303,
      said: { tone: "ok" },
    });
  });

  it("says why it cannot be prolonged or closed yet, and is withdrawn", async () => {
    const actor = await unit();
    const appealId = appealIn(await raise(actor));
    for (const aksi of ["perpanjang", "tutup", "pulihkan"]) {
      expect(await post(actor, appealId, { aksi, kunci: newId() })).toMatchObject({ status: 303, said: { tone: "bad" } });
    }
    expect(await post(actor, appealId, { aksi: "tarik" })).toMatchObject({ status: 303, said: { tone: "ok" } });
    expect(await post(actor, appealId, { aksi: "terbang" })).toMatchObject({ status: 400 });
  });

  it("is not shown to another unit", async () => {
    const appealId = appealIn(await raise(await unit()));
    expect(await answerOf((await own()).loader, await unit(), { params: { id: appealId } })).toMatchObject({ status: 404 });
  });
});

describe("the duty desk", () => {
  const post = async (appealId: string, fields: Fields) =>
    answerOf((await duty()).action, desk.verifier, { params: { id: appealId }, fields });
  const check = (changed: Fields = {}): Fields => ({ aksi: "periksa", kind: "other_report", result: "match", note: "Cocok.", ...changed });

  it.each([
    ["nothing chosen", { kind: "" }, "kind"],
    ["an unknown check", { kind: "horoscope" }, "kind"],
    ["no result", { result: "" }, "result"],
    ["no word", { note: " " }, "note"],
    ["too many words", { note: "x".repeat(401) }, "note"],
  ])("answers a check with %s beside the field", async (_, changed, field) => {
    const appealId = appealIn(await raise(await unit()));
    const answer = await post(appealId, check(changed));
    expectBeside(answer, field, {});
    expect(answer.data).toMatchObject({ form: "check" });
  });

  it("does not verify too early, nor turn down without a reason; then it verifies", async () => {
    const appealId = appealIn(await raise(await unit()));
    const early = await post(appealId, { aksi: "verifikasi", decisionNote: "Besok dihitung ulang." });
    expect([early.status, early.result?.error]).toEqual([400, { "": [expect.stringContaining("Kurang 3")] }]);
    expect(early.result?.initialValue).toMatchObject({ decisionNote: "Besok dihitung ulang." });
    expectBeside(await post(appealId, { aksi: "tolak", decisionNote: "" }), "decisionNote", {});
    for (const kind of ["other_report", "statement", "neighbour_post"]) {
      expect(await post(appealId, check({ kind }))).toMatchObject({ status: 303, said: { tone: "ok" } });
    }
    expect(await post(appealId, { aksi: "verifikasi", decisionNote: "" })).toMatchObject({ status: 303, location: "/admin/siaga" });
  });
});
