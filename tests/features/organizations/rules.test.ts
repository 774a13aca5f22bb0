import type { Role } from "~/features/identity/actor";
import { describe, expect, test } from "vitest";
import { slugOf } from "~/features/organizations/organization";
import { organizationsErrors, organizationsRefusals } from "~/features/organizations/organizations-messages";
import { accountDigits, maskedAccount, payeeKindRefusal } from "~/features/organizations/payee-account";
import { conflictingRoles, managingRole, rolesOf } from "~/features/organizations/roles";
import {
  type HeldDocument,
  earliestExpiry,
  mayBecome,
  missingDocuments,
  standingIsValid,
  standingView,
  unprovenKinds,
} from "~/features/organizations/standing";
import { teamReasons } from "~/features/organizations/team-reasons";
import { teamMessages } from "~/features/organizations/team-messages";

const today = "2026-11-24";

describe("standing", () => {
  test.each([
    ["approved", null, true],
    ["approved", "2026-11-24", true],
    ["approved", "2026-11-23", false],
    ["submitted", null, false],
    ["rejected", "2030-01-01", false],
  ] as const)("%s until %s is valid: %s", (standing, standing_valid_until, valid) => {
    expect(standingIsValid({ standing, standing_valid_until }, today)).toBe(valid);
  });

  test.each([
    ["2027-06-01", "approved"],
    ["2027-01-23", "expiring"],
    ["2026-11-24", "expiring"],
    ["2026-11-23", "expired"],
  ] as const)("approved until %s is shown as %s", (standing_valid_until, view) => {
    expect(standingView({ standing: "approved", standing_valid_until }, today)).toBe(view);
  });

  test("never returns to draft, and nobody is approved who did not submit", () => {
    for (const from of ["submitted", "revision_requested", "approved", "rejected"] as const) expect(mayBecome(from, "draft")).toBe(false);
    for (const from of ["draft", "revision_requested", "rejected"] as const) expect(mayBecome(from, "approved")).toBe(false);
  });
});

describe("documents", () => {
  const kinds = [
    { code: "decree", required: true, hasExpiry: true },
    { code: "identity", required: true, hasExpiry: false },
    { code: "npwp", required: false, hasExpiry: false },
  ];
  const held = (kind: string, status: HeldDocument["status"], validUntil: string | null = null): HeldDocument => ({
    kind,
    status,
    validUntil,
  });

  test("missing are required ones not held, refused or expired", () => {
    expect(missingDocuments(kinds, [], today).map((kind) => kind.code)).toEqual(["decree", "identity"]);
    expect(missingDocuments(kinds, [held("decree", "submitted", "2026-11-23"), held("identity", "refused")], today)).toHaveLength(2);
    expect(missingDocuments(kinds, [held("decree", "submitted", "2026-11-24"), held("identity", "accepted")], today)).toEqual([]);
  });

  test("unproven are required ones not accepted, and any that nobody has looked at", () => {
    const accepted = [held("decree", "accepted", "2027-01-01"), held("identity", "accepted")];
    expect(unprovenKinds(kinds, accepted, today)).toEqual([]);
    expect(unprovenKinds(kinds, [...accepted, held("npwp", "submitted")], today).map((kind) => kind.code)).toEqual(["npwp"]);
    expect(unprovenKinds(kinds, [held("decree", "accepted", "2026-11-23"), held("identity", "accepted")], today)).toHaveLength(1);
  });

  test("the first accepted document that ends bounds the standing", () => {
    expect(
      earliestExpiry([held("a", "accepted", "2028-01-01"), held("b", "accepted", "2027-01-01"), held("c", "refused", "2026-12-01")]),
    ).toBe("2027-01-01");
    expect(earliestExpiry([held("a", "accepted")])).toBeUndefined();
  });
});

describe("names and accounts", () => {
  test.each([
    ["LKS Senja Sejahtera", "lks-senja-sejahtera"],
    ["  PT. Énergi & Kawung!! ", "pt-energi-kawung"],
    ["***", ""],
    ["a".repeat(80), "a".repeat(60)],
  ])("%s becomes %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("account numbers lose their spaces and are masked", () => {
    expect(accountDigits("2210 0466-01.2")).toBe("22100466012");
    expect(maskedAccount("2210046601")).toBe("••••\u00a06601");
  });

  test("a family is never paid in its own name", () => {
    expect(payeeKindRefusal("own", { element: "pioneer_family", sponsorId: "x" })).toBe("payee_family_needs_sponsor");
    expect(payeeKindRefusal("sponsor", { element: "pioneer_family", sponsorId: "x" })).toBeUndefined();
    expect(payeeKindRefusal("own", { element: "lks", sponsorId: null })).toBeUndefined();
  });
});

describe("roles", () => {
  test("each kind of organisation has its own, led by the managing one", () => {
    for (const kind of ["community", "company", "platform"] as const) {
      expect(rolesOf(kind)[0]).toBe(managingRole(kind));
    }
  });

  test("offices that need two people", () => {
    expect(conflictingRoles(["chair", "treasurer"])).toEqual(["chair", "treasurer"]);
    expect(conflictingRoles(["reconciler", "disburser"])).toBeDefined();
    expect(conflictingRoles(["treasurer", "editor"])).toBeUndefined();
  });

  test("a team is told what it lacks", () => {
    const t = teamMessages.id;
    const told = (kind: "community" | "company", ...roles: Role[]) =>
      teamReasons(kind, [{ userId: "a", roles, secondFactor: false }], t).map(({ text }) => text);
    expect(told("community", "chair")).toContain(t.noTreasurer);
    expect(told("community", "chair", "treasurer")).toContain(t.onePerson);
    expect(told("company", "officer", "approver")).toContain(t.noApprover);
  });

  test("a team is told how many of those who hold money use a second step", () => {
    const t = teamMessages.id;
    const told = (...factors: boolean[]) =>
      teamReasons(
        "community",
        factors.map((secondFactor, n) => ({
          userId: `${n}`,
          roles: [(["chair", "treasurer", "editor"] as const)[n] ?? "editor"],
          secondFactor,
        })),
        t,
      );
    expect(told(true, true, false)[0]).toEqual({ tone: "y", text: t.moneyFactors(2, 2) });
    expect(told(true, false, true)[0]).toEqual({ tone: "x", text: t.moneyFactors(1, 2) });
    expect(teamReasons("community", [{ userId: "a", roles: ["editor"], secondFactor: false }], t)[0]?.text).toBe(t.noTreasurer);
  });
});

describe("texts", () => {
  test.each(["id", "en"] as const)("every refusal is a sentence in %s", (language) => {
    for (const text of Object.values(organizationsRefusals[language])) {
      expect((text as (d: object) => string)({ count: 2, latest: "2027-01-01", role: "chair", one: "a", other: "b" })).toMatch(
        /^[A-Z0-9].{10,}\.$/,
      );
    }
    for (const text of Object.values(organizationsErrors[language])) expect(text).toMatch(/^[A-Z]/);
  });
});
