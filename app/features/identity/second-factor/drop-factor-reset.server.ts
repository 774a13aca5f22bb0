import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "../actor";
import { tellFactorReset } from "./tell-factor-reset.server";

/**
 * Whoever has just proven the factor has not lost it: an open way back in ends, and the owner is mailed. One that is being completed at this
 * moment is left to whoever completes it, since waiting for it here could wait for ever.
 */
export async function dropFactorReset(trx: Transaction<DB>, actor: Actor): Promise<void> {
  const open = await trx
    .selectFrom("factor_resets")
    .select("id")
    .where("user_id", "=", actor.userId)
    .where("done_at", "is", null)
    .where("stopped_at", "is", null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!open) return;
  await trx.updateTable("factor_resets").set({ stopped_at: now() }).where("id", "=", open.id).execute();
  await recordAudit(trx, { actorId: actor.userId, action: "account.factor_reset_stopped", subject: { kind: "user", id: actor.userId } });
  await tellFactorReset(trx, { ...actor, id: open.id }, { what: "stopped", dueAt: null });
}
