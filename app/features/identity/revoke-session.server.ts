import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import type { Actor } from "./actor";

/** Ends one of a person's own sessions: that device is signed out at its next click. Refuses `session_not_found`. */
export async function revokeSession(trx: Transaction<DB>, actor: Actor, input: { sessionId: string }): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom("sessions")
    .where("id", "=", input.sessionId)
    .where("user_id", "=", actor.userId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new DomainError("session_not_found");
}

/** Ends all of a person's sessions but the one at hand. */
export async function revokeOtherSessions(trx: Transaction<DB>, actor: Actor, input: { currentSessionId: string }): Promise<void> {
  await trx.deleteFrom("sessions").where("user_id", "=", actor.userId).where("id", "<>", input.currentSessionId).execute();
}
