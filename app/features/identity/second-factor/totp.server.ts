import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepSeconds = 30;

/** A new secret of 160 bits, as RFC 4226 advises, in base32: what authenticator apps take. */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte & 31]).join("");
}

/** The time step that a moment lies in (RFC 6238: 30 seconds since 1970). */
export function stepAt(at: Date): bigint {
  return BigInt(Math.floor(at.getTime() / 1000 / stepSeconds));
}

/** The six digits of one step (RFC 4226, HMAC-SHA-1, as every authenticator app computes them). */
export function codeOf(secret: string, step: bigint): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/**
 * The step whose code was typed: this one, the one before or the one after, since clocks differ. Undefined when none is it. Every
 * candidate is compared, in constant time.
 */
export function stepOfCode(secret: string, code: string, at: Date): bigint | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const present = stepAt(at);
  const matching = [present - 1n, present, present + 1n].filter((step) =>
    timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)),
  );
  return matching.at(-1);
}

/** What the QR code says to the app. */
export function totpAddress(secret: string, email: string): string {
  return `otpauth://totp/${encodeURIComponent(`Sinergi:${email}`)}?secret=${secret}&issuer=Sinergi&algorithm=SHA1&digits=6&period=${stepSeconds}`;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    const part = alphabet.indexOf(letter);
    if (part < 0) throw new Error("A secret has only letters of base32");
    value = ((value << 5) | part) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
