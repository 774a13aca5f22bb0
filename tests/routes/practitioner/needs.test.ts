import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Kysely } from "kysely";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

type Fields = Record<string, string | string[] | File>;
type Sent = {
  status: number;
  location?: string | null;
  result?: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> };
  question?: { existing: { people: number; counts: number }; typed: [string, string][]; people: number };
};

let db: Kysely<DB>;
let userId = "";
beforeAll(async () => {
  db = await testDatabase();
  ({
    person: { userId },
  } = await buildPractitioner(db, { areas: ["33.16.01"] }));
});

async function send(module: string, fields: Fields, params: Record<string, string> = {}): Promise<Sent> {
  const { action } = await import(module);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const request = new Request("http://localhost/ruang/petugas/kebutuhan", { method: "POST", body, headers: { "x-test-user": userId } });
  try {
    const answer = await action({ request, params, context: {} });
    return { ...answer.data, status: answer.init.status };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location") };
  }
}

const record = (fields: Fields) => send("~/routes/practitioner/record-need", { kunci: newId(), ...fields });
const sound: Fields = {
  areaCode: "33.16.01.2005",
  needCode: "neglected_child",
  people: "52",
  men: "29",
  women: "23",
  households: "33",
  urgency: "soon",
  sources: ["home_visit", "village_officials"],
  since: "2024-01-10",
  about: "5–14 tahun",
};

describe("the form of a need", () => {
  const mistakes: [what: string, changed: Fields, field: string, code: string | RegExp][] = [
    ["no village", { areaCode: "" }, "areaCode", "village_missing"],
    ["a village elsewhere", { areaCode: "33.16.02.2001" }, "", /di luar wilayah kerja/],
    ["a regency for an ordinary group", { areaCode: "33.16" }, "areaCode", /Pilih desanya/],
    ["no group", { needCode: "" }, "needCode", "group_unknown"],
    ["a group that doesn't exist", { needCode: "rich" }, "needCode", /Pilih jenis kebutuhan/],
    ["no people", { people: "" }, "people", "required"],
    ["people in words", { people: "lima puluh" }, "people", "not_a_count"],
    ["nobody", { people: "0" }, "people", "people_range"],
    ["more people than there are", { people: "1.000.001" }, "people", "people_range"],
    ["more households than people", { households: "53" }, "households", "households_range"],
    ["only women", { men: "" }, "men", "sexes_both"],
    ["women and men that aren't the people", { men: "30" }, "women", "sexes_sum"],
    ["no urgency", { urgency: "" }, "urgency", "choose_urgency"],
    ["no source", { sources: [] }, "sources", "sources_missing"],
    ["a day that doesn't exist", { since: "31/02/2026" }, "since", "not_a_day"],
    ["a day that hasn't come", { since: addDays(today(), 3) }, "since", /belum terjadi/],
    ["a description that is too long", { about: "x".repeat(81) }, "about", "too_long"],
    ["a file that is no picture", { file: new File(["hello"], "bukti.txt", { type: "text/plain" }) }, "file", /foto/],
  ];
  it.each(mistakes)("answers %s beside its field and loses nothing", async (_, changed, field, message) => {
    const sent = await record({ ...sound, ...changed });
    expect(sent.status).toBe(400);
    expect(Object.keys(sent.result?.error ?? {})).toEqual([field]);
    expect(sent.result?.error?.[field]?.[0]).toMatch(message);
    const typed = { ...sound, ...changed };
    for (const name of ["people", "women", "about", "since"] as const) {
      if (typed[name] !== "") expect(sent.result?.initialValue?.[name]).toBe(typed[name]);
    }
    expect(await db.selectFrom("needs").select("id").execute()).toEqual([]);
  });

  it("saves, asks about an open record with everything typed, and takes the answer", async () => {
    expect(await record(sound)).toMatchObject({ status: 303, location: "/ruang/petugas/kebutuhan" });
    const again = { ...sound, people: "49", men: "", women: "", households: "" };
    const asked = await record(again);
    expect(asked).toMatchObject({ status: 409, question: { existing: { people: 52, counts: 1 }, people: 49 } });
    const typed: Fields = {};
    for (const [name, value] of asked.question?.typed ?? []) typed[name] = name in typed ? [typed[name] as string, value] : value;
    expect(typed).toMatchObject({ areaCode: "33.16.01.2005", people: "49", sources: ["home_visit", "village_officials"] });
    const unexplained = await record({ ...typed, instead: "add", seen: "1", reason: " " });
    expect(unexplained).toMatchObject({ status: 400, result: { error: { reason: ["required"] } }, question: { people: 49 } });
    expect((await record({ ...typed, instead: "add", seen: "1", reason: "Anak dari dukuh lain." })).status).toBe(303);
    const late = await record({ ...typed, instead: "replace", seen: "1", reason: "Dihitung lagi." });
    expect(late).toMatchObject({ status: 409, question: { existing: { people: 101, counts: 2 } } });
    expect(late.result?.error?.[""]?.[0]).toMatch(/Orang lain menghitung/);
  });

  it("updates and closes on the record's own page", async () => {
    const { id } = await db.selectFrom("needs").select("id").executeTakeFirstOrThrow();
    const count: Fields = { kunci: newId(), people: "60", urgency: "urgent", sources: "home_visit", seen: "2", instead: "replace" };
    const update = (changed: Fields) => send("~/routes/practitioner/need", { ...count, ...changed }, { id });
    expect(await update({ reason: "" })).toMatchObject({ status: 400, result: { error: { reason: ["required"] } } });
    expect(await update({ reason: "Dihitung lagi." })).toMatchObject({ status: 303, location: `/ruang/petugas/kebutuhan/${id}` });
    const close = (fields: Fields) => send("~/routes/practitioner/close-need", { seen: "3", ...fields }, { id });
    expect(await close({ note: "" })).toMatchObject({
      status: 400,
      result: { error: { closing: ["choose_closing"], note: ["required"] } },
    });
    expect(await close({ closing: "met", note: "Semua bersekolah." })).toMatchObject({ status: 303 });
    expect(await update({ kunci: newId(), seen: "3", reason: "Masih ada." })).toMatchObject({
      status: 400,
      result: { error: { "": [expect.stringMatching(/sudah ditutup/)] } },
    });
    expect((await send("~/routes/practitioner/need", count, { id: newId() })).status).toBe(404);
  });

  it("keeps no village of a sensitive group, whichever was chosen", async () => {
    expect((await record({ ...sound, needCode: "trafficking_victim" })).status).toBe(303);
    const row = await db.selectFrom("needs").select(["area_code", "about"]).where("sensitive", "=", true).executeTakeFirst();
    expect(row).toEqual({ area_code: "33.16", about: "" });
  });
});
