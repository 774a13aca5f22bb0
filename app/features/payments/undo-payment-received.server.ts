import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { recordAudit } from "~/features/audit/record-audit.server";
import { postTransfer, reverseTransfer } from "~/features/ledger/post-transfer.server";
import { isCommitted } from "~/features/pledges/pledge";
import { DomainError } from "~/kernel/domain-error";
import { lockPayment } from "./lock-payment.server";
import { afterUndo } from "./payment";
import type { PaymentMovement } from "./record-payment-received.server";

/**
 * Takes an arrival back out of a payment, because the match was wrong: reverses the receipt in the ledger, and the payment and its
 * pledge go back. Refuses `fund_insufficient` when the money has already been disbursed, `receipt_unknown` and `already_reversed`.
 */
export async function undoPaymentReceived(trx: Transaction<DB>, movement: PaymentMovement): Promise<void> {
  const { proposalId, paymentId, amount } = movement;
  const { payment, pledge } = await lockPayment(trx, proposalId, paymentId);
  const closed = !isCommitted(pledge.status);
  const changed = afterUndo(payment, amount, closed);
  if (!changed.ok) throw new DomainError(changed.code);

  const by = { occurredOn: movement.occurredOn, postedBy: movement.postedBy };
  await reverseTransfer(trx, { proposalId, seq: await receiptOf(trx, movement) }, by);
  // What a pledge that is no longer in force still commits is exactly what stays of its money.
  if (closed) {
    const source = { kind: "pledge", id: pledge.id } as const;
    await postTransfer(trx, {
      proposalId,
      kind: "commitment_release",
      amount,
      pledgeId: pledge.id,
      source,
      ...by,
    });
  }
  await trx
    .updateTable("payments")
    .set({
      status: changed.payment.status,
      received: changed.payment.received,
      amount: changed.payment.amount,
    })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", paymentId)
    .where("status", "=", payment.status)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("pledges")
    .set({ status: "committed" })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", pledge.id)
    .where("status", "=", "settled")
    .execute();
  await recordAudit(trx, {
    actorId: movement.postedBy,
    action: "payment.undone",
    subject: { kind: "pledge", id: pledge.id },
    organizationId: pledge.companyId,
    proposalId,
    details: { payment: payment.n, amount: String(amount) },
  });
}

async function receiptOf(trx: Transaction<DB>, movement: PaymentMovement): Promise<bigint> {
  const receipt = await trx
    .selectFrom("ledger_transfers")
    .select(["seq", "amount"])
    .where("proposal_id", "=", movement.proposalId)
    .where("source_kind", "=", movement.source.kind)
    .where("source_id", "=", movement.source.id)
    .where("kind", "in", ["receipt", "card_receipt"])
    .where("reverses", "is", null)
    .executeTakeFirst();
  if (!receipt || receipt.amount !== movement.amount) throw new DomainError("receipt_unknown");
  return receipt.seq;
}
