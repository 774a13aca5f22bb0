import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { budgetTotal, amountOfLine, priceOfLine } from "~/features/proposals/proposal-draft";
import { rateOf, ratesOffered, taxModes, taxOf, taxOn } from "~/features/proposals/tax";
import { regulations } from "#db/reference/regulations";
import { taxRates } from "#db/reference/tax-rates";
import { testDatabase } from "#tests/support/database";

const aRate = fc.constantFrom(...taxRates);
const aMode = fc.constantFrom(...taxModes);
const aPrice = fc.bigInt({ min: 1n, max: 999_999_999_999_999n });

describe("taxes of budget lines", () => {
  it("are rounded down to the rupiah, each way", () => {
    const [vat, fee] = [rateOf("ppn-11"), rateOf("pph23-2")];
    if (!vat || !fee) throw new Error("rates are missing");
    expect(taxOn(1_000_001n, vat, "added")).toBe(110_000n);
    expect(taxOn(1_110_000n, vat, "included")).toBe(110_000n);
    expect(taxOn(1_000_000n, fee, "included")).toBe(20_000n);
    // What is added of a withheld tax leaves the supplier the price: 2% of 1.020.408 is 20.408.
    expect(taxOn(1_000_000n, fee, "added")).toBe(20_408n);
    expect(taxOn(1n, vat, "added")).toBe(0n);
  });

  it("never take more than the rate gives, nor a rupiah less than that", () => {
    fc.assert(
      fc.property(aPrice, aRate, aMode, (price, rate, mode) => {
        const tax = taxOn(price, rate, mode);
        const points = BigInt(rate.basisPoints);
        const [whole, net] = mode === "added" ? [price + tax, price] : [price, price - tax];
        expect(tax).toBeGreaterThanOrEqual(0n);
        // By definition: net × rate, or whole × rate; rounding down costs less than a rupiah of it.
        const due = (rate.base === "net" ? net : whole) * points;
        const off = due - tax * 10_000n;
        expect(off).toBeGreaterThanOrEqual(0n);
        expect(off).toBeLessThanOrEqual(10_000n + points);
      }),
    );
  });

  it("give back the price where an added tax is read as an included one, to the rupiah", () => {
    fc.assert(
      fc.property(aPrice, aRate, (price, rate) => {
        const whole = price + taxOn(price, rate, "added");
        const net = whole - taxOn(whole, rate, "included");
        expect(net - price).toBeGreaterThanOrEqual(0n);
        expect(net - price).toBeLessThanOrEqual(1n);
      }),
    );
  });

  it("grow with the price", () => {
    fc.assert(
      fc.property(aPrice, fc.bigInt({ min: 0n, max: 1_000_000n }), aRate, aMode, (price, more, rate, mode) => {
        expect(taxOn(price + more, rate, mode)).toBeGreaterThanOrEqual(taxOn(price, rate, mode));
      }),
    );
  });

  it("are part of the sum only where they are added", () => {
    const line = (mode: "included" | "added" | undefined) => ({
      volume: "3",
      unitPrice: 333_333n,
      tax: mode ? { code: "ppn-11", mode } : null,
    });
    expect(priceOfLine(line("added"))).toBe(999_999n);
    expect(amountOfLine(line("added"))).toBe(1_109_998n);
    expect(amountOfLine(line("included"))).toBe(999_999n);
    expect(budgetTotal([line("added"), line("included"), line(undefined)])).toBe(1_109_998n + 2n * 999_999n);
    expect(taxOf(5n, { code: "gone", mode: "added" })).toBe(0n);
  });

  it("name a regulation that is known, and a line keeps a rate that is no longer offered", () => {
    for (const rate of taxRates) expect(regulations.map(({ code }) => code)).toContain(rate.regulation);
    expect(new Set(taxRates.map(({ code }) => code)).size).toBe(taxRates.length);
    expect(ratesOffered(undefined).every(({ until }) => until === undefined)).toBe(true);
  });

  it("are the same in the database", async () => {
    const db = await testDatabase();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(aPrice, aRate, aMode), { minLength: 20, maxLength: 40 }), async (cases) => {
        const { rows } = await sql<{ tax: bigint }>`
          select line_tax(price, base::tax_base, points, mode::tax_mode) as tax
          from unnest(${cases.map(([price]) => price)}::bigint[], ${cases.map(([, rate]) => rate.base)}::text[],
            ${cases.map(([, rate]) => rate.basisPoints)}::int[], ${cases.map(([, , mode]) => mode)}::text[])
            with ordinality as c (price, base, points, mode, n) order by n`.execute(db);
        expect(rows.map((row) => row.tax)).toEqual(cases.map(([price, rate, mode]) => taxOn(price, rate, mode)));
      }),
      { numRuns: 10 },
    );
  });
});
