import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeCode, readCode, spellCode } from "~/kernel/tracking-code";

const alphabet = "23456789ABCDEFGHJKLMNPQRTUVWXYZ";
const numbers = fc.array(fc.nat(30), { minLength: 10, maxLength: 10 });

describe("tracking codes", () => {
  test("are read back however they are typed", () => {
    fc.assert(
      fc.property(numbers, (chosen) => {
        const code = makeCode(chosen);
        expect(readCode(spellCode(code, "KW"), 10, "KW")).toBe(code);
        expect(readCode(` kw ${code.toLowerCase().slice(0, 5)} ${code.slice(5)} `, 10, "KW")).toBe(code);
        expect(readCode(code, 10, "KW")).toBe(code);
      }),
    );
  });

  test("notice any two wrong signs, and any two that changed places", () => {
    const place = fc.nat(11);
    fc.assert(
      fc.property(numbers, place, place, fc.nat(29), fc.nat(29), (chosen, a, b, by, alsoBy) => {
        const code = [...makeCode(chosen)];
        const shift = (at: number, steps: number) => {
          code[at] = alphabet[(alphabet.indexOf(code[at] ?? "") + 1 + steps) % alphabet.length] ?? "";
        };
        const right = code.join("");
        shift(a, by);
        if (b !== a) shift(b, alsoBy);
        expect(readCode(code.join(""), 10)).toBeUndefined();
        const swapped = [...right];
        [swapped[a], swapped[b]] = [swapped[b] ?? "", swapped[a] ?? ""];
        expect(readCode(swapped.join(""), 10)).toBe(swapped.join("") === right ? right : undefined);
      }),
    );
  });

  test.each(["", "KW", "KW-2222", "0000-0000-0000", "KW-2222-2222-2223", "KW-IIII-OOOO-SSSS", "x".repeat(1000)])("%s is none", (typed) => {
    expect(readCode(typed, 10, "KW")).toBeUndefined();
  });
});
