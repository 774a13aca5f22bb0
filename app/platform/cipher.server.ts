import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server";
import { sessionSecret } from "./session-secret.server";

/** What an encrypted text is for. Each purpose has a key of its own, so a text moved into another column can't be read there. */
export type CipherPurpose = "second-factor" | "identity-number" | "contact";

type Key = { id: string; bytes: Buffer };

const version = "1";
const known = new Map<string, Key>();

/**
 * Encrypts a text for storage: AES-256-GCM under the key of its purpose. The result says by which key, so that texts of a former
 * secret (`SESSION_SECRETS_BEFORE`) stay readable, and two encryptions of one text never look alike.
 */
export function encrypt(text: string, purpose: CipherPurpose): string {
  const key = keyOf(sessionSecret(), purpose);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce);
  cipher.setAAD(Buffer.from(`${version}.${key.id}`));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [version, key.id, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** Reads what `encrypt` wrote for the same purpose; throws when it was changed, is of another purpose or of an unknown secret. */
export function decrypt(sealedText: string, purpose: CipherPurpose): string {
  const [wrote, id, nonce, sealed] = sealedText.split(".");
  if (wrote !== version || !id || !nonce || !sealed) throw new Error("This is not an encrypted text");
  const key = [sessionSecret(), ...env.SESSION_SECRETS_BEFORE].map((secret) => keyOf(secret, purpose)).find((one) => one.id === id);
  if (!key) throw new Error(`No key ${id} for ${purpose}: the text is of another purpose, or the secret it was encrypted with is gone`);
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(nonce, "base64url"), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`${version}.${id}`));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString("utf8");
}

/** 32 bytes for other uses of a secret: signed links, fingerprints. The same purpose gives the same bytes. */
export function derivedKey(purpose: "unsubscribe" | "identity-fingerprint" | "factor-reset"): Buffer {
  return keyOf(sessionSecret(), purpose).bytes;
}

function keyOf(secret: string, purpose: string): Key {
  const name = `${purpose}:${createHash("sha256").update(secret).digest("hex")}`;
  const found = known.get(name);
  if (found) return found;
  const bytes = Buffer.from(hkdfSync("sha256", secret, "sinergi", `cipher:${purpose}`, 32));
  // Six bytes of a hash tell keys apart and say nothing about them.
  const key = { bytes, id: createHash("sha256").update(bytes).digest().subarray(0, 6).toString("base64url") };
  known.set(name, key);
  return key;
}
