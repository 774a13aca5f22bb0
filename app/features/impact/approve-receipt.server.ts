import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { drawFromPledges } from "~/features/ledger/draw-from-pledges.server";
import { completeProgram } from "~/features/proposals/complete-program.server";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ReceiptId, lockReceipt } from "./lock-receipt.server";
import { platformPowers } from "~/features/identity/powers";

/**
 * The verifier finds a receipt sound: its amount is accounted for, oldest arrival first. Refuses `receipt_decided` (somebody was
 * faster), `same_person` for who added it, and `fund_insufficient` when the community holds less than it claims to have spent.
 */
export async function approveReceipt(
  trx: Transaction<DB>,
  actor: Actor,
  input: ReceiptId & { key: string },
): Promise<{ receiptId: string }> {
  requirePlatform(actor, ...platformPowers.checks_reports);
  return once(trx, { key: input.key, operation: "approve-receipt", input: { ...input, actor: actor.userId } }, async () => {
    const { program, receipt } = await lockReceipt(trx, input);
    if (receipt.status !== "submitted") throw new DomainError("receipt_decided");
    if (receipt.addedBy === actor.userId) throw new DomainError("same_person");
    await trx
      .updateTable("receipts")
      .set({ status: "approved", decided_by: actor.userId, decided_at: now() })
      .where("proposal_id", "=", program.id)
      .where("id", "=", receipt.id)
      .where("status", "=", "submitted")
      .executeTakeFirstOrThrow();
    await drawFromPledges(trx, {
      proposalId: program.id,
      kind: "accounting",
      amount: receipt.amount,
      source: { kind: "receipt", id: receipt.id },
      occurredOn: today(),
      postedBy: actor.userId,
    });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "receipt.approved",
      subject: { kind: "receipt", id: receipt.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { amount: String(receipt.amount), vendor: receipt.vendor },
    });
    // The last receipt of a program can come after its last report.
    await completeProgram(trx, { proposalId: program.id, actorId: actor.userId });
    return { receiptId: receipt.id };
  });
}
