import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { type ReceiptId, lockReceipt } from "./lock-receipt.server";
import { writerRoles } from "./report";
import { freeBudgetLine } from "./claim-budget-line.server";

/** Takes back a receipt that nobody has decided about; the audit log remembers it. Refuses `receipt_decided`. */
export async function removeReceipt(trx: Transaction<DB>, actor: Actor, input: ReceiptId): Promise<void> {
  const { program, receipt } = await lockReceipt(trx, input);
  requireMembership(actor, program.organizationId, ...writerRoles);
  if (receipt.status !== "submitted") throw new DomainError("receipt_decided");
  await trx.deleteFrom("receipts").where("proposal_id", "=", program.id).where("id", "=", receipt.id).execute();
  await freeBudgetLine(trx, { proposalId: program.id, budgetLineId: receipt.budgetLineId }, receipt.amount);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "receipt.removed",
    subject: { kind: "receipt", id: receipt.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { amount: String(receipt.amount), vendor: receipt.vendor },
  });
}
