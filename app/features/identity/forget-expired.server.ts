import type { Kysely } from "kysely";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Deletes what has ended by itself and serves nobody any more: sessions, secret links and counts of tries. Gives how many of each. */
export async function forgetExpired(db: Kysely<DB>): Promise<{ sessions: number; links: number; tries: number }> {
  const sessions = await db.deleteFrom("sessions").where("expires_at", "<", now()).executeTakeFirstOrThrow();
  await db.deleteFrom("remembered_devices").where("expires_at", "<", now()).execute();
  const links = await db.deleteFrom("verifications").where("expires_at", "<", now()).executeTakeFirstOrThrow();
  const tries = await db.deleteFrom("rate_limits").where("expire", "<", BigInt(now().getTime())).executeTakeFirstOrThrow();
  return { sessions: Number(sessions.numDeletedRows), links: Number(links.numDeletedRows), tries: Number(tries.numDeletedRows) };
}
