import type { Kysely } from "kysely";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { resetState } from "./factor-reset";

/** Every way back in that is asked for and not over, the oldest first. */
export async function openFactorResets(db: Kysely<DB>) {
  const rows = await db
    .selectFrom("factor_resets as r")
    .innerJoin("users as u", "u.id", "r.user_id")
    .leftJoin("users as c", "c.id", "r.checked_by")
    .select(["r.id", "r.user_id as userId", "u.name", "u.email", "r.requested_at as requestedAt", "r.note"])
    .select(["c.name as checkedBy", "r.checked_at as checkedAt", "r.due_at as dueAt", "r.done_at as doneAt", "r.stopped_at as stoppedAt"])
    .where("r.done_at", "is", null)
    .where("r.stopped_at", "is", null)
    .orderBy("r.requested_at")
    .orderBy("r.id")
    .execute();
  return rows.map((row) => ({ ...row, state: resetState(row, now()) }));
}

/** Where the person's own request stands; undefined when there is none. */
export async function ownFactorReset(db: Kysely<DB>, userId: string) {
  return (await openFactorResets(db)).find((reset) => reset.userId === userId);
}
