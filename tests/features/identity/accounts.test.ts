import { describe, expect, test } from "vitest";
import { listSessions } from "~/features/identity/account-queries.server";
import type { Actor } from "~/features/identity/actor";
import { authOver } from "~/features/identity/auth.server";
import { changePassword } from "~/features/identity/change-password.server";
import { confirmEmail, sendConfirmation } from "~/features/identity/confirm-email.server";
import { createAccount } from "~/features/identity/create-account.server";
import { chooseLanguage, editAccount } from "~/features/identity/edit-account.server";
import { forgetExpired } from "~/features/identity/forget-expired.server";
import { findActor } from "~/features/identity/load-actor.server";
import { requestPasswordReset, resetLinkWorks, resetPassword } from "~/features/identity/reset-password.server";
import { revokeOtherSessions, revokeSession } from "~/features/identity/revoke-session.server";
import { signIn, signOut } from "~/features/identity/sign-in.server";
import { signUp } from "~/features/identity/sign-up.server";
import { newId } from "~/kernel/ids";
import { atTime } from "~/platform/clock.server";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const password = "sawah hijau di kaki bukit";

function fresh(name = "orang"): string {
  return `${name}-${newId()}@contoh.example`;
}

async function account(overrides: { email?: string; verified?: boolean; language?: "id" | "en" } = {}) {
  const email = overrides.email ?? fresh();
  const { userId } = await createAccount(db, { name: "Sari Wibowo", email, password, ...overrides });
  return { email, userId, actor: (await findActor(db, userId)) as Actor };
}

function enter(email: string, given: { password?: string; headers?: Headers; place?: string } = {}) {
  return signIn(db, {
    email,
    password: given.password ?? password,
    remember: true,
    place: given.place ?? newId(),
    headers: given.headers ?? new Headers(),
  });
}

/** The request headers of a browser that was given these cookies. */
function browser(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}

async function whoIs(headers: Headers): Promise<string | undefined> {
  return (await authOver(db).api.getSession({ headers }))?.user.id;
}

async function mails(email: string) {
  const rows = await db
    .selectFrom("email_messages")
    .select(["template", "props", "language"])
    .where("to_address", "=", email)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, props: row.props as Record<string, string> }));
}

function tokenIn(url: string | undefined): string {
  return url?.split("/").pop() ?? "";
}

