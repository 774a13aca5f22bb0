import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { moveAppeal } from "./lock-appeal.server";
import { lockForDuty } from "./require-duty.server";
import { tellUnit } from "./tell-appeal.server";

/** Turns an appeal down with a reason that the public reads too; refuses `reason_missing`. */
export async function rejectAppeal(trx: Transaction<DB>, actor: Actor, input: { appealId: string; note: string }): Promise<void> {
  const appeal = await lockForDuty(trx, actor, input.appealId);
  const note = input.note.trim();
  if (note === "") throw new DomainError("reason_missing", { field: "decisionNote" });
  await moveAppeal(trx, appeal, {
    to: "rejected",
    actorId: actor.userId,
    set: { decided_by: actor.userId, decided_at: now(), decision_note: note },
  });
  await tellUnit(trx, appeal, { news: "rejected", note, path: `/darurat/${appeal.code}` });
}
