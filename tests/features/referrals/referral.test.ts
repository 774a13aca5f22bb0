import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptArea } from "~/features/needs/need";
import { type ReferralStatus, isOpen, mayBecome, offersServices, outcomes, referralStatuses, serves } from "~/features/referrals/referral";

const state = fc.constantFrom(...referralStatuses);
const next = (from: ReferralStatus) => referralStatuses.filter((to) => mayBecome(from, to));

describe("the states of a referral", () => {
  test("are answered or taken back, and reported once", () => {
    expect(next("offered")).toEqual(["accepted", "declined", "withdrawn"]);
    expect(next("accepted")).toEqual([...outcomes]);
    expect(referralStatuses.filter(isOpen)).toEqual(["offered", "accepted"]);
    for (const last of ["declined", "withdrawn", ...outcomes] as const) expect(next(last)).toEqual([]);
  });

  test("never come back, and end after at most two steps, whatever is tried", () => {
    fc.assert(
      fc.property(fc.array(state, { maxLength: 30 }), (tries) => {
        const path: ReferralStatus[] = ["offered"];
        for (const to of tries) if (mayBecome(path.at(-1) ?? "offered", to)) path.push(to);
        expect(new Set(path).size).toBe(path.length);
        expect(path.length).toBeLessThanOrEqual(3);
        if (outcomes.some((one) => one === path.at(-1))) expect(path).toContain("accepted");
        if (path.includes("withdrawn") || path.includes("declined")) expect(path).not.toContain("accepted");
      }),
    );
  });
});

const block = (digits: number) => fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, "0"));
const village = fc.tuple(block(2), block(2), block(2), block(4)).map((blocks) => blocks.join("."));
const group = fc.constantFrom("poor", "neglected_child", "drug_victim");

describe("whom a service is for", () => {
  test("every need of its groups in its district or regency, and no other", () => {
    fc.assert(
      fc.property(village, village, fc.constantFrom(5, 8), fc.uniqueArray(group), group, (home, place, length, groups, needCode) => {
        const areaCode = home.slice(0, length);
        const own = groups.includes(needCode);
        expect(serves({ areaCode, groups }, { areaCode: home, needCode })).toBe(own);
        expect(serves({ areaCode, groups }, { areaCode: place, needCode })).toBe(own && place.slice(0, length) === areaCode);
      }),
    );
  });

  test("a sensitive need fits no service of a single district, which would tell where it is", () => {
    fc.assert(
      fc.property(village, group, (place, needCode) => {
        const need = { areaCode: keptArea(place, true), needCode };
        expect(serves({ areaCode: place.slice(0, 8), groups: [needCode] }, need)).toBe(false);
        expect(serves({ areaCode: place.slice(0, 5), groups: [needCode] }, need)).toBe(true);
      }),
    );
  });

  test("an area whose code only begins alike is another", () => {
    expect(serves({ areaCode: "33.1", groups: ["poor"] }, { areaCode: "33.16.01.2005", needCode: "poor" })).toBe(false);
  });

  test("services are offered by LK3 and LKS", () => {
    expect(["lk3", "lks", "karang_taruna", null].map(offersServices)).toEqual([true, true, false, false]);
  });
});
