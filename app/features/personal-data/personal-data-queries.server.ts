import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";

/** When an account is to be erased, and whether something has come up that keeps it; undefined when nobody asked. */
export async function findErasure(db: Kysely<DB>, userId: string): Promise<{ dueAt: Date; blocked: boolean } | undefined> {
  const row = await db.selectFrom("account_erasures").select(["due_at", "blocked_at"]).where("user_id", "=", userId).executeTakeFirst();
  return row && { dueAt: row.due_at, blocked: row.blocked_at !== null };
}
