import type { Language } from "./messages";

/** Whole rupiah. Never a float: amounts are bigint in TypeScript and in PostgreSQL. */
export type Rupiah = bigint;

export const zero: Rupiah = 0n;

export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export function add(a: Rupiah, b: Rupiah): Rupiah {
  return a + b;
}

export function subtract(a: Rupiah, b: Rupiah): Rupiah {
  return a - b;
}

export function smaller(a: Rupiah, b: Rupiah): Rupiah {
  return a < b ? a : b;
}

/** `amount` in parts proportional to `weights`, by largest remainder: the parts always sum to the amount exactly. */
export function allocate(amount: Rupiah, weights: readonly bigint[]): Rupiah[] {
  const total = sum(weights);
  if (total <= 0n || amount < 0n || weights.some((w) => w < 0n)) {
    throw new RangeError("allocate needs an amount of zero or more and weights that sum to more than zero");
  }
  const parts = weights.map((weight) => (amount * weight) / total);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = amount - sum(parts);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

/** `amount` taken from `available` in order, first come first: what each gives. Refuses (undefined) if there is too little. */
export function drawInOrder(amount: Rupiah, available: readonly Rupiah[]): Rupiah[] | undefined {
  let left = amount;
  const drawn = available.map((has) => {
    const take = smaller(left, has);
    left -= take;
    return take;
  });
  return left === 0n ? drawn : undefined;
}

/** How many hundredths of a percent `part` is of `whole` (10000 = 100%), rounded down; 0 when the whole is 0. */
export function basisPoints(part: Rupiah, whole: Rupiah): number {
  return whole <= 0n ? 0 : Number((part * 10000n) / whole);
}

/** "Rp 1.250.000" with no-break spaces; a negative amount has a real minus sign in front. */
export function formatRupiah(amount: Rupiah, language: Language = "id"): string {
  return `${amount < 0n ? "\u2212" : ""}Rp\u00a0${formatWhole(amount < 0n ? -amount : amount, language)}`;
}

/** "1.250.000", without the currency. */
export function formatWhole(value: bigint | number, language: Language = "id"): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, language === "id" ? "." : ",");
}

const scales = [
  { from: 999_995_000_000n, unit: 1_000_000_000_000n, id: "T", en: "trillion", decimals: 2n },
  { from: 999_950_000n, unit: 1_000_000_000n, id: "M", en: "billion", decimals: 2n },
  { from: 1_000_000n, unit: 1_000_000n, id: "jt", en: "million", decimals: 1n },
] as const;

/** "Rp 137,5 jt", "Rp 1,18 M" (miliar); in English "Rp 137.5 million". Rounded half up to one or two decimals, below a million in full. */
export function formatRupiahShort(amount: Rupiah, language: Language = "id"): string {
  const negative = amount < 0n;
  const value = negative ? -amount : amount;
  // A scale begins where the smaller one would round up to a thousand: 999.960.000 is 1 M and not 1.000 jt.
  for (const scale of scales) {
    const power = 10n ** scale.decimals;
    const rounded = (value * power + scale.unit / 2n) / scale.unit;
    if (value < scale.from) continue;
    const whole = formatWhole(rounded / power, language);
    const decimals = (rounded % power).toString().padStart(Number(scale.decimals), "0").replace(/0+$/, "");
    const number = decimals ? `${whole}${language === "id" ? "," : "."}${decimals}` : whole;
    return `${negative ? "\u2212" : ""}Rp\u00a0${number}\u00a0${scale[language]}`;
  }
  return formatRupiah(amount, language);
}

/** "76%", "58,3%": a share with at most one decimal, rounded down so that 100% means all of it. */
export function formatShare(part: Rupiah, whole: Rupiah, language: Language = "id"): string {
  const tenths = whole <= 0n ? 0n : (part * 1000n) / whole;
  const decimal = tenths % 10n;
  return `${tenths / 10n}${decimal ? `${language === "id" ? "," : "."}${decimal}` : ""}%`;
}

/** Largest amount that a form accepts: 999 trillion rupiah, far below the bigint of PostgreSQL. */
export const largestRupiah: Rupiah = 999_999_999_999_999n;

const unitWords: Record<string, bigint> = {
  rb: 1_000n,
  ribu: 1_000n,
  k: 1_000n,
  jt: 1_000_000n,
  juta: 1_000_000n,
  m: 1_000_000_000n,
  miliar: 1_000_000_000n,
  milyar: 1_000_000_000n,
};

/**
 * What a person types as an amount, in whole rupiah, or undefined if it can't be read without guessing:
 * "126.000.000", "126000000", "Rp 126 jt", "Rp1,5 juta", "126.000.000,00", "126.000.000,-". Fractions of a rupiah are refused.
 */
export function parseRupiah(typed: string): Rupiah | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\u00a0/g, " ")
    .replace(/^(rp\.?|idr)\s*/, "")
    .replace(/(,-|,00?)$/, "");
  const match = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?\s*([a-z]+)?$/.exec(text);
  if (!match) return undefined;
  const [, whole = "", fraction = "", word] = match;
  const unit = word === undefined ? 1n : unitWords[word];
  if (unit === undefined) return undefined;
  const digits = BigInt(whole.replace(/[. ]/g, "") + fraction);
  const power = 10n ** BigInt(fraction.length);
  if ((digits * unit) % power !== 0n) return undefined;
  const amount = (digits * unit) / power;
  return amount <= largestRupiah ? amount : undefined;
}
