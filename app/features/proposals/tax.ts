import type { Rupiah } from "~/kernel/money";
import { type TaxRate, taxRates } from "#db/reference/tax-rates";

export const taxModes = ["included", "added"] as const;
export type TaxMode = (typeof taxModes)[number];

/** The tax of a budget line: which, and whether the price holds it already or it comes on top. */
export type LineTax = { code: string; mode: TaxMode };

export function rateOf(code: string): TaxRate | undefined {
  return taxRates.find((rate) => rate.code === code);
}

/** The rates that a line may be given: those in force, and the one it was written with. */
export function ratesOffered(current: string | undefined): readonly TaxRate[] {
  return taxRates.filter((rate) => rate.until === undefined || rate.code === current);
}

/**
 * The tax on a price in whole rupiah, rounded down to the rupiah: a line never asks funders for a rupiah that no rate gives. VAT is counted
 * on the price before tax, withheld income tax on all that is paid; so what is added of the latter leaves the supplier the price.
 */
export function taxOn(price: Rupiah, { basisPoints, base }: Pick<TaxRate, "basisPoints" | "base">, mode: TaxMode): Rupiah {
  const rate = BigInt(basisPoints);
  if (mode === "added") return (price * rate) / (base === "net" ? 10_000n : 10_000n - rate);
  return (price * rate) / (base === "net" ? 10_000n + rate : 10_000n);
}

/** The tax of a line with this price; nothing without one, or with a code that no rate has. */
export function taxOf(price: Rupiah, tax: LineTax | null | undefined): Rupiah {
  const rate = tax && rateOf(tax.code);
  return rate ? taxOn(price, rate, tax.mode) : 0n;
}
