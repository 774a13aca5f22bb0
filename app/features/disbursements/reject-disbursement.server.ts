import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";
import { tellRejected } from "./tell-community.server";

/** The desk turns a request down, with a reason that the community reads; it may ask again. Refuses `reason_missing`, `disbursement_status`. */
export async function rejectDisbursement(trx: Transaction<DB>, actor: Actor, input: DisbursementId & { reason: string }): Promise<void> {
  requirePlatform(actor, "disburser", "disbursement_approver");
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "reason" });
  const { program, disbursement } = await lockDisbursement(trx, input);
  await moveDisbursement(
    trx,
    disbursement,
    { to: "rejected" },
    { rejected_by: actor.userId, rejected_at: now(), rejection_reason: reason },
  );
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "disbursement.rejected",
    subject: { kind: "disbursement", id: disbursement.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { reason, reference: disbursement.reference },
  });
  await tellRejected(trx, { program, disbursement, reason });
}
