import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import type { Actor } from "./actor";
import { refusingAuth } from "./auth-refusals.server";
import { authOver } from "./auth.server";
import { limits, spendTry } from "./rate-limit.server";

/** Confirms the address that a link was mailed to; twice is once. Refuses `link_expired` for a link that is old or not ours. */
export async function confirmEmail(db: Kysely<DB>, input: { token: string }): Promise<void> {
  await refusingAuth(authOver(db).api.verifyEmail({ query: { token: input.token } }), {
    TOKEN_EXPIRED: ["link_expired"],
    INVALID_TOKEN: ["link_expired"],
    USER_NOT_FOUND: ["link_expired"],
  });
}

/** Mails a new link to a signed-in person who has not confirmed the address. Refuses `rate_limited`. */
export async function sendConfirmation(db: Kysely<DB>, actor: Actor): Promise<void> {
  if (actor.emailVerified) return;
  await spendTry(db, limits.confirmation, actor.userId);
  await db.transaction().execute(async (trx) => {
    await authOver(trx).api.sendVerificationEmail({ body: { email: actor.email } });
  });
}
