import { createHash, randomInt } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

const count = 10;
// No letter that looks like another one or like a digit.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten new codes instead of the old ones, to be shown this once: only their hashes stay. 79 bits each, so a plain hash is enough. */
export async function issueRecoveryCodes(trx: Transaction<DB>, userId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await trx.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  await trx
    .insertInto("recovery_codes")
    .values(codes.map((code) => ({ user_id: userId, code_hash: hashOf(code), created_at: now() })))
    .execute();
  return codes;
}

/** Takes one code, once; false when it is none of the person's or was used. */
export async function takeRecoveryCode(trx: Transaction<DB>, userId: string, typed: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("recovery_codes")
    .set({ used_at: now() })
    .where("user_id", "=", userId)
    .where("code_hash", "=", hashOf(typed))
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How many codes a person can still use. */
export async function countRecoveryCodes(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom("recovery_codes")
    .select((eb) => eb.fn.countAll<bigint>().as("left"))
    .where("user_id", "=", userId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

function newCode(): string {
  const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Typed with or without its dashes, in capitals or not. */
function hashOf(code: string): string {
  return createHash("sha256")
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .digest("base64url");
}
