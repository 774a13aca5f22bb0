import type { Kysely } from "kysely";
import { encode } from "uqr";
import { decrypt } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";
import { isDemo } from "~/platform/env.server";
import type { DB } from "#db/types.generated";
import { countRecoveryCodes } from "./recovery-codes.server";
import { codeOf, stepAt, totpAddress } from "./totp.server";

export type FactorState = { state: "none" | "started" } | { state: "enrolled"; since: Date; codesLeft: number };

/** Where a person stands with the second factor. */
export async function factorState(db: Kysely<DB>, userId: string): Promise<FactorState> {
  const factor = await db.selectFrom("second_factors").select("enrolled_at").where("user_id", "=", userId).executeTakeFirst();
  if (!factor) return { state: "none" };
  if (!factor.enrolled_at) return { state: "started" };
  return { state: "enrolled", since: factor.enrolled_at, codesLeft: await countRecoveryCodes(db, userId) };
}

export type Enrolment = { secret: string; address: string; squares: string; size: number };

/** What an authenticator app has to learn: as text, as an address and as the dark squares of a QR code (a path in units of one square). */
export async function enrolmentOf(db: Kysely<DB>, person: { userId: string; email: string }): Promise<Enrolment | undefined> {
  const factor = await db
    .selectFrom("second_factors")
    .select("secret")
    .where("user_id", "=", person.userId)
    .where("enrolled_at", "is", null)
    .executeTakeFirst();
  if (!factor) return undefined;
  const secret = decrypt(factor.secret, "second-factor");
  const address = totpAddress(secret, person.email);
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return { secret, address, squares: squares.join(""), size };
}

/**
 * In the demo, and nowhere else, the code that a person's app would show now, so that the demo can be clicked through: the first that
 * was not used yet, or none when one has to wait for the next. Null outside the demo.
 */
export async function demoCode(db: Kysely<DB>, userId: string): Promise<{ code: string | null } | null> {
  if (!isDemo) return null;
  const factor = await db.selectFrom("second_factors").select(["secret", "last_step"]).where("user_id", "=", userId).executeTakeFirst();
  if (!factor) return null;
  const present = stepAt(now());
  const step = [present - 1n, present, present + 1n].find((candidate) => candidate > factor.last_step);
  return { code: step === undefined ? null : codeOf(decrypt(factor.secret, "second-factor"), step) };
}

/** The devices that need no code for a while, the newest first. */
export async function listRememberedDevices(db: Kysely<DB>, userId: string) {
  return db
    .selectFrom("remembered_devices")
    .select(["id", "user_agent as userAgent", "ip_address as ipAddress", "created_at as createdAt", "expires_at as expiresAt"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", now())
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}
