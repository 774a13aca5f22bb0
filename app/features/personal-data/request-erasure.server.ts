import type { Kysely, Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { passwordMatches } from "~/features/identity/passwords.server";
import { limits, spendTry } from "~/features/identity/rate-limit.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { erasureObstacles } from "./erasure-obstacles.server";
import { tellErasure } from "./tell-erasure.server";

const coolingOffDays = 7;

/**
 * Asks that the account be erased, seven days from now. Refuses `password_wrong`, `erasure_requested` (asked already), the code of the
 * first obstacle, and `rate_limited`.
 */
export async function requestErasure(db: Kysely<DB>, actor: Actor, input: { password: string }): Promise<{ dueAt: Date }> {
  await spendTry(db, limits.passwordChange, actor.userId);
  const credential = await db.selectFrom("credentials").select("password").where("user_id", "=", actor.userId).executeTakeFirst();
  const right = credential?.password && (await passwordMatches(credential.password, input.password));
  if (!right) throw new DomainError("password_wrong", { field: "password" });
  return db.transaction().execute(async (trx) => {
    const [obstacle] = await erasureObstacles(trx, actor.userId);
    if (obstacle) {
      const { code, ...details } = obstacle;
      throw new DomainError(code, details);
    }
    const dueAt = new Date(now().getTime() + coolingOffDays * 86_400_000);
    const asked = await trx
      .insertInto("account_erasures")
      .values({ user_id: actor.userId, requested_at: now(), due_at: dueAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning("user_id")
      .executeTakeFirst();
    if (!asked) throw new DomainError("erasure_requested");
    const subject = { kind: "user", id: actor.userId } as const;
    await recordAudit(trx, { actorId: actor.userId, action: "account.erasure_requested", subject });
    await tellErasure(trx, actor, { what: "requested", dueAt });
    return { dueAt };
  });
}

/** Takes the request back; the account stays as it is. Refuses `erasure_not_requested`. */
export async function cancelErasure(trx: Transaction<DB>, actor: Actor, _input: Record<string, never>): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom("account_erasures").where("user_id", "=", actor.userId).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new DomainError("erasure_not_requested");
  const subject = { kind: "user", id: actor.userId } as const;
  await recordAudit(trx, { actorId: actor.userId, action: "account.erasure_cancelled", subject });
  await tellErasure(trx, actor, { what: "cancelled", dueAt: null });
}
