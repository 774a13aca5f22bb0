import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Count } from "./appeal";
import { lockAppeal } from "./lock-appeal.server";
import { communityPowers } from "~/features/identity/powers";

/** Writes a new count of people; the older ones stay. Refuses `appeal_over` once the appeal is, and `parts_exceed` beside the field. */
export async function updateCount(trx: Transaction<DB>, actor: Actor, input: { appealId: string; count: Count }): Promise<void> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, ...communityPowers.raises_appeals);
  if (appeal.status !== "raised" && appeal.status !== "verified") throw new DomainError("appeal_over");
  await writeCount(trx, actor, appeal.id, input.count);
}

export async function writeCount(trx: Transaction<DB>, actor: Actor, appealId: string, count: Count): Promise<void> {
  const whole = Math.max(count.people, count.displaced);
  for (const part of ["toddlers", "elderly", "disabled"] as const) {
    if (count[part] > whole) throw new DomainError("parts_exceed", { field: part, whole });
  }
  await trx
    .insertInto("appeal_counts")
    .values({ appeal_id: appealId, id: newId(), ...count, counted_by: actor.userId, counted_at: now() })
    .execute();
}
