import type { Kysely, Transaction } from "kysely";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { hashPassword } from "./passwords.server";

export type CreateAccountInput = { name: string; email: string; password: string; language?: Language; verified?: boolean };

/** An account with a password, without mail and without limits: for seeds and for the first administrator of an installation. */
export async function createAccount(db: Kysely<DB> | Transaction<DB>, input: CreateAccountInput): Promise<{ userId: string }> {
  const userId = newId();
  const stamps = { created_at: now(), updated_at: now() };
  await db
    .insertInto("users")
    .values({
      id: userId,
      name: input.name,
      email: input.email.trim().toLowerCase(),
      email_verified: input.verified ?? true,
      language: input.language ?? "id",
      ...stamps,
    })
    .execute();
  await db
    .insertInto("credentials")
    .values({
      id: newId(),
      user_id: userId,
      account_id: userId,
      provider_id: "credential",
      password: await hashPassword(input.password),
      ...stamps,
    })
    .execute();
  return { userId };
}
