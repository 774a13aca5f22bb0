import { createHmac } from "node:crypto";
import { decrypt, derivedKey, encrypt } from "~/platform/cipher.server";
import type { IdentifierKind } from "./identifier";

/** A number as the table keeps it: encrypted, its last four digits, and a keyed fingerprint by which twins are found without reading any. */
export function sealed(kind: IdentifierKind, digits: string): { ciphertext: string; last_four: string; fingerprint: string } {
  const fingerprint = createHmac("sha256", derivedKey("identity-fingerprint")).update(`${kind}:${digits}`).digest("hex");
  return { ciphertext: encrypt(digits, "identity-number"), last_four: digits.slice(-4), fingerprint };
}

export function opened(ciphertext: string): string {
  return decrypt(ciphertext, "identity-number");
}
