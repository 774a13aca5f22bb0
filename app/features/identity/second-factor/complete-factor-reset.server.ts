import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type Actor, requirePlatform } from "../actor";
import { lockFactorReset } from "./lock-factor-reset.server";
import { tellFactorReset } from "./tell-factor-reset.server";
import { platformPowers } from "~/features/identity/powers";

/**
 * Ends the lost factor after the day of waiting, with its codes, devices and every session. Money stays closed to the owner until a new factor
 * is proven: the guard sees to that. Refuses `own_account`, `reset_waits` and `reset_moved`.
 */
export async function completeFactorReset(trx: Transaction<DB>, actor: Actor, input: { resetId: string }): Promise<void> {
  requirePlatform(actor, ...platformPowers.resets_factors);
  const reset = await lockFactorReset(trx, input.resetId, "ready");
  if (reset.userId === actor.userId) throw new DomainError("own_account");
  await trx.updateTable("factor_resets").set({ done_by: actor.userId, done_at: now() }).where("id", "=", reset.id).execute();
  await trx.deleteFrom("second_factors").where("user_id", "=", reset.userId).execute();
  await trx.deleteFrom("sessions").where("user_id", "=", reset.userId).execute();
  await recordAudit(trx, { actorId: actor.userId, action: "account.factor_reset_done", subject: { kind: "user", id: reset.userId } });
  await tellFactorReset(trx, reset, { what: "done", dueAt: null });
}
