import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type Actor, requirePlatform } from "../actor";
import { waitingHours } from "./factor-reset";
import { lockFactorReset } from "./lock-factor-reset.server";
import { tellFactorReset } from "./tell-factor-reset.server";
import { platformPowers } from "~/features/identity/powers";

/**
 * An administrator records how it was checked, in person, that it is the owner who asks; the day of waiting begins and the owner is mailed.
 * Refuses `own_account`, `note_missing` and `reset_moved`.
 */
export async function checkFactorReset(
  trx: Transaction<DB>,
  actor: Actor,
  input: { resetId: string; note: string },
): Promise<{ dueAt: Date }> {
  requirePlatform(actor, ...platformPowers.resets_factors);
  const reset = await lockFactorReset(trx, input.resetId, "requested");
  if (reset.userId === actor.userId) throw new DomainError("own_account");
  const note = input.note.trim();
  if (note === "") throw new DomainError("note_missing", { field: "note" });
  const dueAt = new Date(now().getTime() + waitingHours * 3_600_000);
  await trx
    .updateTable("factor_resets")
    .set({ checked_by: actor.userId, checked_at: now(), note, due_at: dueAt })
    .where("id", "=", reset.id)
    .execute();
  await recordAudit(trx, { actorId: actor.userId, action: "account.factor_reset_checked", subject: { kind: "user", id: reset.userId } });
  await tellFactorReset(trx, reset, { what: "checked", dueAt });
  return { dueAt };
}
