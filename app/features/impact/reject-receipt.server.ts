import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ReceiptId, lockReceipt } from "./lock-receipt.server";
import { tellReceiptRejected } from "./tell-report.server";
import { freeBudgetLine } from "./claim-budget-line.server";
import { platformPowers } from "~/features/identity/powers";

/** The verifier turns a receipt down, with a reason that the community reads. Refuses `reason_missing`, `receipt_decided`, `same_person`. */
export async function rejectReceipt(trx: Transaction<DB>, actor: Actor, input: ReceiptId & { reason: string }): Promise<void> {
  requirePlatform(actor, ...platformPowers.checks_reports);
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "reason" });
  const { program, receipt } = await lockReceipt(trx, input);
  if (receipt.status !== "submitted") throw new DomainError("receipt_decided");
  if (receipt.addedBy === actor.userId) throw new DomainError("same_person");
  await trx
    .updateTable("receipts")
    .set({ status: "rejected", decided_by: actor.userId, decided_at: now(), rejection_reason: reason })
    .where("proposal_id", "=", program.id)
    .where("id", "=", receipt.id)
    .where("status", "=", "submitted")
    .executeTakeFirstOrThrow();
  await freeBudgetLine(trx, { proposalId: program.id, budgetLineId: receipt.budgetLineId }, receipt.amount);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "receipt.rejected",
    subject: { kind: "receipt", id: receipt.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { amount: String(receipt.amount), vendor: receipt.vendor, reason },
  });
  await tellReceiptRejected(trx, { program, receipt, reason });
}
