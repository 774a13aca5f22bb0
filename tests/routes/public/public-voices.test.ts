import { beforeAll, describe, expect, it, vi } from "vitest";
import { takeConcern } from "~/features/concerns/handle-concern.server";
import { reportConcern } from "~/features/concerns/report-concern.server";
import { answerQuestion } from "~/features/residents/answer-question.server";
import { askResidents } from "~/features/residents/ask-residents.server";
import { saveArticle, startArticle } from "~/features/guidance/save-article.server";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { buildPractitioner } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

type Value = string | File;
type Fields = Readonly<Record<string, Value | readonly Value[] | undefined>>;
type Answer = { status: number; location: string | null; errors: Record<string, string[]>; typed: Record<string, unknown> };

const db = await testDatabase();
const { run, desk } = await organizationsOn(db);
const program = await buildPublishedProgram(db);
const officer = await buildPractitioner(db, { element: "functional_extension_officer" });
const params: Record<string, string> = {};
beforeAll(async () => {
  const question = {
    key: newId(),
    proposalId: program.proposalId,
    trancheN: null,
    thing: "40 rak tanam",
    place: "RW 04",
    households: null,
  };
  params.poster = (await run(askResidents, program.community.editor, question)).code;
  for (let n = 0; n < 3; n += 1) {
    const device = newId().replaceAll("-", "");
    await answerQuestion(db, { code: params.poster, answer: "not_yet", comment: "Belum.", device, from: newId() });
  }
  const concern = {
    kind: "money",
    about: "",
    happened: "",
    story: "Ada yang janggal di nota itu.",
    files: [],
    reply: "code",
    contact: "",
  } as const;
  params.code = (await reportConcern(db, { ...concern, key: newId(), place: newId() })).code;
  params.concern = (await db.selectFrom("concerns").select("id").executeTakeFirstOrThrow()).id;
  await run(takeConcern, desk.administrator, { concernId: params.concern });
  params.answer = (await db.selectFrom("resident_answers").select("id").executeTakeFirstOrThrow()).id;
  params.alert = (await db.selectFrom("resident_alerts").select("id").executeTakeFirstOrThrow()).id;
  const text = { summary: "", body: "", topic: "budget", areas: [], elements: [], regulations: [] } as const;
  const start = { key: newId(), organizationId: officer.organizationId, title: "Judul panduan ini", ...text };
  params.article = (await run(startArticle, officer.person, start)).articleId;
});

/** Sends a form as a browser would, and gives what its page gets to show. */
async function send(file: string, actor: Actor | null, path: Record<string, string>, fields: Fields): Promise<Answer> {
  const { action } = (await import(/* @vite-ignore */ `../../../app/routes/${file}`)) as { action: (given: object) => Promise<unknown> };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat() as (Value | undefined)[]) if (one !== undefined) body.append(name, one);
  }
  const headers = new Headers({ "accept-language": "id", "x-forwarded-for": newId() });
  if (actor) headers.set("x-test-user", actor.userId);
  const request = new Request("http://localhost/formulir", { method: "POST", body, headers });
  try {
    const answer = (await action({ request, params: path, context: {} })) as {
      data: { result: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } };
      init: { status: number } | null;
    };
    const { error = {}, initialValue = {} } = answer.data.result;
    return { status: answer.init?.status ?? 200, location: null, errors: error, typed: initialValue };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location"), errors: {}, typed: {} };
  }
}

const long = (letters: number) => "a".repeat(letters);
const script = new File(["<script>"], "foto.jpg", { type: "image/jpeg" });
const empty = new File([], "kosong.jpg", { type: "image/jpeg" });

type Form = {
  name: string;
  file: string;
  actor: () => Actor | null;
  path: () => Record<string, string>;
  good: () => Fields;
  /** What is wrong, the field that must say so, and the change to the good form. */
  bad: readonly [what: string, field: string, change: Fields][];
};

