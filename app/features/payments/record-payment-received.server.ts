import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { recordAudit } from "~/features/audit/record-audit.server";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import type { Rupiah } from "~/kernel/money";
import { settleAsks } from "~/platform/notices.server";
import { lockPayment } from "./lock-payment.server";
import { afterReceipt, leftOf } from "./payment";
import { tellPaymentReceived } from "./tell-payment-received.server";

export type PaymentMovement = {
  proposalId: string;
  paymentId: string;
  /** Whole rupiah. */
  amount: Rupiah;
  /** What brings the money: the allocation of a bank line, or a card payment. */
  source: { kind: "allocation" | "card_payment"; id: string };
  occurredOn: Day;
  /** Null when the system matched by itself, and for a card. */
  postedBy: string | null;
};

/**
 * Money of a bank line or of a card has reached a payment: the payment, its pledge and the program's fund say so, and both sides are told.
 * Refuses `payment_closed` when nothing is expected any more and `payment_overpaid` (with `left`) when it is more than what is left.
 */
export async function recordPaymentReceived(trx: Transaction<DB>, movement: PaymentMovement): Promise<void> {
  const { proposalId, paymentId, amount } = movement;
  const { payment, pledge } = await lockPayment(trx, proposalId, paymentId);
  if (pledge.status !== "committed") throw new DomainError("payment_closed");
  const changed = afterReceipt(payment, amount);
  if (!changed.ok) throw new DomainError(changed.code, { left: leftOf(payment) });

  const { dueOn } = await trx
    .updateTable("payments")
    .set({ status: changed.payment.status, received: changed.payment.received })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", paymentId)
    .where("status", "=", payment.status)
    .returning("due_on as dueOn")
    .executeTakeFirstOrThrow();
  if (changed.payment.status === "received") await settleAsks(trx, [`/ruang/perusahaan/komitmen/${pledge.id}`], { dueOn });
  await postTransfer(trx, {
    proposalId,
    kind: movement.source.kind === "card_payment" ? "card_receipt" : "receipt",
    amount,
    pledgeId: pledge.id,
    source: movement.source,
    occurredOn: movement.occurredOn,
    postedBy: movement.postedBy,
  });
  await settleWhenAllIsReceived(trx, proposalId, pledge.id);
  await recordAudit(trx, {
    actorId: movement.postedBy,
    action: "payment.received",
    subject: { kind: "pledge", id: pledge.id },
    organizationId: pledge.companyId,
    proposalId,
    details: {
      payment: payment.n,
      amount: String(amount),
      left: String(leftOf(changed.payment)),
      ...(movement.source.kind === "card_payment" && { by: "card" }),
    },
  });
  await tellPaymentReceived(trx, movement);
}

async function settleWhenAllIsReceived(trx: Transaction<DB>, proposalId: string, pledgeId: string): Promise<void> {
  const open = await trx
    .selectFrom("payments")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("pledge_id", "=", pledgeId)
    .where("status", "in", ["planned", "expected", "partly_received"])
    .limit(1)
    .executeTakeFirst();
  if (open) return;
  await trx
    .updateTable("pledges")
    .set({ status: "settled" })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", pledgeId)
    .where("status", "=", "committed")
    .execute();
}
