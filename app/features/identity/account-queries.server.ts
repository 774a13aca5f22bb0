import type { Kysely, Transaction } from "kysely";
import type { Language } from "~/kernel/messages";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** The language in which a person is written to. */
export async function findLanguage(db: Reader, userId: string): Promise<Language> {
  const user = await db.selectFrom("users").select("language").where("id", "=", userId).executeTakeFirst();
  return user?.language ?? "id";
}

/** The sessions of a person that have not ended, the newest first; one that still owes the second step is not there yet. */
export async function listSessions(db: Reader, userId: string) {
  return db
    .selectFrom("sessions")
    .select(["id", "user_agent as userAgent", "ip_address as ipAddress", "created_at as createdAt", "expires_at as expiresAt"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", new Date())
    .where((eb) =>
      eb.or([
        eb("second_factor_at", "is not", null),
        eb.not(
          eb.exists(eb.selectFrom("second_factors").select("user_id").where("user_id", "=", userId).where("enrolled_at", "is not", null)),
        ),
      ]),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

export type SessionView = Awaited<ReturnType<typeof listSessions>>[number];
