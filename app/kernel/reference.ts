/**
 * References that people copy into bank forms: a prefix, the year, a number and a check letter, "SNG 26 0417 K".
 * The letter is a weighted sum of the digits modulo the prime 23. Weights differ by one from place to place and stay below 23,
 * so a single wrong digit and a swap of two neighbours always change it.
 */
const letters = "ABCDEFGHJKLMNPQRTUVWXYZ"; // 23 letters: without I, O and S, which look like 1, 0 and 5

export type ReferencePrefix = "SNG" | "SNGD";

/** The check letter of the digits (up to 20 of them). */
export function checkLetter(digits: string): string {
  let total = 0;
  for (let place = 0; place < digits.length; place += 1) total += (place + 2) * Number(digits[place]);
  return letters[total % 23] ?? "A";
}

/** "SNG260417K" from a year and a number; the number has four digits or more. */
export function makeReference(prefix: ReferencePrefix, year: number, number: number): string {
  const digits = `${String(year % 100).padStart(2, "0")}${String(number).padStart(4, "0")}`;
  return `${prefix}${digits}${checkLetter(digits)}`;
}

/** "SNG 26 0417 K": how a reference is shown to people. */
export function spellReference(reference: string): string {
  const match = /^(SNGD?)(\d{2})(\d{4,})([A-Z])$/.exec(reference);
  return match ? match.slice(1).join("\u00a0") : reference;
}

export type FoundReference = { reference: string; valid: boolean };

const pattern = /(?<![A-Z0-9])SNG(D?)[\s.\-/]?(\d{2})[\s.\-/]?(\d{4,7})[\s.\-/]?([A-Z])(?![A-Z])/g;

/** Every reference in a bank's free text, however it is spaced, and whether its check letter holds. */
export function findReferences(text: string): FoundReference[] {
  const found = new Map<string, FoundReference>();
  for (const match of text.toUpperCase().matchAll(pattern)) {
    const [, d = "", year = "", number = "", letter = ""] = match;
    const reference = `SNG${d}${year}${number}${letter}`;
    found.set(reference, { reference, valid: checkLetter(year + number) === letter });
  }
  return [...found.values()];
}

/** References one typing error away (one digit changed or two neighbours swapped) from a reference whose check letter fails. */
export function nearbyReferences(reference: string): string[] {
  const match = /^(SNGD?)(\d{6,9})([A-Z])$/.exec(reference);
  if (!match) return [];
  const [, prefix = "", digits = "", letter = ""] = match;
  const near = new Set<string>([`${prefix}${digits}${checkLetter(digits)}`]);
  for (let place = 0; place < digits.length; place += 1) {
    for (let digit = 0; digit < 10; digit += 1) keep(digits.slice(0, place) + digit + digits.slice(place + 1));
    if (place > 0) keep(digits.slice(0, place - 1) + digits[place] + digits[place - 1] + digits.slice(place + 1));
  }
  near.delete(reference);
  return [...near];

  function keep(candidate: string): void {
    if (checkLetter(candidate) === letter) near.add(`${prefix}${candidate}${letter}`);
  }
}
