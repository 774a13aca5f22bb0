import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { identifiersOf } from "~/features/identifiers/identifier-queries.server";
import { editProfile } from "~/features/organizations/edit-profile.server";
import { askSponsorship } from "~/features/sponsorships/ask-sponsorship.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { action as identifierAction, loader as identifierLoader } from "~/routes/account/identifier";
import { action as registerAction } from "~/routes/account/register-community";
import { action as tiesAction } from "~/routes/account/ties";
import { action as freezeAction } from "~/routes/admin/freezes";
import { action as payeeAction } from "~/routes/community/change-payee";
import { action as profileAction } from "~/routes/community/profile";
import { action as sponsorshipsAction } from "~/routes/community/sponsorships";
import { action as standingAction } from "~/routes/community/standing";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { fundedProgram, paper } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { run } from "#tests/support/pledges";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

type Fields = Record<string, string | File>;
type Answer = {
  status: number;
  errors: Record<string, string[]>;
  typed: Record<string, unknown>;
  location: string | null;
  number?: string;
};
type Handler = (args: never) => unknown;

let db: Kysely<DB>;
let desk: BuiltDesk;
let community: BuiltCommunity;
let program: BuiltProgram;
let identifierId: string;
let sponsorshipId: string;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  community = await buildCommunity(db, { element: "lks" });
  program = await fundedProgram(db);
  const { organizationId } = community;
  await run(db, editProfile, community.chair, { organizationId, version: 1, about: "", address: "Balai", phone: "0811 0000 601" });
  identifierId = (await identifiersOf(db, organizationId))[0]?.id ?? "";
  const family = await buildCommunity(db, { element: "pioneer_family" });
  const asked = await run(db, askSponsorship, family.chair, { organizationId: family.organizationId, sponsorId: organizationId });
  sponsorshipId = asked.sponsorshipId;
});

async function answerOf(handler: Handler, actor: Actor, params: Record<string, string>, fields: Fields, query = ""): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request(`http://localhost/halaman${query}`, { method: "POST", body, headers: { "x-test-user": actor.userId } });
  type Sent = { result?: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> }; number?: string };
  try {
    const answer = (await handler({ request, params, context: {} } as never)) as { data: Sent; init?: { status?: number } | null };
    const { result, number } = answer.data;
    return {
      status: answer.init?.status ?? 200,
      errors: result?.error ?? {},
      typed: result?.initialValue ?? {},
      location: null,
      ...(number && { number }),
    };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, errors: {}, typed: {}, location: thrown.headers.get("location") };
  }
}

/** A form that is wrong is answered with 400, the field at fault, and everything that was typed. */
function expectBeside(answer: Answer, field: string, typed: Record<string, string> = {}): void {
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.errors)).toContain(field);
  expect(answer.errors[field]?.join(" ")).toMatch(/\S/);
  expect(answer.typed).toMatchObject(typed);
}

