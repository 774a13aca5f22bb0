import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { undoDisbursementReturned } from "~/features/disbursements/undo-disbursement-returned.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { reverseEntry } from "./reverse-entry.server";
import { writeAllocated } from "./write-allocated.server";

export type ReleaseReturnLineInput = { key: string; lineId: string; reason: string };

/**
 * Takes an incoming line off the disbursement whose return it was wrongly taken for: the entries are reversed, the money is in suspense
 * and the transfer is on its way as before. Refuses `reason_missing`, `line_unmatched`, and what `undoDisbursementReturned` refuses.
 */
export async function releaseReturnLine(trx: Transaction<DB>, actor: Actor, input: ReleaseReturnLineInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "alasan" });
  return once(trx, { key: input.key, operation: "release-return-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    const returned = await trx
      .selectFrom("disbursement_returns")
      .select(["proposal_id as proposalId", "disbursement_id as disbursementId", "reference"])
      .where("return_line_id", "=", line.id)
      .where("reversed_at", "is", null)
      .executeTakeFirst();
    if (!returned) throw new DomainError("line_unmatched");
    await undoDisbursementReturned(trx, { ...returned, reason, actorId: actor.userId });
    await reverseEntry(trx, { source: { kind: "bank_line", id: line.id }, kinds: ["match"], actorId: actor.userId });
    await writeAllocated(trx, line, 0n, actor.userId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.return_released",
      subject: { kind: "bank_line", id: line.id },
      proposalId: returned.proposalId,
      details: { reference: returned.reference, amount: String(line.amount), reason },
    });
    return { lineId: line.id };
  });
}
