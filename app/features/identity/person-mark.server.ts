import { createHash } from "node:crypto";

/** Tells one person from another on a device that keeps pages, without saying who it is. */
export function personMark(userId: string): string {
  return createHash("sha256").update(`sinergi:${userId}`).digest("hex").slice(0, 16);
}
