import { describe, expect, it } from "vitest";
import { terbilang } from "~/kernel/terbilang";

describe("terbilang", () => {
  it.each([
    [0n, "nol"],
    [11n, "sebelas"],
    [15n, "lima belas"],
    [20n, "dua puluh"],
    [100n, "seratus"],
    [111n, "seratus sebelas"],
    [1_000n, "seribu"],
    [1_001n, "seribu satu"],
    [2_500n, "dua ribu lima ratus"],
    [11_000n, "sebelas ribu"],
    [1_000_000n, "satu juta"],
    [105_000_000n, "seratus lima juta"],
    [1_000_000_000n, "satu miliar"],
    [425_000_001n, "empat ratus dua puluh lima juta satu"],
  ])("%d", (amount, words) =>
    expect(
      terbilang(amount)
        .toLowerCase()
        .replace(/ rupiah$/, ""),
    ).toBe(words));
});
