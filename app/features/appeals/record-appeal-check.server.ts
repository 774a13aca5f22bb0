import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { CheckResult } from "~/features/proposals/proposal";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { AppealCheckKind } from "./appeal";
import { lockForDuty } from "./require-duty.server";

/** Records what the officer on duty found out about one of the six things; a later word takes the place of an earlier one. */
export async function recordAppealCheck(
  trx: Transaction<DB>,
  actor: Actor,
  input: { appealId: string; kind: AppealCheckKind; result: CheckResult; note: string },
): Promise<void> {
  const appeal = await lockForDuty(trx, actor, input.appealId);
  if (input.kind === "statement" && input.result === "match" && appeal.statement_number === null) {
    throw new DomainError("statement_missing", { field: "result" });
  }
  const check = { result: input.result, note: input.note.trim(), checked_by: actor.userId, checked_at: now() };
  await trx
    .insertInto("appeal_checks")
    .values({ appeal_id: appeal.id, kind: input.kind, ...check })
    .onConflict((conflict) => conflict.columns(["appeal_id", "kind"]).doUpdateSet(check))
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "appeal.checked",
    subject: { kind: "appeal", id: appeal.id },
    organizationId: appeal.organization_id,
    details: { kind: input.kind, result: input.result },
  });
}
