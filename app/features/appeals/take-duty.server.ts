import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { platformPowers } from "~/features/identity/powers";

/** Takes the duty over from whoever has it: one officer at a time is on duty. Taking what one has already changes nothing. */
export async function takeDuty(trx: Transaction<DB>, actor: Actor): Promise<void> {
  requirePlatform(actor, ...platformPowers.checks_appeals);
  const current = await trx.selectFrom("duty_turns").select(["id", "user_id"]).where("ended_at", "is", null).forUpdate().executeTakeFirst();
  if (current?.user_id === actor.userId) return;
  if (current) await trx.updateTable("duty_turns").set({ ended_at: now() }).where("id", "=", current.id).execute();
  const id = newId();
  await trx.insertInto("duty_turns").values({ id, user_id: actor.userId, began_at: now() }).execute();
  await recordAudit(trx, { actorId: actor.userId, action: "duty.taken", subject: { kind: "duty_turn", id } });
}
