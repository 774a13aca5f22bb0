import type { Kysely } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockFactorReset } from "./lock-factor-reset.server";
import { readStopToken } from "./stop-token.server";
import { tellFactorReset } from "./tell-factor-reset.server";

/** Stops a way back in by the link that its owner was mailed, until it is done. Refuses `link_expired`, `reset_moved`. */
export async function stopFactorReset(db: Kysely<DB>, input: { token: string }): Promise<void> {
  const resetId = readStopToken(input.token);
  if (!resetId) throw new DomainError("link_expired");
  await db.transaction().execute(async (trx) => {
    const reset = await lockFactorReset(trx, resetId, "requested", "waiting", "ready");
    await trx.updateTable("factor_resets").set({ stopped_at: now() }).where("id", "=", reset.id).execute();
    await recordAudit(trx, { actorId: reset.userId, action: "account.factor_reset_stopped", subject: { kind: "user", id: reset.userId } });
    await tellFactorReset(trx, reset, { what: "stopped", dueAt: null });
  });
}
