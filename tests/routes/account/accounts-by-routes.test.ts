import { describe, expect, test } from "vitest";
import { createAccount } from "~/features/identity/create-account.server";
import { newId } from "~/kernel/ids";
import { storage } from "~/platform/storage.server";
import { buildCommunity } from "#db/seed/builders/organizations";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const account = await import("~/routes/account/account");
const file = await import("~/routes/data/file");
const forgot = await import("~/routes/account/forgot-password");
const language = await import("~/routes/account/language");
const sessions = await import("~/routes/account/sessions");
const signIn = await import("~/routes/account/sign-in");
const signOut = await import("~/routes/account/sign-out");
const signUp = await import("~/routes/account/sign-up");
const workspaces = await import("~/routes/account/workspaces");

const password = "sawah hijau di kaki bukit";
type Handler = (args: { request: Request; params: Record<string, string>; context: never }) => Promise<unknown>;
type Told = { cookie?: string; place?: string };

/** What a browser gets: the response, thrown or returned, or the data of the page with its status. */
async function visit(handler: unknown, path: string, form?: Record<string, string>, { cookie = "", place = newId() }: Told = {}) {
  const headers = new Headers({ "x-forwarded-for": place, "accept-language": "id" });
  if (cookie) headers.set("cookie", cookie);
  const request = new Request(
    `http://localhost:3000${path}`,
    form ? { method: "POST", headers, body: new URLSearchParams(form) } : { headers },
  );
  const params = { id: path.split("/").pop() ?? "" };
  try {
    const answer = await (handler as Handler)({ request, params, context: undefined as never });
    const { init, data } = answer as { init?: ResponseInit; data?: unknown };
    if (answer instanceof Response)
      return {
        status: answer.status,
        location: answer.headers.get("location"),
        cookies: answer.headers.getSetCookie(),
        headers: answer.headers,
        page: undefined,
      };
    return { status: init?.status ?? 200, location: null, cookies: [], headers: new Headers(), page: data ?? answer };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return {
      status: thrown.status,
      location: thrown.headers.get("location"),
      cookies: thrown.headers.getSetCookie(),
      headers: thrown.headers,
      page: undefined,
    };
  }
}

