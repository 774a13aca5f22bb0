import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "../actor";
import { tellAdministrators, tellFactorReset } from "./tell-factor-reset.server";

/**
 * Asks for a way back in for somebody who knows the password and has lost phone and recovery codes; asking twice is one request. The owner is
 * mailed at once, with a link that stops it; administrators are asked to check who it is. Refuses `factor_missing` when there is nothing to reset.
 */
export async function requestFactorReset(trx: Transaction<DB>, actor: Actor): Promise<{ resetId: string }> {
  const factor = await trx
    .selectFrom("second_factors")
    .select("user_id")
    .where("user_id", "=", actor.userId)
    .where("enrolled_at", "is not", null)
    .forUpdate()
    .executeTakeFirst();
  if (!factor) throw new DomainError("factor_missing");
  const open = await trx
    .selectFrom("factor_resets")
    .select("id")
    .where("user_id", "=", actor.userId)
    .where("done_at", "is", null)
    .where("stopped_at", "is", null)
    .executeTakeFirst();
  if (open) return { resetId: open.id };
  const [resetId, requestedAt] = [newId(), now()];
  await trx.insertInto("factor_resets").values({ id: resetId, user_id: actor.userId, requested_at: requestedAt }).execute();
  await recordAudit(trx, { actorId: actor.userId, action: "account.factor_reset_requested", subject: { kind: "user", id: actor.userId } });
  await tellFactorReset(trx, { ...actor, id: resetId }, { what: "requested", dueAt: null });
  await tellAdministrators(trx, { ...actor, id: resetId }, requestedAt);
  return { resetId };
}