describe("opening an identity number", () => {
  it.each([[""], ["   "], ["iseng"], ["123456789"], ["x".repeat(201)]])("asks for a reason: %j", async (reason) => {
    expectBeside(await answerOf(identifierAction, community.chair, { id: identifierId }, { reason }), "reason");
  });

  it("answers once, and not strangers", async () => {
    const reason = "Menelepon ketua tentang survei";
    expect(await answerOf(identifierAction, desk.verifier, { id: identifierId }, { reason })).toMatchObject({ number: "0811 0000 601" });
    const stranger = { request: new Request("http://localhost/", { headers: { "x-test-user": program.community.chair.userId } }) };
    await expect(identifierLoader({ ...stranger, params: { id: identifierId }, context: {} } as never)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("freezing", () => {
  const good = { scope: "pledges", reason: "Sedang diperiksa." };
  it.each([
    ["no scope", { scope: "" }, "scope"],
    ["a scope that does not exist", { scope: "everything" }, "scope"],
    ["no reason", { reason: "" }, "reason"],
    ["a blank reason", { reason: "   " }, "reason"],
    ["a reason too long", { reason: "x".repeat(601) }, "reason"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    expectBeside(await answerOf(freezeAction, desk.administrator, { id: community.organizationId }, { ...good, ...changed }), field);
  });

  it("lifted without a note is answered beside the note; by a verifier not at all", async () => {
    const params = { id: community.organizationId };
    expectBeside(await answerOf(freezeAction, desk.administrator, params, { aksi: "cabut", freezeId: newId(), note: " " }), "note");
    expect((await answerOf(freezeAction, desk.verifier, params, good)).status).toBe(403);
  });
});

describe("declaring a tie", () => {
  const good = { organizationId: "", partyName: "Toko Sumber", kind: "family", detail: "", endedOn: "" };
  it.each([
    ["nobody named", { partyName: "" }, "partyName"],
    ["an organisation that does not exist", { organizationId: newId() }, "partyName"],
    ["no kind", { kind: "" }, "kind"],
    ["an unknown kind", { kind: "friend" }, "kind"],
    ["a name too long", { partyName: "x".repeat(121) }, "partyName"],
    ["details too long", { detail: "x".repeat(201) }, "detail"],
    ["a day that does not exist", { endedOn: "2026-02-30" }, "endedOn"],
    ["an end ahead", { endedOn: addDays(today(), 2) }, "endedOn"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const typed = { ...good, ...changed };
    const kept: Record<string, string> = typed.partyName ? { partyName: typed.partyName } : {};
    expectBeside(await answerOf(tiesAction, community.editor, {}, typed), field, kept);
  });
});

describe("sponsorship", () => {
  it.each([
    ["a sponsor not chosen", { aksi: "minta", sponsorId: "" }, "sponsorId"],
    ["oneself as sponsor", { aksi: "minta", sponsorId: "own" }, "sponsorId"],
    ["a sponsor that is no organisation", { aksi: "minta", sponsorId: "lembaga" }, "sponsorId"],
    ["a refusal without reason", { aksi: "jawab", jawaban: "tolak", note: "" }, "note"],
    ["a note too long", { aksi: "jawab", jawaban: "terima", note: "x".repeat(601) }, "note"],
    ["no answer", { aksi: "jawab", jawaban: "", note: "" }, "jawaban"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const own = "sponsorId" in changed && changed.sponsorId === "own" && { sponsorId: community.organizationId };
    const fields = { sponsorshipId, ...changed, ...own };
    expectBeside(await answerOf(sponsorshipsAction, community.chair, {}, fields), field);
  });
});

describe("changing the payee of a program", () => {
  it.each([
    ["no account", { payeeAccountId: "", reason: "Hilang" }, "payeeAccountId"],
    ["a foreign account", { payeeAccountId: newId(), reason: "Hilang" }, "payeeAccountId"],
    ["the same account", { payeeAccountId: "same", reason: "Hilang" }, "payeeAccountId"],
    ["a reason too long", { payeeAccountId: "same", reason: "x".repeat(401) }, "reason"],
  ])("with %s is answered beside the field", async (_, changed, field) => {
    const payeeAccountId = changed.payeeAccountId === "same" ? program.community.payeeAccountId : changed.payeeAccountId;
    const answer = await answerOf(payeeAction, program.community.chair, { slug: program.slug }, { ...changed, payeeAccountId });
    expectBeside(answer, field, { reason: changed.reason });
  });
});

describe("numbers and legal form", () => {
  const profile = () => ({ organizationId: community.organizationId, version: "2", about: "", address: "Balai", phone: "", taxNumber: "" });
  it.each([
    ["a phone of letters", { phone: "telepon" }, "phone"],
    ["a phone too short", { phone: "0811" }, "phone"],
    ["a tax number too short", { taxNumber: "1234" }, "taxNumber"],
    ["no address", { address: " " }, "address"],
  ])("in a profile with %s are answered beside the field", async (_, changed, field) => {
    expectBeside(await answerOf(profileAction, community.chair, {}, { ...profile(), ...changed }), field);
  });

  it("of a document is answered beside the number", async () => {
    const document = {
      kunci: newId(),
      organizationId: community.organizationId,
      kind: "identity",
      number: "12/2026",
      issuer: "Dukcapil",
      issuedOn: "2020-01-01",
      validUntil: "",
      file: paper("ktp.pdf"),
    };
    const answer = await answerOf(standingAction, community.chair, {}, document);
    expectBeside(answer, "number", { number: "12/2026", issuer: "Dukcapil" });
    expect(answer.errors.number?.[0]).toBe("NIK terdiri dari 16 angka, seperti pada KTP.");
  });

  it.each([[""], ["pt"]])("as %j is answered beside the choice", async (legalForm) => {
    const form = { aksi: "bentuk", organizationId: community.organizationId, legalForm };
    expectBeside(await answerOf(standingAction, community.chair, {}, form), "legalForm");
  });

  it("missing when an LKS registers is answered beside the choice, and nothing typed is lost", async () => {
    const fields = {
      kunci: newId(),
      element: "lks",
      name: "LKS Baru",
      areaCode: "33.16.06.2004",
      address: "Balai",
      phone: "0811 0000 601",
    };
    const answer = await answerOf(registerAction, community.chair, {}, fields, "?peran=lks");
    expectBeside(answer, "legalForm", { name: "LKS Baru", address: "Balai", phone: "0811 0000 601" });
  });
});
