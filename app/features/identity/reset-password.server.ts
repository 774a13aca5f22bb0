import type { Kysely } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { refusingAuth } from "./auth-refusals.server";
import { authOver } from "./auth.server";
import { passwordWeakness } from "./password";
import { limits, spendTry } from "./rate-limit.server";

/** Mails a link for a new password to the owner of an address; an unknown address answers alike. Refuses `rate_limited`. */
export async function requestPasswordReset(db: Kysely<DB>, input: { email: string; place: string }): Promise<void> {
  const email = input.email.trim().toLowerCase();
  await spendTry(db, limits.resetPlace, input.place);
  await spendTry(db, limits.resetAddress, email);
  await db.transaction().execute(async (trx) => {
    await authOver(trx).api.requestPasswordReset({ body: { email } });
  });
}

/**
 * Sets a new password by a mailed link, once, and ends every session of the account. The address counts as confirmed, since its mail
 * was read. Refuses `link_expired` and weak passwords.
 */
export async function resetPassword(db: Kysely<DB>, input: { token: string; password: string }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await personOfToken(trx, input.token);
    if (!person) throw new DomainError("link_expired");
    const weakness = passwordWeakness(input.password, person);
    if (weakness) throw new DomainError(weakness, { field: "password" });
    await refusingAuth(authOver(trx).api.resetPassword({ body: { newPassword: input.password, token: input.token } }), {
      INVALID_TOKEN: ["link_expired"],
      USER_NOT_FOUND: ["link_expired"],
    });
    await trx.deleteFrom("remembered_devices").where("user_id", "=", person.id).execute();
    await trx.updateTable("users").set({ email_verified: true, updated_at: now() }).where("id", "=", person.id).execute();
  });
}

/** Whether a mailed link still works. */
export async function resetLinkWorks(db: Kysely<DB>, token: string): Promise<boolean> {
  return (await personOfToken(db, token)) !== undefined;
}

async function personOfToken(db: Kysely<DB>, token: string): Promise<{ id: string; email: string; name: string } | undefined> {
  const context = await authOver(db).$context;
  const found = await context.internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!found || found.expiresAt < new Date()) return undefined;
  return db.selectFrom("users").select(["id", "email", "name"]).where("id", "=", found.value).executeTakeFirst();
}