function jar(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

async function person() {
  const email = `orang-${newId()}@contoh.example`;
  const { userId } = await createAccount(db, { name: "Sari Wibowo", email, password });
  return { email, userId };
}

async function entered(email: string) {
  const { cookies } = await visit(signIn.action, "/masuk", { email, password, kembali: "/ruang" });
  return jar(cookies);
}

describe("enumeration", () => {
  test("signing up answers a known and an unknown address with the same words", async () => {
    const known = await person();
    const form = (email: string) => ({ name: "Sari", email, password: "kata sandi lain", kembali: "" });
    const [one, other] = [
      await visit(signUp.action, "/daftar", form(known.email)),
      await visit(signUp.action, "/daftar", form(`${newId()}@contoh.example`)),
    ];
    expect(one).toMatchObject({ status: 303, location: "/daftar/periksa-surel", cookies: [] });
    expect({ ...one, headers: null }).toEqual({ ...other, headers: null });
  });

  test("a forgotten password likewise", async () => {
    const known = await person();
    const [one, other] = [
      await visit(forgot.action, "/sandi/lupa", { email: known.email }),
      await visit(forgot.action, "/sandi/lupa", { email: `${newId()}@contoh.example` }),
    ];
    expect(one).toMatchObject({ status: 303, location: "/sandi/lupa?terkirim" });
    expect({ ...one, headers: null }).toEqual({ ...other, headers: null });
  });

  test("signing in likewise, and keeps the address but never the password", async () => {
    const known = await person();
    const unknown = `${newId()}@contoh.example`;
    const answers = await Promise.all(
      [known.email, unknown].map((email) => visit(signIn.action, "/masuk", { email, password: "salah semua" })),
    );
    for (const [index, email] of [known.email, unknown].entries()) {
      expect(answers[index]).toMatchObject({
        status: 400,
        page: {
          result: {
            initialValue: { email },
            error: { password: ["Surel dan kata sandi ini tidak cocok. Masih ada 4 percobaan sebelum dikunci 15 menit."] },
          },
        },
      });
      expect(JSON.stringify(answers[index]?.page)).not.toContain("salah semua");
    }
  });
});

describe("signing in and out", () => {
  test("gives a fresh session whatever cookie came along, and goes back only within the site", async () => {
    const attacker = await person();
    const victim = await person();
    const prepared = await entered(attacker.email);
    const { cookies, location } = await visit(
      signIn.action,
      "/masuk",
      { email: victim.email, password, kembali: "//jahat.example/" },
      { cookie: prepared },
    );
    expect(location).toBe("/ruang");
    expect(jar(cookies)).not.toContain(prepared.split("; ")[0]);
    expect((await visit(account.loader, "/akun", undefined, { cookie: jar(cookies) })).page).toMatchObject({ email: victim.email });
    expect(await visit(account.loader, "/akun", undefined, { cookie: prepared })).toMatchObject({
      status: 302,
      location: "/masuk?kembali=%2Fakun",
    });
  });

  test("is closed for a while after five wrong passwords from one place", async () => {
    const { email } = await person();
    const place = newId();
    for (let n = 0; n < 5; n += 1) await visit(signIn.action, "/masuk", { email, password: "salah semua" }, { place });
    const answer = await visit(signIn.action, "/masuk", { email, password }, { place });
    expect(answer).toMatchObject({
      status: 429,
      page: { result: { error: { "": ["Terlalu banyak percobaan. Coba lagi 15 menit lagi."] } } },
    });
  });

  test("signing out ends the session for good", async () => {
    const { email } = await person();
    const cookie = await entered(email);
    const out = await visit(signOut.action, "/keluar", {}, { cookie });
    expect(out).toMatchObject({ status: 303, location: "/" });
    expect((await visit(account.loader, "/akun", undefined, { cookie })).status).toBe(302);
  });

  test("a form sent after the session ended comes back with what was typed, without secrets", async () => {
    const { headers: _, ...answer } = await visit(account.action, "/akun", {
      name: "Sari yang panjang",
      language: "id",
      password: "rahasia",
    });
    expect(answer.status).toBe(401);
  });
});

describe("sessions", () => {
  test("another person's session can't be signed out by its id", async () => {
    const mine = await person();
    const theirs = await person();
    const cookie = await entered(mine.email);
    const theirCookie = await entered(theirs.email);
    const { id } = await db.selectFrom("sessions").select("id").where("user_id", "=", theirs.userId).executeTakeFirstOrThrow();
    await visit(sessions.action, "/akun/sesi", { sessionId: id }, { cookie });
    expect((await visit(account.loader, "/akun", undefined, { cookie: theirCookie })).status).toBe(200);
  });
});

describe("preferences", () => {
  test("the language follows the person into emails", async () => {
    const { email, userId } = await person();
    const cookie = await entered(email);
    const answer = await visit(language.action, "/bahasa", { bahasa: "en", kembali: "https://jahat.example" }, { cookie });
    expect(answer).toMatchObject({ status: 303, location: "/" });
    const user = await db.selectFrom("users").select("language").where("id", "=", userId).executeTakeFirstOrThrow();
    expect(user.language).toBe("en");
  });

  test("one can't work for an organisation one doesn't belong to", async () => {
    const { email } = await person();
    const other = await buildCommunity(db);
    const answer = await visit(workspaces.action, "/ruang", { organizationId: other.organizationId }, { cookie: await entered(email) });
    expect(answer.status).toBe(403);
  });
});

describe("files", () => {
  test("are served with their kind and nothing to guess, to those who may read them", async () => {
    const { email } = await person();
    const community = await buildCommunity(db);
    const sha256 = await storage.put(new TextEncoder().encode("%PDF-1.4"));
    const add = async (access: "public" | "private") => {
      const id = newId();
      await db
        .insertInto("files")
        .values({
          id,
          organization_id: community.organizationId,
          sha256,
          name: "SK désa.pdf",
          media_type: "application/pdf",
          size_bytes: 8,
          access,
          created_at: new Date(),
        })
        .execute();
      return id;
    };
    const open = await visit(file.loader, `/berkas/${await add("public")}`);
    expect(open.status).toBe(200);
    expect(Object.fromEntries(open.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "inline; filename*=UTF-8''SK%20d%C3%A9sa.pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=86400",
    });
    const closed = await add("private");
    expect(await visit(file.loader, `/berkas/${closed}`)).toMatchObject({ status: 302 });
    expect(await visit(file.loader, `/berkas/${newId()}`)).toMatchObject({ status: 302 });
    expect((await visit(file.loader, `/berkas/${closed}`, undefined, { cookie: await entered(email) })).status).toBe(404);
  });
});
