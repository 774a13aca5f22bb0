import type { Kysely, Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { recordAudit } from "~/features/audit/record-audit.server";
import { encrypt } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "../actor";
import { clearTries, limits, spendTry } from "../rate-limit.server";
import { takeTotpCode } from "./prove-second-factor.server";
import { issueRecoveryCodes } from "./recovery-codes.server";
import { tellFactorChanged } from "./tell-factor-changed.server";
import { newTotpSecret } from "./totp.server";

/** Makes the secret that the person's app is to learn; it protects nothing until a code of it was typed. Refuses `factor_enrolled`. */
export async function startEnrolment(trx: Transaction<DB>, actor: Actor, _input: Record<string, never>): Promise<void> {
  const fresh = { secret: encrypt(newTotpSecret(), "second-factor"), started_at: now() };
  const begun = await trx
    .insertInto("second_factors")
    .values({ user_id: actor.userId, ...fresh })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(fresh).where("second_factors.enrolled_at", "is", null))
    .returning("user_id")
    .executeTakeFirst();
  if (!begun) throw new DomainError("factor_enrolled");
}

/**
 * Ends the enrolment with a code that the app shows: from now on every sign-in asks for one, and other devices are asked too. Gives ten
 * recovery codes, to be shown once. Refuses `factor_not_started`, `factor_enrolled`, `factor_code_form`, `factor_code_wrong`, `rate_limited`.
 */
export async function finishEnrolment(
  db: Kysely<DB>,
  actor: Actor,
  input: { code: string; sessionId: string | null },
): Promise<{ codes: string[] }> {
  const { left } = await spendTry(db, limits.secondFactor, actor.userId);
  const codes = await db.transaction().execute(async (trx) => {
    const factor = await trx
      .selectFrom("second_factors")
      .select("enrolled_at")
      .where("user_id", "=", actor.userId)
      .forUpdate()
      .executeTakeFirst();
    if (!factor) throw new DomainError("factor_not_started");
    if (factor.enrolled_at) throw new DomainError("factor_enrolled");
    const code = input.code.replace(/\s/g, "");
    if (!/^\d{6}$/.test(code)) throw new DomainError("factor_code_form", { field: "code" });
    await takeTotpCode(trx, actor.userId, code, left);
    await trx.updateTable("second_factors").set({ enrolled_at: now() }).where("user_id", "=", actor.userId).execute();
    if (input.sessionId) await trx.updateTable("sessions").set({ second_factor_at: now() }).where("id", "=", input.sessionId).execute();
    await trx
      .deleteFrom("sessions")
      .where("user_id", "=", actor.userId)
      .$if(input.sessionId !== null, (query) => query.where("id", "<>", input.sessionId))
      .execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "account.second_factor_enrolled",
      subject: { kind: "user", id: actor.userId },
    });
    await tellFactorChanged(trx, actor, { what: "enrolled" });
    return issueRecoveryCodes(trx, actor.userId);
  });
  await clearTries(db, limits.secondFactor, actor.userId);
  return { codes };
}
