import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ResetState, resetState } from "./factor-reset";

/** A way back in with its owner, locked until the transaction ends, in one of the states; refuses `reset_moved`. */
export async function lockFactorReset(trx: Transaction<DB>, resetId: string, ...states: readonly ResetState[]) {
  if (!isId(resetId)) throw new DomainError("reset_moved");
  const reset = await trx
    .selectFrom("factor_resets as r")
    .innerJoin("users as u", "u.id", "r.user_id")
    .select(["r.id", "r.user_id as userId", "r.checked_at as checkedAt", "r.due_at as dueAt", "r.done_at as doneAt"])
    .select(["r.stopped_at as stoppedAt", "u.name", "u.email"])
    .where("r.id", "=", resetId)
    .forUpdate("r")
    .executeTakeFirst();
  if (!reset) throw new DomainError("reset_moved");
  const state = resetState(reset, now());
  if (!states.includes(state)) throw new DomainError(state === "waiting" ? "reset_waits" : "reset_moved");
  return reset;
}
