import { createHash } from "node:crypto";
import { makeCode, readCode } from "~/kernel/tracking-code";
import { codeLength, codePrefix } from "./concern";

/**
 * The tracking code of a form. It follows from the form's random key, so a form sent twice gives the same code, and neither key nor
 * code is kept anywhere.
 */
export function codeOfForm(key: string): string {
  const bytes = createHash("sha256").update(`concern:${key}`).digest();
  // Two bytes for each sign: the remainder modulo 31 is then as good as even.
  return makeCode(Array.from({ length: codeLength }, (_, index) => bytes.readUInt16BE(index * 2)));
}

/** What is kept of a code: enough to find its case, too little to read it. Undefined for what is no code. */
export function hashOfCode(typed: string): string | undefined {
  const code = readCode(typed, codeLength, codePrefix);
  return code && createHash("sha256").update(`concern-code:${code}`).digest("hex");
}
