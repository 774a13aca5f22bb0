import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockAppeal } from "./lock-appeal.server";

/** Asks for an email once the appeal is verified. Following twice is following. */
export async function followAppeal(trx: Transaction<DB>, actor: Actor, input: { appealId: string }): Promise<void> {
  const appeal = await lockAppeal(trx, input.appealId);
  if (appeal.status !== "raised") throw new DomainError("appeal_over");
  await trx
    .insertInto("appeal_followers")
    .values({ appeal_id: appeal.id, user_id: actor.userId, created_at: now() })
    .onConflict((conflict) => conflict.columns(["appeal_id", "user_id"]).doNothing())
    .execute();
}
