import type { Kysely, Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { decrypt } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { clearTries, limits, spendTry } from "../rate-limit.server";
import { takeRecoveryCode } from "./recovery-codes.server";
import { stepOfCode } from "./totp.server";

export type Proof = "code" | "recovery";

/**
 * Does something in one transaction for a person who proves the second factor with a code of the app or a recovery code; either counts
 * once. Refuses `factor_code_form`, `factor_code_wrong` (with the tries left), `factor_code_used` and `rate_limited`.
 */
export async function withSecondFactor<T>(
  db: Kysely<DB>,
  input: { userId: string; code: string },
  work: (trx: Transaction<DB>, proof: Proof) => Promise<T>,
): Promise<T> {
  const { left } = await spendTry(db, limits.secondFactor, input.userId);
  const result = await db.transaction().execute(async (trx) => work(trx, await prove(trx, input.userId, input.code, left)));
  await clearTries(db, limits.secondFactor, input.userId);
  return result;
}

async function prove(trx: Transaction<DB>, userId: string, typed: string, left: number): Promise<Proof> {
  const digits = typed.replace(/\s/g, "");
  if (/^\d+$/.test(digits)) {
    if (digits.length !== 6) throw new DomainError("factor_code_form", { field: "code" });
    await takeTotpCode(trx, userId, digits, left);
    return "code";
  }
  if (await takeRecoveryCode(trx, userId, typed)) return "recovery";
  throw new DomainError("factor_code_wrong", { field: "code", left });
}

/** Takes a code of the app: the write says which step was last, so of two senders of one code only one gets in. */
export async function takeTotpCode(trx: Transaction<DB>, userId: string, code: string, left: number): Promise<void> {
  const factor = await trx.selectFrom("second_factors").select("secret").where("user_id", "=", userId).executeTakeFirst();
  const step = factor && stepOfCode(decrypt(factor.secret, "second-factor"), code, now());
  if (step === undefined) throw new DomainError("factor_code_wrong", { field: "code", left });
  const { numUpdatedRows } = await trx
    .updateTable("second_factors")
    .set({ last_step: step })
    .where("user_id", "=", userId)
    .where("last_step", "<", step)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new DomainError("factor_code_used", { field: "code" });
}
