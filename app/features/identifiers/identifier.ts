/** Numbers by which the state knows a person, a family or an organisation, and the phone; kept encrypted and shown masked. */
export const identifierKinds = ["nik", "kk", "npwp", "nib", "phone"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Digits alone (a phone begins with its country's code), and whether something about them is unusual; or why it can't be one. */
export type ReadIdentifier = { digits: string; doubtful: boolean; refusal?: undefined } | { digits?: undefined; refusal: string };

/**
 * Reads a number as people type it, with spaces, dots, hyphens and slashes. Only its length and form are checked: these numbers have no
 * check digit, and a NIK whose birthday is wrong stays so for life, so that is a doubt and no refusal.
 */
export function readIdentifier(kind: IdentifierKind, typed: string): ReadIdentifier {
  const text = typed.trim();
  if (kind === "phone") return readPhone(text);
  if (!/^[\d\s./-]+$/.test(text)) return { refusal: `${kind}_form` };
  const digits = text.replace(/\D/g, "");
  if (/^(\d)\1*$/.test(digits)) return { refusal: `${kind}_form` };
  if (kind === "npwp") {
    // The form before 2022 had fifteen digits; it lives on with a zero in front.
    if (digits.length === 15) return { digits: `0${digits}`, doubtful: false };
    return digits.length === 16 ? { digits, doubtful: false } : { refusal: "npwp_form" };
  }
  if (digits.length !== lengths[kind]) return { refusal: `${kind}_form` };
  return { digits, doubtful: kind === "nik" && !birthdayIsPossible(digits) };
}

const lengths = { nik: 16, kk: 16, nib: 13 } as const;

/** Digits 7 to 12 are day, month and year of birth; a woman's day has forty added. */
function birthdayIsPossible(nik: string): boolean {
  const [day, month] = [Number(nik.slice(6, 8)), Number(nik.slice(8, 10))];
  const born = day > 40 ? day - 40 : day;
  return born >= 1 && born <= 31 && month >= 1 && month <= 12;
}

/** "0811 0000 601" and "+62 811-0000-601" are the same number; other countries are named by their code. */
function readPhone(text: string): ReadIdentifier {
  if (!/^\+?[\d\s().-]+$/.test(text)) return { refusal: "phone_form" };
  const digits = text.replace(/\D/g, "");
  const international = text.startsWith("+") || digits.startsWith("62") ? digits : digits.startsWith("0") ? `62${digits.slice(1)}` : "";
  const rest = international.startsWith("62") ? international.slice(2) : international;
  const fits = rest.length >= 8 && rest.length <= 13 && !rest.startsWith("0");
  return fits ? { digits: international, doubtful: false } : { refusal: "phone_form" };
}

/** A number as it is written on its document. */
export function formatIdentifier(kind: IdentifierKind, digits: string): string {
  if (kind === "phone") {
    const national = digits.startsWith("62") ? `0${digits.slice(2)}` : `+${digits}`;
    return national.replace(/^(\+?\d{4})(\d{4})(\d+)$/, "$1 $2 $3");
  }
  return digits.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** "•••• 6601": enough to recognise a number by, too little to use it. */
export function maskedIdentifier(lastFour: string): string {
  return `••••\u00a0${lastFour}`;
}
