import { describe, expect, test } from "vitest";
import type { Actor, Membership } from "~/features/identity/actor";
import { deviceName } from "~/features/identity/device";
import { localPath } from "~/features/identity/local-path";
import { passwordWeakness } from "~/features/identity/password";
import { company, community, judge } from "~/features/identity/requirement";

describe("the way back after signing in", () => {
  test.each([
    ["/program/abc?x=1#y", "/program/abc?x=1#y"],
    ["/", "/"],
    ["https://jahat.example/", "/ruang"],
    ["//jahat.example", "/ruang"],
    ["/\\jahat.example", "/ruang"],
    ["/\t/jahat.example", "/ruang"],
    ["javascript:alert(1)", "/ruang"],
    ["", "/ruang"],
    [undefined, "/ruang"],
    [["/a"], "/ruang"],
  ])("%j leads to %s", (typed, expected) => {
    expect(localPath(typed, "/ruang")).toBe(expected);
  });
});

describe("passwords", () => {
  test("a short sentence is fine", () => {
    expect(passwordWeakness("hujan turun sore", { email: "sari@contoh.example", name: "Sari" })).toBeUndefined();
  });
  test("one's own name is not", () => {
    expect(passwordWeakness("Sari Wibowo Kusuma", { email: "s@contoh.example", name: "sari wibowo kusuma" })).toBe("password_common");
  });
});

describe("devices", () => {
  test.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
    ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iOS"],
    ["curl/8", undefined],
    [null, undefined],
  ])("%s is %s", (userAgent, expected) => {
    expect(deviceName(userAgent)).toBe(expected);
  });
});

describe("who may call", () => {
  const at = (organizationId: string, kind: Membership["kind"], roles: Membership["roles"]): Membership => ({
    organizationId,
    kind,
    roles,
    organizationName: organizationId,
    slug: organizationId,
    element: null,
    companyType: null,
    standing: "approved",
  });
  const actor: Actor = {
    userId: "u",
    name: "U",
    email: "u@contoh.example",
    emailVerified: true,
    memberships: [at("a", "community", ["editor"]), at("b", "community", ["chair"]), at("c", "company", ["officer"])],
  };

  test("the organisation one works for, never another of the same kind that happens to allow it", () => {
    expect(judge(community("chair"), actor, "a")).toEqual({ allowed: false, because: "forbidden" });
    expect(judge(community("chair"), actor, "b")).toMatchObject({ allowed: true, membership: { organizationId: "b" } });
    expect(judge(community("chair"), actor)).toMatchObject({ membership: { organizationId: "b" } });
  });
  test("another kind than the chosen one is found by itself", () => {
    expect(judge(company("officer"), actor, "a")).toMatchObject({ allowed: true, membership: { organizationId: "c" } });
  });
});
