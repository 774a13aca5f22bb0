import type { Kysely } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import type { Language } from "~/kernel/messages";
import type { DB } from "#db/types.generated";
import { authOver } from "./auth.server";
import { passwordWeakness } from "./password";
import { limits, spendTry } from "./rate-limit.server";

export type SignUpInput = { name: string; email: string; password: string; language: Language; place: string };

/**
 * Makes an account that is not confirmed yet and mails the link that confirms it. A known address answers exactly alike, and its owner
 * is mailed instead. Refuses `password_short`, `password_long`, `password_common` and `rate_limited`.
 */
export async function signUp(db: Kysely<DB>, input: SignUpInput): Promise<void> {
  const email = input.email.trim().toLowerCase();
  const weakness = passwordWeakness(input.password, { email, name: input.name });
  if (weakness) throw new DomainError(weakness, { field: "password" });
  await spendTry(db, limits.signUpPlace, input.place);
  await spendTry(db, limits.signUpAddress, email);
  await db.transaction().execute(async (trx) => {
    await authOver(trx).api.signUpEmail({ body: { name: input.name.trim(), email, password: input.password, language: input.language } });
  });
}
