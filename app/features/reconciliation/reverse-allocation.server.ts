import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { undoPaymentReceived } from "~/features/payments/undo-payment-received.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { subtract } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { reverseEntry } from "./reverse-entry.server";
import { writeAllocated } from "./write-allocated.server";

export type ReverseAllocationInput = { key: string; allocationId: string; reason: string };

/**
 * Takes one allocation back: the receipt and the match are reversed in the ledger, the payment expects the money again, and the line is
 * open. Others of the same line stay. Refuses `reason_missing`, `allocation_unknown`, `already_reversed`, `line_ignored` (restore the
 * rest first) and `fund_insufficient` when the money has already been disbursed.
 */
export async function reverseAllocation(trx: Transaction<DB>, actor: Actor, input: ReverseAllocationInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "alasan" });
  return once(trx, { key: input.key, operation: "reverse-allocation", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const allocation = await lockAllocation(trx, input.allocationId);
    if (allocation.reversed_at) throw new DomainError("already_reversed");
    const line = await lockLine(trx, allocation.bank_line_id);
    if (line.status === "ignored") throw new DomainError("line_ignored");
    const { proposal_id: proposalId, payment_id: paymentId, amount, id: allocationId } = allocation;
    const source = { kind: "allocation", id: allocationId } as const;
    await undoPaymentReceived(trx, { proposalId, paymentId, amount, source, occurredOn: today(), postedBy: actor.userId });
    await reverseEntry(trx, { source, kinds: ["match"], actorId: actor.userId });
    await trx
      .updateTable("allocations")
      .set({ reversed_at: now(), reversed_by: actor.userId, reversal_reason: reason })
      .where("proposal_id", "=", proposalId)
      .where("id", "=", allocationId)
      .where("reversed_at", "is", null)
      .executeTakeFirstOrThrow();
    await writeAllocated(trx, line, subtract(line.allocated, amount), actor.userId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "allocation.reversed",
      subject: { kind: "bank_line", id: line.id },
      proposalId,
      details: { amount: String(amount), reason },
    });
    return { lineId: line.id };
  });
}

async function lockAllocation(trx: Transaction<DB>, allocationId: string) {
  const allocation = isId(allocationId)
    ? await trx
        .selectFrom("allocations")
        .select(["proposal_id", "id", "payment_id", "bank_line_id", "amount", "reversed_at"])
        .where("id", "=", allocationId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!allocation) throw new DomainError("allocation_unknown");
  return allocation;
}
