import type { Kysely, Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "../actor";
import { withSecondFactor } from "./prove-second-factor.server";
import { issueRecoveryCodes } from "./recovery-codes.server";
import { tellFactorChanged } from "./tell-factor-changed.server";

/** Ten new recovery codes for a person who proves the factor; the old ones end. Shown once. Refuses like `withSecondFactor`. */
export async function reissueRecoveryCodes(db: Kysely<DB>, actor: Actor, input: { code: string }): Promise<{ codes: string[] }> {
  return withSecondFactor(db, { userId: actor.userId, code: input.code }, async (trx) => {
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "account.recovery_codes_issued",
      subject: { kind: "user", id: actor.userId },
    });
    await tellFactorChanged(trx, actor, { what: "codes_issued" });
    return { codes: await issueRecoveryCodes(trx, actor.userId) };
  });
}

/**
 * Takes the second factor away from a person who proves it, with its codes and remembered devices: to enrol another phone, or for good.
 * Who holds a money role is led to enrolment again before anything else. Refuses like `withSecondFactor`.
 */
export async function removeSecondFactor(db: Kysely<DB>, actor: Actor, input: { code: string }): Promise<void> {
  await withSecondFactor(db, { userId: actor.userId, code: input.code }, async (trx) => {
    await trx.deleteFrom("second_factors").where("user_id", "=", actor.userId).execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "account.second_factor_removed",
      subject: { kind: "user", id: actor.userId },
    });
    await tellFactorChanged(trx, actor, { what: "removed" });
  });
}

/** Forgets one remembered device of the person: it will be asked for a code again. Refuses `session_not_found`. */
export async function forgetDevice(trx: Transaction<DB>, actor: Actor, input: { deviceId: string }): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom("remembered_devices")
    .where("id", "=", input.deviceId)
    .where("user_id", "=", actor.userId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new DomainError("session_not_found");
}
