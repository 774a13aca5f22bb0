import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";
import { lockAppeal, moveAppeal } from "./lock-appeal.server";
import { communityPowers } from "~/features/identity/powers";

/** Takes back an appeal that nobody has decided yet. */
export async function withdrawAppeal(trx: Transaction<DB>, actor: Actor, input: { appealId: string }): Promise<void> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, ...communityPowers.ends_appeals);
  await moveAppeal(trx, appeal, { to: "withdrawn", actorId: actor.userId });
}
