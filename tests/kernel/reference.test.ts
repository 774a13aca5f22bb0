import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReferences, makeReference, nearbyReferences, spellReference } from "~/kernel/reference";

const reference = fc
  .tuple(fc.constantFrom("SNG" as const, "SNGD" as const), fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 1, max: 999_999 }))
  .map((parts) => makeReference(...parts));

function isValid(candidate: string): boolean {
  return findReferences(candidate).some((found) => found.valid && found.reference === candidate);
}

describe("a reference", () => {
  it("is found again in what banks make of it", () => {
    fc.assert(
      fc.property(reference, fc.constantFrom("", " ", "-", ".", "/"), (made, gap) => {
        const match = /^(SNGD?)(\d\d)(\d+)([A-Z])$/.exec(made);
        const spaced = match?.slice(1).join(gap) ?? "";
        for (const text of [`TRSF E-BANKING CR ${spaced} PT CONTOH`, spaced.toLowerCase(), spellReference(made)]) {
          expect(findReferences(text)).toContainEqual({ reference: made, valid: true });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("detects every wrong digit and every swap of neighbours, and leads back to the right one", () => {
    fc.assert(
      fc.property(reference, (made) => {
        const start = made.startsWith("SNGD") ? 4 : 3;
        for (let place = start; place < made.length - 1; place += 1) {
          for (let digit = 0; digit < 10; digit += 1) check(made.slice(0, place) + digit + made.slice(place + 1));
          if (place > start) check(made.slice(0, place - 1) + made[place] + made[place - 1] + made.slice(place + 1));
        }
        function check(mistyped: string): void {
          if (mistyped === made) return;
          expect(isValid(mistyped)).toBe(false);
          expect(nearbyReferences(mistyped)).toContain(made);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("isn't seen inside other words", () => {
    expect(findReferences("XSNG260417K SNG260417KX MSNGD260044P")).toEqual([]);
  });
});
