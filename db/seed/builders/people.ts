import type { Kysely } from "kysely";
import type { Actor, Role } from "~/features/identity/actor";
import { findActor } from "~/features/identity/load-actor.server";
import { issueRecoveryCodes } from "~/features/identity/second-factor/recovery-codes.server";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import { encrypt } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

export type UserOverrides = { name?: string; email?: string; language?: Language; verified?: boolean };

/** A confirmed person without a password. */
export async function buildUser(db: Kysely<DB>, overrides: UserOverrides = {}): Promise<{ userId: string; email: string }> {
  const userId = newId();
  const email = overrides.email ?? `orang-${userId}@contoh.example`;
  await db
    .insertInto("users")
    .values({
      id: userId,
      name: overrides.name ?? "Sari Wibowo",
      email,
      email_verified: overrides.verified ?? true,
      language: overrides.language ?? "id",
      created_at: now(),
      updated_at: now(),
    })
    .execute();
  return { userId, email };
}

/** A person as the operations see them, with the given roles in one organisation (or in none). */
export async function buildActor(
  db: Kysely<DB>,
  overrides: UserOverrides & { organizationId?: string; roles?: readonly Role[] } = {},
): Promise<Actor> {
  const { userId } = await buildUser(db, overrides);
  const { organizationId, roles = [] } = overrides;
  if (organizationId && roles.length > 0) {
    await db
      .insertInto("memberships")
      .values(roles.map((role) => ({ organization_id: organizationId, user_id: userId, role, created_at: now() })))
      .execute();
  }
  const actor = await findActor(db, userId);
  if (!actor) throw new Error("the person just inserted is not there");
  return actor;
}

/** A person's second factor with a known secret, as if enrolled now; gives the recovery codes. */
export async function buildSecondFactor(db: Kysely<DB>, userId: string, secret: string): Promise<string[]> {
  const stamps = { started_at: now(), enrolled_at: now() };
  await db
    .insertInto("second_factors")
    .values({ user_id: userId, secret: encrypt(secret, "second-factor"), ...stamps })
    .execute();
  return db.transaction().execute((trx) => issueRecoveryCodes(trx, userId));
}