const forms: readonly Form[] = [
  {
    name: "a concern",
    file: "public/concern",
    actor: () => null,
    path: () => ({}),
    good: () => ({
      kunci: newId(),
      kind: "goods",
      about: `program:${program.slug}`,
      happened: "kemarin",
      story: "Raknya hanya dua puluh dua.",
      reply: "code",
      contact: "",
      situs: "",
    }),
    bad: [
      ["no kind", "kind", { kind: undefined }],
      ["a kind that isn't one", "kind", { kind: "gosip" }],
      ["no story", "story", { story: "" }],
      ["a story of spaces", "story", { story: " ".repeat(40) }],
      ["a story that is too short", "story", { story: "Aneh." }],
      ["a story that is too long", "story", { story: long(5001) }],
      ["a program that isn't there", "about", { about: "program:tidak-ada" }],
      ["a subject that isn't one", "about", { about: "'; drop table concerns" }],
      ["no word whether one may ask", "reply", { reply: undefined }],
      ["a contact that is promised and lacking", "contact", { reply: "contact", contact: "" }],
      ["a contact that is none", "contact", { reply: "contact", contact: "tetangga saya" }],
      ["a day in too many words", "happened", { happened: long(121) }],
      ["a file that is no picture", "file", { file: script }],
      ["an empty file", "file", { file: empty }],
      ["too many files", "file", { file: Array.from({ length: 6 }, () => script) }],
      ["a trap that was walked into", "", { situs: "https://iklan.example" }],
      ["no key", "", { kunci: "" }],
    ],
  },
  {
    name: "a note by whoever reported",
    file: "public/concern-case",
    actor: () => null,
    path: () => ({ kode: params.code ?? "" }),
    good: () => ({ text: "Di gang sekolah." }),
    bad: [
      ["nothing", "text", { text: undefined }],
      ["an empty text", "text", { text: "" }],
      ["only spaces", "text", { text: "   " }],
      ["too much", "text", { text: long(3001) }],
    ],
  },
  {
    name: "an answer at a poster",
    file: "public/resident-question",
    actor: () => null,
    path: () => ({ kode: params.poster ?? "" }),
    good: () => ({ answer: "arrived", comment: "", situs: "" }),
    bad: [
      ["no answer", "answer", { answer: undefined }],
      ["an empty answer", "answer", { answer: "" }],
      ["an answer that isn't one", "answer", { answer: "mungkin" }],
      ["two answers at once", "answer", { answer: ["arrived", "not_yet"] }],
      ["a comment that is too long", "comment", { comment: long(501) }],
      ["a trap that was walked into", "", { situs: "x" }],
    ],
  },
  {
    name: "following guidance",
    file: "public/follow-guidance",
    actor: () => null,
    path: () => ({}),
    good: () => ({ email: `p${newId()}@contoh.example`, element: "", areaCode: "" }),
    bad: [
      ["no address", "email", { email: undefined }],
      ["an empty address", "email", { email: "" }],
      ["no address of email", "email", { email: "bukan surel" }],
      ["an address without host", "email", { email: "a@" }],
      ["two addresses", "email", { email: "a@contoh.example, b@contoh.example" }],
      ["an address with a line break", "email", { email: "a@contoh.example\r\nBcc: b@contoh.example" }],
      ["an address that is too long", "email", { email: `${long(250)}@contoh.example` }],
      ["an element that isn't one", "element", { element: "raja" }],
      ["an area that isn't there", "areaCode", { areaCode: "99.99" }],
      ["an area that is none", "areaCode", { areaCode: "' or 1=1" }],
    ],
  },
  {
    name: "a poster",
    file: "community/posters",
    actor: () => program.community.editor,
    path: () => ({ slug: program.slug }),
    good: () => ({ kunci: newId(), thing: "40 rak tanam", place: "RW 04", tranche: "1", households: "71" }),
    bad: [
      ["nothing to ask for", "thing", { thing: "" }],
      ["too short a thing", "thing", { thing: "rak" }],
      ["too long a thing", "thing", { thing: long(121) }],
      ["no place", "place", { place: "  " }],
      ["too long a place", "place", { place: long(121) }],
      ["a termin that isn't there", "tranche", { tranche: "77" }],
      ["a termin that is no number", "tranche", { tranche: "satu" }],
      ["households below zero", "households", { households: "-3" }],
      ["no households at all", "households", { households: "0" }],
      ["households in words", "households", { households: "banyak" }],
      ["households with a fraction", "households", { households: "7,5" }],
      ["no key", "", { kunci: "x" }],
    ],
  },
  {
    name: "the text of guidance",
    file: "practitioner/new-guidance",
    actor: () => officer.person,
    path: () => ({}),
    good: () => ({ kunci: newId(), title: "Judul panduan", summary: "", body: "", topic: "budget", regulations: "", areaCode: "" }),
    bad: [
      ["no title", "title", { title: "" }],
      ["a title of spaces", "title", { title: "  " }],
      ["too long a title", "title", { title: long(121) }],
      ["too long a summary", "summary", { summary: long(301) }],
      ["too long a text", "body", { body: long(20_001) }],
      ["no subject", "topic", { topic: undefined }],
      ["a subject that isn't one", "topic", { topic: "cuaca" }],
      ["too many regulations", "regulations", { regulations: Array.from({ length: 13 }, (_, n) => `UU ${n}`).join("\r\n") }],
      ["a regulation that is too long", "regulations", { regulations: long(201) }],
      ["an element that isn't one", "elements[0]", { elements: "raja" }],
      ["an area that isn't there", "areaCode", { areaCode: "99.99" }],
      ["no key", "", { kunci: "" }],
    ],
  },
  {
    name: "a note of the desk",
    file: "admin/concern",
    actor: () => desk.administrator,
    path: () => ({ id: params.concern ?? "" }),
    good: () => ({ voice: "internal", text: "Catatan." }),
    bad: [
      ["no text", "text", { text: "" }],
      ["too much", "text", { text: long(3001) }],
      ["nobody it is for", "voice", { voice: undefined }],
      ["a voice that is not the desk's", "voice", { voice: "reporter" }],
    ],
  },
  {
    name: "hiding an answer",
    file: "admin/hide-answer",
    actor: () => desk.verifier,
    path: () => ({ id: params.answer ?? "" }),
    good: () => ({ reason: "insult", note: "Menghina tetangga." }),
    bad: [
      ["no reason", "reason", { reason: "" }],
      ["a reason that isn't one", "reason", { reason: "bosan" }],
      ["no explanation", "note", { note: "  " }],
      ["too long an explanation", "note", { note: long(301) }],
    ],
  },
  {
    name: "a finding",
    file: "admin/resident-alert",
    actor: () => desk.verifier,
    path: () => ({ id: params.alert ?? "" }),
    good: () => ({ finding: "Ada dua puluh dua rak, sisanya di balai." }),
    bad: [
      ["nothing", "finding", { finding: "" }],
      ["too little", "finding", { finding: "Sudah." }],
      ["too much", "finding", { finding: long(1001) }],
    ],
  },
  {
    name: "closing a concern",
    file: "admin/close-concern",
    actor: () => desk.administrator,
    path: () => ({ id: params.concern ?? "" }),
    good: () => ({ outcome: "unfounded", published: "Nota dibandingkan dan ternyata wajar." }),
    bad: [
      ["no outcome", "outcome", { outcome: undefined }],
      ["an outcome that belongs to the reporter", "outcome", { outcome: "withdrawn" }],
      ["nothing for the public", "published", { published: "" }],
      ["too little for the public", "published", { published: "Beres." }],
      ["too much for the public", "published", { published: long(1001) }],
    ],
  },
];

