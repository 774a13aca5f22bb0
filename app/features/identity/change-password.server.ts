import type { Kysely } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "./actor";
import { refusingAuth } from "./auth-refusals.server";
import { authOver, sendPasswordChanged } from "./auth.server";
import { findLanguage } from "./account-queries.server";
import { passwordWeakness } from "./password";
import { limits, spendTry } from "./rate-limit.server";

export type ChangePasswordInput = { current: string; password: string; headers: Headers };

/**
 * Changes the password of a signed-in person, ends all of their sessions and gives the cookies of a new one. Refuses `password_wrong`,
 * weak passwords and `rate_limited`.
 */
export async function changePassword(db: Kysely<DB>, actor: Actor, input: ChangePasswordInput): Promise<{ cookies: string[] }> {
  const weakness = passwordWeakness(input.password, actor);
  if (weakness) throw new DomainError(weakness, { field: "password" });
  await spendTry(db, limits.passwordChange, actor.userId);
  return db.transaction().execute(async (trx) => {
    const changed = await refusingAuth(
      authOver(trx).api.changePassword({
        body: { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true },
        headers: input.headers,
        returnHeaders: true,
      }),
      {
        INVALID_PASSWORD: ["password_wrong", { field: "current" }],
        CREDENTIAL_ACCOUNT_NOT_FOUND: ["password_wrong", { field: "current" }],
      },
    );
    // The session that changed the password had proven the second factor, if there is one; the devices that were remembered had not.
    await trx.updateTable("sessions").set({ second_factor_at: now() }).where("user_id", "=", actor.userId).execute();
    await trx.deleteFrom("remembered_devices").where("user_id", "=", actor.userId).execute();
    const person = { id: actor.userId, name: actor.name, email: actor.email, language: await findLanguage(trx, actor.userId) };
    await sendPasswordChanged(trx, person);
    return { cookies: changed.headers.getSetCookie() };
  });
}
