import { expect, test } from "vitest";
import { publicCaching, tagOf } from "~/features/reporting/public-page.server";

const reader = (headers: Record<string, string> = {}, language: "id" | "en" = "id") => ({
  actor: null,
  language,
  request: new Request("http://x/", { headers }),
});
const tag = (c: Parameters<typeof publicCaching>[0], contents: unknown) => new Headers(publicCaching(c, contents)).get("ETag");

test("a page for a signed-in reader is kept by nobody", () => {
  const actor = { userId: "u", name: "A", email: "a@x.example", emailVerified: true, memberships: [] };
  expect(publicCaching({ ...reader(), actor }, {})).toEqual({ "Cache-Control": "private, no-store" });
});

test("a page that tells what was just done is kept by nobody", () => {
  expect(publicCaching(reader({ cookie: "bahasa=x; kabar=y" }), {})).toEqual({ "Cache-Control": "private, no-store" });
});

test("the tag changes with the data, the language and the preferences, and with nothing else", () => {
  const contents = { amount: 1n, day: new Date(0) };
  expect(tag(reader(), contents)).toBe(tag(reader(), { amount: 1n, day: new Date(0) }));
  const tags = [
    tag(reader(), contents),
    tag(reader(), { ...contents, amount: 2n }),
    tag(reader({}, "en"), contents),
    tag(reader({ cookie: "tampilan=x" }), contents),
  ];
  expect(new Set(tags).size).toBe(4);
  expect(tagOf(1n)).not.toBe(tagOf(1));
});