describe.each(forms)("$name", ({ file, actor, path, good, bad }) => {
  it.each(bad)("%s is answered at its field, and what was typed stays", async (_, field, change) => {
    const fields = { ...good(), ...change };
    const answer = await send(file, actor(), path(), fields);
    expect([answer.status, Object.keys(answer.errors)]).toEqual([400, [field]]);
    expect(answer.errors[field]?.[0]).toMatch(/\S/);
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === "string" && value.trim() !== "" && name !== "situs") expect(answer.typed[name]).toBe(value);
    }
  });

  it("is taken when it is good", async () => {
    expect(await send(file, actor(), path(), good())).toMatchObject({ status: 303 });
  });
});

describe("what isn't there", () => {
  it.each(["", "KW-2222-2222-2222", "KW-2222-2222-2223", "x", "../../etc"])("a case %j is not found", async (kode) => {
    const { loader } = await import("~/routes/public/concern-case");
    const request = new Request("http://localhost/lapor/x", { headers: { "x-forwarded-for": newId() } });
    await expect(loader({ request, params: { kode }, context: {} } as never)).rejects.toMatchObject({ status: 404 });
  });

  it("an answer to an unknown poster is not found", async () => {
    expect(await send("public/resident-question", null, { kode: "XXXX" }, { answer: "arrived" })).toMatchObject({ status: 404 });
  });

  it("guidance that another page saved meanwhile is refused, with everything typed", async () => {
    const articleId = params.article ?? "";
    const text = {
      title: "Disimpan dari tab lain",
      summary: "",
      body: "",
      topic: "budget",
      areas: [],
      elements: [],
      regulations: [],
    } as const;
    await run(saveArticle, officer.person, { articleId, revision: 1, ...text });
    const fields = { revision: "1", title: "Judul dari tab ini", topic: "budget", body: "Panjang lebar." };
    const answer = await send("practitioner/edit-guidance", officer.person, { id: articleId }, fields);
    expect(answer).toMatchObject({ status: 400, typed: { title: "Judul dari tab ini", body: "Panjang lebar." } });
  });
});
