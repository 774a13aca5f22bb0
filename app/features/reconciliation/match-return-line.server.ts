import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { recordDisbursementReturned } from "~/features/disbursements/record-disbursement-returned.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { platformFund } from "~/features/ledger/ledger";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { isOpenLine } from "./reconciliation";
import { writeAllocated } from "./write-allocated.server";

export type MatchReturnLineInput = { key: string; lineId: string; proposalId: string; disbursementId: string; reference: string };

/**
 * Says that an incoming line is a disbursement which the bank sent back: the money leaves suspense for the program's fund, which holds it
 * only now that it has arrived, and the termin waits to be prepared anew. Refuses `line_closed`, `line_outgoing`, `line_over_allocated`
 * when a part of the line belongs elsewhere, and what `recordDisbursementReturned` refuses.
 */
export async function matchReturnLine(trx: Transaction<DB>, actor: Actor, input: MatchReturnLineInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  return once(trx, { key: input.key, operation: "match-return-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (line.direction !== "in") throw new DomainError("line_outgoing");
    if (!isOpenLine(line.status)) throw new DomainError("line_closed");
    if (line.allocated > 0n) throw new DomainError("line_over_allocated", { left: line.left });
    const { proposalId, disbursementId, reference } = input;
    await recordDisbursementReturned(trx, { proposalId, disbursementId, reference, line, reason: line.description, actorId: actor.userId });
    await postTransfer(trx, {
      proposalId: platformFund,
      kind: "match",
      amount: line.amount,
      source: { kind: "bank_line", id: line.id },
      occurredOn: line.bookedOn,
      postedBy: actor.userId,
    });
    await writeAllocated(trx, line, line.amount, actor.userId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.return_matched",
      subject: { kind: "bank_line", id: line.id },
      proposalId,
      details: { reference, amount: String(line.amount) },
    });
    return { lineId: line.id };
  });
}