describe("signing up", () => {
  test("makes an unconfirmed account with an argon2id password and mails a link that confirms it", async () => {
    const email = fresh();
    await signUp(db, { name: " Sari ", email: email.toUpperCase(), password, language: "en", place: newId() });
    const user = await db.selectFrom("users").selectAll().where("email", "=", email).executeTakeFirstOrThrow();
    expect(user).toMatchObject({ name: "Sari", email_verified: false, language: "en" });
    const credential = await db.selectFrom("credentials").select("password").where("user_id", "=", user.id).executeTakeFirstOrThrow();
    expect(credential.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await listSessions(db, user.id)).toHaveLength(0);

    const [mail] = await mails(email);
    expect(mail).toMatchObject({ template: "confirm-email", language: "en" });
    const token = tokenIn(mail?.props.url);
    await confirmEmail(db, { token });
    await confirmEmail(db, { token });
    expect((await findActor(db, user.id))?.emailVerified).toBe(true);
  });

  test("with a known address answers alike, changes nothing and mails the owner", async () => {
    const known = await account();
    const outcomes = await Promise.all(
      [known.email, fresh()].map((email) =>
        signUp(db, { name: "Penyusup", email, password: "kata sandi lain", language: "id", place: newId() }),
      ),
    );
    expect(outcomes).toEqual([undefined, undefined]);
    expect((await mails(known.email)).map((mail) => mail.template)).toEqual(["already-registered"]);
    expect(await enter(known.email)).toMatchObject({ userId: known.userId });
    const user = await db.selectFrom("users").select("name").where("id", "=", known.userId).executeTakeFirstOrThrow();
    expect(user.name).toBe("Sari Wibowo");
  });

  test.each([
    ["pendek", "password_short"],
    ["1234567890", "password_common"],
    ["aaaaaaaaaaaa", "password_common"],
    ["a".repeat(201), "password_long"],
  ])("refuses the password %s", async (weak, code) => {
    await expect(signUp(db, { name: "Sari", email: fresh(), password: weak, language: "id", place: newId() })).rejects.toMatchObject({
      code,
      details: { field: "password" },
    });
  });

  test("refuses the address itself as password", async () => {
    const email = fresh();
    await expect(signUp(db, { name: "Sari", email, password: email, language: "id", place: newId() })).rejects.toMatchObject({
      code: "password_common",
    });
  });

  test("is limited by address and by place", async () => {
    const email = fresh();
    for (let n = 0; n < 5; n += 1) await signUp(db, { name: "Sari", email, password, language: "id", place: newId() });
    await expect(signUp(db, { name: "Sari", email, password, language: "id", place: newId() })).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  test("refuses a forged and an old confirmation link", async () => {
    await expect(confirmEmail(db, { token: "bukan.token.kami" })).rejects.toMatchObject({ code: "link_expired" });
    await expect(confirmEmail(db, { token: "" })).rejects.toMatchObject({ code: "link_expired" });
  });

  test("sends another confirmation link, but not to who is confirmed and not without end", async () => {
    const { actor, email } = await account({ verified: false });
    for (let n = 0; n < 5; n += 1) await sendConfirmation(db, actor);
    await expect(sendConfirmation(db, actor)).rejects.toMatchObject({ code: "rate_limited" });
    expect((await mails(email)).map((mail) => mail.template)).toEqual(Array(5).fill("confirm-email"));
    const confirmed = await account();
    await sendConfirmation(db, confirmed.actor);
    expect(await mails(confirmed.email)).toEqual([]);
  });
});

describe("signing in", () => {
  test("opens a new session each time, with a cookie that scripts can't read", async () => {
    const { email, userId } = await account();
    const first = await enter(email.toUpperCase());
    const second = await enter(email);
    expect(first.cookies[0]).toMatch(/^sinergi\.session_token=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(first.cookies[0]).not.toBe(second.cookies[0]);
    expect(await whoIs(browser(first.cookies))).toBe(userId);
    expect(await listSessions(db, userId)).toHaveLength(2);
  });

  test("ends the session that the browser brought along (session fixation)", async () => {
    const attacker = await account();
    const victim = await account();
    const prepared = await enter(attacker.email);
    const { cookies } = await enter(victim.email, { headers: browser(prepared.cookies) });
    expect(await whoIs(browser(cookies))).toBe(victim.userId);
    expect(await whoIs(browser(prepared.cookies))).toBeUndefined();
  });

  test("refuses a forged cookie", async () => {
    const { email } = await account();
    const { cookies } = await enter(email);
    const forged = browser(cookies.map((cookie) => cookie.replace(/=(.)/, (_, c) => `=${c === "A" ? "B" : "A"}`)));
    expect(await whoIs(forged)).toBeUndefined();
  });

  test("answers a wrong password and an unknown address alike, counting down", async () => {
    const { email } = await account();
    for (const tried of [email, fresh()]) {
      const place = newId();
      for (const left of [4, 3, 2, 1, 0]) {
        await expect(enter(tried, { password: "salah semua", place })).rejects.toMatchObject({
          code: "sign_in_wrong",
          details: { left, field: "password" },
        });
      }
      await expect(enter(tried, { password, place })).rejects.toMatchObject({ code: "rate_limited", details: { minutes: 15 } });
    }
    // From another place the owner still gets in.
    await expect(enter(email)).resolves.toBeDefined();
  });

  test("a success clears the count", async () => {
    const { email } = await account();
    const place = newId();
    for (let n = 0; n < 4; n += 1) await expect(enter(email, { password: "salah semua", place })).rejects.toThrow();
    await enter(email, { place });
    await expect(enter(email, { password: "salah semua", place })).rejects.toMatchObject({ details: { left: 4 } });
  });

  test("who is right uses up nothing of the place or the address, so an office can sign in all day", async () => {
    const place = newId();
    const { email } = await account();
    const used = () => db.selectFrom("rate_limits").select(["key", "points"]).where("points", ">", 0).orderBy("key").execute();
    await expect(enter(email, { password: "salah semua", place })).rejects.toThrow();
    await enter(email, { place });
    const before = await used();
    for (let n = 0; n < 3; n += 1) await enter(email, { place });
    expect(await used()).toEqual(before);
  });

  test("signing out ends the session", async () => {
    const { email } = await account();
    const { cookies } = await enter(email);
    const out = await signOut(db, browser(cookies));
    expect(out.cookies[0]).toMatch(/^sinergi\.session_token=; Max-Age=0/);
    expect(await whoIs(browser(cookies))).toBeUndefined();
  });
});

describe("a forgotten password", () => {
  test("is replaced once by the mailed link; every session ends and the owner is told", async () => {
    const { email, userId } = await account({ verified: false });
    const old = await enter(email);
    await requestPasswordReset(db, { email: email.toUpperCase(), place: newId() });
    const token = tokenIn((await mails(email))[0]?.props.url);
    expect(await resetLinkWorks(db, token)).toBe(true);
    await expect(resetPassword(db, { token, password: "pendek" })).rejects.toMatchObject({ code: "password_short" });
    await resetPassword(db, { token, password: "padi menguning di ladang" });
    expect(await whoIs(browser(old.cookies))).toBeUndefined();
    expect((await mails(email)).map((mail) => mail.template)).toEqual(["reset-password", "password-changed"]);
    await expect(enter(email)).rejects.toMatchObject({ code: "sign_in_wrong" });
    await expect(enter(email, { password: "padi menguning di ladang" })).resolves.toMatchObject({ userId });
    expect((await findActor(db, userId))?.emailVerified).toBe(true);
    await expect(resetPassword(db, { token, password: "sekali lagi saja" })).rejects.toMatchObject({ code: "link_expired" });
    expect(await resetLinkWorks(db, token)).toBe(false);
  });

  test("keeps no readable token in the database", async () => {
    const { email } = await account();
    await requestPasswordReset(db, { email, place: newId() });
    const token = tokenIn((await mails(email))[0]?.props.url);
    const rows = await db.selectFrom("verifications").select("identifier").execute();
    expect(rows.some((row) => row.identifier.includes(token))).toBe(false);
  });

  test("of an unknown address answers alike and mails nobody", async () => {
    const email = fresh();
    await expect(requestPasswordReset(db, { email, place: newId() })).resolves.toBeUndefined();
    expect(await mails(email)).toEqual([]);
  });

  test("is limited by address", async () => {
    const { email } = await account();
    for (let n = 0; n < 5; n += 1) await requestPasswordReset(db, { email, place: newId() });
    await expect(requestPasswordReset(db, { email, place: newId() })).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("an account", () => {
  test("changes its password: other sessions end, this browser gets a new one, the owner is told", async () => {
    const { email, userId, actor } = await account({ language: "en" });
    const other = await enter(email);
    const here = await enter(email);
    await expect(
      changePassword(db, actor, { current: "bukan ini sandinya", password: "hujan turun sore hari", headers: browser(here.cookies) }),
    ).rejects.toMatchObject({
      code: "password_wrong",
      details: { field: "current" },
    });
    const changed = await changePassword(db, actor, {
      current: password,
      password: "hujan turun sore hari",
      headers: browser(here.cookies),
    });
    expect(await whoIs(browser(changed.cookies))).toBe(userId);
    expect(await whoIs(browser(here.cookies))).toBeUndefined();
    expect(await whoIs(browser(other.cookies))).toBeUndefined();
    expect((await mails(email)).map((mail) => [mail.template, mail.language])).toEqual([["password-changed", "en"]]);
  });

  test("lists and revokes its own sessions, never another person's", async () => {
    const { email, userId, actor } = await account();
    const here = await enter(email);
    await enter(email);
    await enter(email);
    const stranger = await account();
    await enter(stranger.email);
    const [strange] = await listSessions(db, stranger.userId);
    const sessions = await listSessions(db, userId);
    const current = (await authOver(db).api.getSession({ headers: browser(here.cookies) }))?.session.id ?? "";
    const another = sessions.find((session) => session.id !== current)?.id ?? "";

    await expect(db.transaction().execute((trx) => revokeSession(trx, actor, { sessionId: strange?.id ?? "" }))).rejects.toMatchObject({
      code: "session_not_found",
    });
    await db.transaction().execute((trx) => revokeSession(trx, actor, { sessionId: another }));
    expect(await listSessions(db, userId)).toHaveLength(2);
    await db.transaction().execute((trx) => revokeOtherSessions(trx, actor, { currentSessionId: current }));
    expect((await listSessions(db, userId)).map((session) => session.id)).toEqual([current]);
    expect(await listSessions(db, stranger.userId)).toHaveLength(1);
  });

  test("changes its name and language", async () => {
    const { actor, userId } = await account();
    await db.transaction().execute((trx) => editAccount(trx, actor, { name: " Sari W. ", language: "en" }));
    await db.transaction().execute((trx) => chooseLanguage(trx, actor, { language: "id" }));
    const user = await db.selectFrom("users").select(["name", "language"]).where("id", "=", userId).executeTakeFirstOrThrow();
    expect(user).toEqual({ name: "Sari W.", language: "id" });
  });
});

describe("what has ended", () => {
  test("is forgotten, and nothing that still holds", async () => {
    const { email, userId } = await account();
    const here = await enter(email);
    await requestPasswordReset(db, { email, place: newId() });
    const kept = await forgetExpired(db);
    expect(kept.sessions + kept.links).toBe(0);
    const later = new Date(Date.now() + 31 * 86_400_000);
    const forgotten = await atTime(later, () => forgetExpired(db));
    expect(forgotten.sessions).toBeGreaterThan(0);
    expect(forgotten.links).toBeGreaterThan(0);
    expect(forgotten.tries).toBeGreaterThan(0);
    expect(await whoIs(browser(here.cookies))).toBeUndefined();
    expect(await findActor(db, userId)).toBeDefined();
  });
});
