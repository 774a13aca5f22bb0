import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";

/** The bank could not carry out a transfer that was sent: it was never counted, and is prepared again. Refuses `reason_missing`, `disbursement_status`. */
export async function returnDisbursement(trx: Transaction<DB>, actor: Actor, input: DisbursementId & { reason: string }): Promise<void> {
  requirePlatform(actor, "disburser");
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "reason" });
  const { program, disbursement } = await lockDisbursement(trx, input);
  await moveDisbursement(trx, disbursement, { from: "sent", to: "returned" }, { returned_at: now(), return_reason: reason });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "disbursement.returned",
    subject: { kind: "disbursement", id: disbursement.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { reason, reference: disbursement.reference },
  });
}
