import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, fitOf } from "~/features/matching/fit";
import {
  type Focus,
  type Visibility,
  emptyFocus,
  focusFor,
  focusParts,
  isSaid,
  mayRead,
  readsOn,
  visibilities,
} from "~/features/matching/focus";
import { pillars } from "~/features/proposals/proposal";

const codes = ["33", "33.16", "33.16.06", "33.16.06.2004", "33.16.05", "33.17"];
const amount = fc.bigInt({ min: 1n, max: 1_000_000_000n });
const goals = fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 5 });
const ticket = fc
  .tuple(fc.option(amount), fc.option(amount))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b }));
const focus = fc.record({
  areas: fc.uniqueArray(fc.constantFrom(...codes)).map((found) => found.map((code) => ({ code, label: `W ${code}`, name: code }))),
  pillars: fc.uniqueArray(fc.constantFrom(...pillars)),
  goals,
  ticket,
});
const program: fc.Arbitrary<Candidate> = fc.record({
  areaCode: fc.constantFrom("33.16.06.2004", "33.16.05.1014", "33.16.06", "31.71.01.1001"),
  pillar: fc.option(fc.constantFrom(...pillars)),
  goals,
  need: amount,
});

const sambong: Candidate = { areaCode: "33.16.06.2004", pillar: "economy", goals: [8, 4], need: 90_000_000n };
const kawung = {
  areas: [
    { code: "33.16", label: "Kabupaten Blora", name: "Kabupaten Blora" },
    { code: "33.16.06", label: "Kecamatan Sambong, Kabupaten Blora", name: "Sambong" },
  ],
  pillars: ["social", "economy"] as const,
  goals: [4, 8],
  ticket: { min: 50_000_000n, max: 200_000_000n },
};

describe("why a program fits a company", () => {
  it("says where, for what and how much, with the nearest area", () => {
    expect(fitOf(kawung, sambong)).toEqual({
      score: 100,
      reasons: [
        { about: "area", fits: true, area: "Kecamatan Sambong, Kabupaten Blora" },
        { about: "pillar", fits: true, pillar: "economy" },
        { about: "goal", fits: true, goal: 8, primary: true },
        { about: "ticket", fits: true, how: "within" },
      ],
    });
    expect(fitOf(kawung, { ...sambong, goals: [1, 4] })).toMatchObject({ score: 90 });
    expect(fitOf(kawung, { ...sambong, need: 200_000_001n })?.reasons.at(-1)).toEqual({ about: "ticket", fits: true, how: "part" });
    expect(fitOf(kawung, { areaCode: "33.17.01.2001", pillar: null, goals: [], need: 1n })).toEqual({
      score: 0,
      reasons: [
        { about: "area", fits: false, area: null },
        { about: "pillar", fits: false, pillar: null },
        { about: "goal", fits: false, goal: null, primary: false },
        { about: "ticket", fits: false, how: "small" },
      ],
    });
  });

  it("takes no area for another whose code begins alike", () => {
    expect(fitOf({ ...emptyFocus, areas: [{ code: "33.1", label: "x", name: "x" }] }, sambong)).toMatchObject({ score: 0 });
  });

  it("counts only what the company has said, in whole points from 0 to 100, the same every time", () => {
    fc.assert(
      fc.property(focus, program, (seeks, candidate) => {
        const said = (["areas", "pillars", "goals", "ticket"] as const).filter((part) => isSaid({ ...emptyFocus, ...seeks }, part));
        const fit = fitOf(seeks, candidate);
        expect(fit === undefined).toBe(said.length === 0);
        if (!fit) return;
        expect(fit.reasons).toHaveLength(said.length);
        expect(Number.isInteger(fit.score) && fit.score >= 0 && fit.score <= 100).toBe(true);
        expect(fit.score === 0).toBe(fit.reasons.every((reason) => !reason.fits));
        if (fit.score === 100) expect(fit.reasons.every((reason) => reason.fits)).toBe(true);
        const turned = {
          ...seeks,
          areas: [...seeks.areas].reverse(),
          pillars: [...seeks.pillars].reverse(),
          goals: [...seeks.goals].reverse(),
        };
        expect(fitOf(turned, candidate)).toEqual(fit);
      }),
    );
  });

  it("never falls when the company names more of what the program is", () => {
    fc.assert(
      fc.property(focus, program, (seeks, candidate) => {
        const score = fitOf(seeks, candidate)?.score ?? 0;
        const more = [
          seeks.areas.length > 0 && { ...seeks, areas: [...seeks.areas, { code: candidate.areaCode, label: "", name: "" }] },
          seeks.pillars.length > 0 && candidate.pillar && { ...seeks, pillars: [...seeks.pillars, candidate.pillar] },
          seeks.goals.length > 0 && candidate.goals[0] && { ...seeks, goals: [...seeks.goals, candidate.goals[0]] },
          seeks.ticket.min !== null && { ...seeks, ticket: { ...seeks.ticket, min: 1n } },
        ];
        for (const wider of more) if (wider) expect(fitOf(wider, candidate)?.score).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});

describe("who reads what a company looks for", () => {
  const anyShown = fc.record({
    areas: fc.constantFrom(...visibilities),
    pillars: fc.constantFrom(...visibilities),
    goals: fc.constantFrom(...visibilities),
    ticket: fc.constantFrom(...visibilities),
    plan: fc.constantFrom(...visibilities),
  });
  const plan = fc.option(
    fc.record({ year: fc.constant(2027), amount: fc.option(amount), readsFrom: fc.constant(null), readsUntil: fc.constant(null) }),
  );
  const whole: fc.Arbitrary<Focus> = fc.tuple(focus, anyShown, plan).map(([said, shown, year]) => ({ ...said, shown, plan: year }));

  it("is for each part what its visibility says: members all, the verified no less than strangers", () => {
    fc.assert(
      fc.property(whole, (said) => {
        const seen = { stranger: focusFor("stranger", said), verified: focusFor("verified", said), member: focusFor("member", said) };
        for (const part of focusParts) {
          const open = (visibility: Visibility) => isSaid(said, part) && said.shown[part] === visibility;
          expect(seen.stranger[part] !== undefined).toBe(open("public"));
          expect(seen.verified[part] !== undefined).toBe(open("public") || open("verified"));
          expect(seen.member[part] !== undefined).toBe(isSaid(said, part));
        }
        expect(seen.member.withheld).toEqual([]);
        expect(seen.stranger.withheld.map(({ part }) => part)).toEqual(
          focusParts.filter((part) => isSaid(said, part) && !mayRead("stranger", said.shown[part])),
        );
      }),
    );
  });

  it("knows when proposals are read", () => {
    const year = { year: 2027, amount: null, readsFrom: "2026-10-01", readsUntil: "2026-12-15" };
    expect(["2026-09-30", "2026-10-01", "2026-12-15", "2026-12-16"].map((day) => readsOn(year, day))).toEqual([
      "before",
      "now",
      "now",
      "after",
    ]);
    expect(readsOn({ ...year, readsFrom: null, readsUntil: null }, "2030-01-01")).toBe("now");
  });
});
