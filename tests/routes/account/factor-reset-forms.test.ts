import { beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "~/features/identity/create-account.server";
import { requestFactorReset } from "~/features/identity/second-factor/request-factor-reset.server";
import { stopTokenOf } from "~/features/identity/second-factor/stop-token.server";
import { newId } from "~/kernel/ids";
import { buildSecondFactor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const signIn = await import("~/routes/account/sign-in");
const lost = await import("~/routes/account/lost-factor");
const stop = await import("~/routes/account/stop-factor-reset");

const password = "sawah hijau di kaki bukit";
type Body = BodyInit | undefined;
type Answer = { status: number; location: string | null; cookies: string[]; data: unknown };

async function visit(handler: unknown, given: { body?: Body; type?: string; cookie?: string; token?: string } = {}): Promise<Answer> {
  const { body, type, cookie = "", token } = given;
  const headers = new Headers({ "x-forwarded-for": newId(), "accept-language": "id", cookie, ...(type ? { "content-type": type } : {}) });
  const request = new Request("http://localhost:3000/akun", { headers, ...(body !== undefined && { method: "POST", body }) });
  try {
    const answer = await (handler as (args: object) => Promise<unknown>)({ request, params: { token }, context: {} });
    if (answer instanceof Response) throw answer;
    const { init, data } = answer as { init?: ResponseInit; data?: unknown };
    return { status: init?.status ?? 200, location: null, cookies: [], data: data ?? answer };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location"), cookies: thrown.headers.getSetCookie(), data: undefined };
  }
}

/** Somebody who gave the password; with a factor, the second step is still owed. */
async function entered(factor: boolean) {
  const email = `orang-${newId()}@contoh.example`;
  const { userId } = await createAccount(db, { name: "Sari Wibowo", email, password });
  if (factor) await buildSecondFactor(db, userId, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  const { cookies } = await visit(signIn.action, { body: new URLSearchParams({ email, password, kembali: "/akun" }) });
  return { userId, email, cookie: cookies.map((one) => one.split(";")[0]).join("; ") };
}
const resetsOf = (userId: string) => db.selectFrom("factor_resets").selectAll().where("user_id", "=", userId).execute();
const form = (...fields: [string, string][]) => new URLSearchParams(fields);

describe("asking for a way back in", () => {
  let other: { userId: string };
  beforeAll(async () => {
    other = await entered(true);
  });

  test.each<[string, () => Body, string?]>([
    ["nothing filled in", () => form()],
    ["an empty body", () => ""],
    ["spaces", () => form(["aksi", "   "])],
    ["a text of 100,000 letters", () => form(["catatan", "x".repeat(100_000)])],
    ["bytes that no text has", () => form(["catatan", "a\u0000b\u0007"])],
    ["markup", () => form(["catatan", "\"><script>window.bad = 1</script>'; drop table factor_resets; --"])],
    ["somebody else's id", () => form(["userId", other.userId], ["actorId", other.userId])],
    ["an id that leads nowhere", () => form(["id", "bukan-id"], ["resetId", "bukan-id"])],
    ["everything twice", () => form(["kunci", newId()], ["kunci", newId()], ["aksi", "minta"], ["aksi", "lain"])],
    ["another kind of body", () => JSON.stringify({ userId: "x", done: true }), "application/json"],
  ])("with %s asks for one's own account, once", async (_, body, type) => {
    const { userId, cookie } = await entered(true);
    for (const _again of [1, 2]) {
      const answer = await visit(lost.action, { body: body(), cookie, ...(type ? { type } : {}) });
      expect(answer).toMatchObject({ status: 303, location: "/masuk/kode/hilang" });
    }
    const resets = await resetsOf(userId);
    expect(resets).toMatchObject([{ done_at: null, stopped_at: null, checked_at: null }]);
    expect(await resetsOf(other.userId)).toEqual([]);
    expect(await visit(lost.loader, { cookie })).toMatchObject({ status: 200, data: { reset: { dueAt: null } } });
  });

  test("is for those who owe the second step: nobody else gets there, and nothing is asked", async () => {
    const { userId, cookie } = await entered(false);
    expect(await visit(lost.loader, { cookie })).toMatchObject({ status: 302, location: "/akun/dua-langkah" });
    expect(await visit(lost.action, { body: form(), cookie })).toMatchObject({ status: 303, location: "/akun/dua-langkah" });
    expect(await resetsOf(userId)).toEqual([]);
    expect((await visit(lost.loader)).status).toBe(302);
    for (const forged of ["", "sesi=abc", "better-auth.session_token=abc.def"]) {
      expect((await visit(lost.action, { body: form(), cookie: forged })).status).toBe(401);
    }
  });
});

describe("the link that stops it", () => {
  async function asked() {
    const { userId, email } = await entered(true);
    const actor = { userId, email, name: "Sari Wibowo", emailVerified: false, memberships: [] };
    const { resetId } = await db.transaction().execute((trx) => requestFactorReset(trx, actor));
    return { userId, resetId, token: stopTokenOf(resetId) };
  }

  test.each<[string, (ours: { resetId: string; token: string }) => string | undefined]>([
    ["nothing", () => undefined],
    ["an empty link", () => ""],
    ["spaces", () => "   "],
    ["a text of 100,000 letters", () => "x".repeat(100_000)],
    ["bytes that no text has", () => "a\u0000b\u0007"],
    ["markup", () => "<script>window.bad = 1</script>"],
    ["the id alone", ({ resetId }) => resetId],
    ["a made-up signature", ({ resetId }) => `${resetId}.${"a".repeat(43)}`],
    ["one letter changed", ({ token }) => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["the link twice", ({ token }) => `${token}${token}`],
    ["a way out of the folder", ({ token }) => `../${token}`],
    ["a link for something that is not there", () => stopTokenOf(newId())],
  ])("made of %s stops nothing and says so", async (_, made) => {
    const { userId, ...ours } = await asked();
    const token = made(ours);
    const given = token === undefined ? {} : { token };
    const opened = await visit(stop.loader, given);
    expect(opened.status).toBe(200);
    expect(await visit(stop.action, { body: form(), ...given })).toMatchObject({ status: 400, data: { done: false } });
    expect(await resetsOf(userId)).toMatchObject([{ stopped_at: null }]);
  });

  test("asks first, works without signing in whatever else is sent, and only once", async () => {
    const { userId, token } = await asked();
    expect(await visit(stop.loader, { token })).toMatchObject({ status: 200, data: { ours: true } });
    expect(await resetsOf(userId)).toMatchObject([{ stopped_at: null }]);
    const noise = form(["token", "lain"], ["done", "false"]);
    expect(await visit(stop.action, { token, body: noise })).toMatchObject({ status: 200, data: { done: true } });
    expect((await resetsOf(userId))[0]?.stopped_at).toBeInstanceOf(Date);
    expect(await visit(stop.action, { token, body: form() })).toMatchObject({ status: 400, data: { done: false } });
  });
});
