import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allocate,
  basisPoints,
  drawInOrder,
  formatRupiah,
  formatRupiahShort,
  formatShare,
  largestRupiah,
  parseRupiah,
  sum,
} from "~/kernel/money";

const amount = fc.bigInt({ min: 0n, max: largestRupiah });

describe("allocate", () => {
  it("gives parts that sum to the amount and differ from the exact share by less than one rupiah", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 24 }).filter((w) => sum(w) > 0n);
    fc.assert(
      fc.property(amount, weights, (whole, shares) => {
        const parts = allocate(whole, shares);
        expect(sum(parts)).toBe(whole);
        const total = sum(shares);
        for (const [index, part] of parts.entries()) {
          const distance = part * total - whole * (shares[index] ?? 0n);
          expect(distance < total && distance > -total).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses weights that sum to nothing", () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});

describe("drawInOrder", () => {
  it("takes from the first as long as it has any, never more than there is", () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 12 }), (wanted, available) => {
        const drawn = drawInOrder(wanted, available);
        expect(drawn === undefined).toBe(sum(available) < wanted);
        if (!drawn) return;
        expect(sum(drawn)).toBe(wanted);
        const lastTaken = drawn.findLastIndex((part) => part > 0n);
        for (const [index, part] of drawn.entries()) {
          expect(part <= (available[index] ?? 0n)).toBe(true);
          if (index < lastTaken) expect(part).toBe(available[index]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what people type", () => {
  it("reads back every amount that it writes", () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseRupiah(formatRupiah(value))).toBe(value);
        expect(parseRupiah(value.toString())).toBe(value);
        expect(parseRupiah(`${formatRupiah(value)},00`)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["126.000.000", 126_000_000n],
    ["Rp126 jt", 126_000_000n],
    ["rp. 1,5 juta", 1_500_000n],
    ["2 M", 2_000_000_000n],
    ["750 ribu", 750_000n],
    ["1.250.000,-", 1_250_000n],
    ["IDR 5000", 5_000n],
  ])("reads %s", (typed, value) => expect(parseRupiah(typed)).toBe(value));

  it.each([
    "",
    "abc",
    "12,5",
    "1.23",
    "1,234,567",
    "-5",
    "1e6",
    "Rp",
    "1.5 jt",
    "10.00",
    "99999999999999999999",
    "1,0001 rb",
  ])("doesn't guess at %j", (typed) => expect(parseRupiah(typed)).toBeUndefined());
});

describe("what people read", () => {
  it.each([
    [0n, "Rp 0"],
    [950_000n, "Rp 950.000"],
    [137_500_000n, "Rp 137,5 jt"],
    [1_178_000_000n, "Rp 1,18 M"],
    [999_960_000n, "Rp 1 M"],
    [62_000_000n, "Rp 62 jt"],
    [-2_500_000n, "−Rp 2,5 jt"],
  ])("%d is short %s", (value, text) => expect(formatRupiahShort(value).replaceAll("\u00a0", " ")).toBe(text));

  it("says 100% only when it is all of it", () => {
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        if (whole > 0n && part < whole) {
          expect(formatShare(part, whole)).not.toBe("100%");
          expect(basisPoints(part, whole)).toBeLessThan(10_000);
        }
      }),
    );
  });
});
