/**
 * Codes that people copy from paper: "KW-7H4M-P2QD-9XKA". The alphabet has 31 signs (a prime number), none of which look alike, and the
 * last two are check signs: any two wrong signs, and any two that changed places, are noticed.
 */
const alphabet = "23456789ABCDEFGHJKLMNPQRTUVWXYZ";

/** How many signs are chosen at random before the two check signs; 10 are 49 bits, 6 are 29. */
export type CodeLength = 6 | 10;

/** A code of random signs with its check signs, without dashes. Takes as many numbers as signs; each counts modulo 31. */
export function makeCode(numbers: readonly number[]): string {
  const signs = numbers.map((number) => alphabet[number % alphabet.length] ?? "2").join("");
  return signs + checkSigns(signs);
}

/** What somebody typed as a code: without spaces and dashes, in capitals; undefined when it has another length or the check signs don't fit. */
export function readCode(typed: string, length: CodeLength, prefix = ""): string | undefined {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  const code = plain.length === length + 2 + prefix.length && plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
  if (code.length !== length + 2 || [...code].some((sign) => !alphabet.includes(sign))) return undefined;
  return checkSigns(code.slice(0, length)) === code.slice(length) ? code : undefined;
}

/** "KW-7H4M-P2QD-9XKA": how a code is shown to people. */
export function spellCode(code: string, prefix?: string): string {
  return [...(prefix ? [prefix] : []), ...(code.match(/.{1,4}/g) ?? [])].join("-");
}

function checkSigns(signs: string): string {
  let [plain, weighted] = [0, 0];
  for (const [place, sign] of [...signs].entries()) {
    const value = alphabet.indexOf(sign);
    plain += value;
    weighted += (place + 1) * value;
  }
  return `${alphabet[plain % alphabet.length]}${alphabet[weighted % alphabet.length]}`;
}
