import { describe, expect, test } from "vitest";
import { createAccount } from "~/features/identity/create-account.server";
import { newId } from "~/kernel/ids";
import { buildSecondFactor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const signIn = await import("~/routes/account/sign-in");
const secondStep = await import("~/routes/account/second-step");
const enrol = await import("~/routes/account/enrol-second-factor");
const start = await import("~/routes/account/second-factor");
const news = await import("~/routes/account/notifications");
const stop = await import("~/routes/account/unsubscribe");
const personal = await import("~/routes/account/personal-data");
const account = await import("~/routes/account/account");

const password = "sawah hijau di kaki bukit";
type Page = { result?: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> }; done?: boolean; codes?: string[] };
type Answer = { status: number; location: string | null; cookies: string[]; page: Page | undefined };

async function visit(handler: unknown, form?: Record<string, string>, cookie = "", params: Record<string, string> = {}): Promise<Answer> {
  const headers = new Headers({ "x-forwarded-for": newId(), "accept-language": "id", cookie });
  const body = form && { method: "POST", body: new URLSearchParams(form) };
  const request = new Request("http://localhost:3000/akun", { headers, ...body });
  try {
    const answer = await (handler as (args: object) => Promise<unknown>)({ request, params, context: {} });
    const { init, data } = answer as { init?: ResponseInit; data?: Page };
    return { status: init?.status ?? 200, location: null, cookies: [], page: data ?? (answer as Page) };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get("location"), cookies: thrown.headers.getSetCookie(), page: undefined };
  }
}

async function entered(factor: boolean) {
  const email = `orang-${newId()}@contoh.example`;
  const { userId } = await createAccount(db, { name: "Sari Wibowo", email, password });
  const codes = factor ? await buildSecondFactor(db, userId, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ") : [];
  const { cookies, location } = await visit(signIn.action, { email, password, kembali: "/akun" });
  return { userId, codes, location, cookie: cookies.map((one) => one.split(";")[0]).join("; ") };
}

describe("the form of the second step", () => {
  test.each([
    ["nothing", "", ["factor_code_required"]],
    ["spaces", "   ", ["factor_code_required"]],
    ["five digits", "12345", ["Kode dari aplikasi terdiri atas enam angka."]],
    ["seven digits", "1234567", ["Kode dari aplikasi terdiri atas enam angka."]],
    ["words", "kode saya", ["Kode ini tidak cocok. Lihat kode yang sekarang di aplikasi. Masih ada 4 percobaan sebelum dikunci 15 menit."]],
    [
      "a script",
      "<script>",
      ["Kode ini tidak cocok. Lihat kode yang sekarang di aplikasi. Masih ada 4 percobaan sebelum dikunci 15 menit."],
    ],
    ["too much", "x".repeat(500), ["factor_code_form"]],
  ])("names what is wrong with %s beside the field and does not send the code back", async (_, code, error) => {
    const { cookie, location } = await entered(true);
    expect(location).toBe("/masuk/kode?kembali=%2Fakun");
    const answer = await visit(secondStep.action, { code, kembali: "/akun" }, cookie);
    expect(answer).toMatchObject({ status: 400, page: { result: { error: { code: error } } } });
    expect(answer.page?.result?.initialValue).not.toHaveProperty("code");
  });

  test("lets nobody in before it, and goes back only within the site after it", async () => {
    const { cookie, codes } = await entered(true);
    expect(await visit(account.loader, undefined, cookie)).toMatchObject({ status: 302, location: "/masuk/kode?kembali=%2Fakun" });
    expect((await visit(account.action, { name: "Orang Lain", language: "id" }, cookie)).status).toBe(401);
    const passed = await visit(secondStep.action, { code: codes[0] ?? "", kembali: "//jahat.example" }, cookie);
    expect(passed).toMatchObject({ status: 303, location: "/ruang", cookies: [] });
    expect((await visit(account.loader, undefined, cookie)).status).toBe(200);
  });

  test("gives a remembered device a cookie that only sign-in gets to see", async () => {
    const { cookie, codes } = await entered(true);
    const { cookies } = await visit(secondStep.action, { code: codes[1] ?? "", remember: "on" }, cookie);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^perangkat=[^;]+; Max-Age=2592000; Path=\/masuk; HttpOnly; SameSite=Lax$/);
  });
});

describe("enrolment", () => {
  test("is not ended by a wrong code, and the same key stays on the page", async () => {
    const { cookie } = await entered(false);
    expect((await visit(start.action, { kembali: "/ruang" }, cookie)).location).toBe("/akun/dua-langkah/pasang?kembali=%2Fruang");
    const before = await visit(enrol.loader, undefined, cookie);
    const wrong = await visit(enrol.action, { code: "abc def" }, cookie);
    expect(wrong).toMatchObject({ status: 400, page: { result: { error: { code: ["Kode dari aplikasi terdiri atas enam angka."] } } } });
    expect(await visit(enrol.loader, undefined, cookie)).toEqual(before);
  });
});

describe("other forms of the account", () => {
  test("a choice of news that there is none of changes nothing", async () => {
    const { cookie, userId } = await entered(false);
    const answer = await visit(news.action, { programs: "kadang-kadang", reports: "off" }, cookie);
    expect(answer).toMatchObject({ status: 400, page: { result: { error: { programs: ["not_a_choice"] } } } });
    expect(await db.selectFrom("news_choices").selectAll().where("user_id", "=", userId).execute()).toEqual([]);
  });

  test("a made-up link ends no news", async () => {
    expect(await visit(stop.action, {}, "", { token: "a~programs~b" })).toMatchObject({ status: 400, page: { done: false } });
    expect(await visit(stop.loader, undefined, "", { token: "<script>" })).toMatchObject({ page: { kind: null } });
  });

  test("erasure wants the right password, and never sends it back", async () => {
    const { cookie, userId } = await entered(false);
    expect(await visit(personal.action, { password: "" }, cookie)).toMatchObject({
      status: 400,
      page: { result: { error: { password: ["password_required"] } } },
    });
    expect(await visit(personal.action, { password: "x".repeat(1001) }, cookie)).toMatchObject({
      status: 400,
      page: { result: { error: { password: ["password_wrong"] } } },
    });
    const wrong = await visit(personal.action, { password: "salah semua" }, cookie);
    expect(wrong).toMatchObject({ status: 400, page: { result: { error: { password: ["Kata sandi ini tidak cocok."] } } } });
    expect(JSON.stringify(wrong.page)).not.toContain("salah semua");
    expect(await db.selectFrom("account_erasures").selectAll().where("user_id", "=", userId).execute()).toEqual([]);
  });
});
