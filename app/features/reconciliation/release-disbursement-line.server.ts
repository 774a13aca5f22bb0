import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { writeAllocated } from "./write-allocated.server";

export type ReleaseDisbursementLineInput = { key: string; lineId: string; reason: string };

/** Takes an outgoing line off the disbursement that it was wrongly matched to; both are open again. Refuses `line_unmatched`, `reason_missing`. */
export async function releaseDisbursementLine(
  trx: Transaction<DB>,
  actor: Actor,
  input: ReleaseDisbursementLineInput,
): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "alasan" });
  return once(trx, { key: input.key, operation: "release-disbursement-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    const released = await releaseAttempt(trx, line.id);
    if (!released) throw new DomainError("line_unmatched");
    await writeAllocated(trx, line, 0n, actor.userId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.disbursement_released",
      subject: { kind: "bank_line", id: line.id },
      proposalId: released.proposal_id,
      details: { reference: released.reference, amount: String(line.amount), reason },
    });
    return { lineId: line.id };
  });
}

/** Forgets the line by which a transfer left, also when the transfer has come back since. */
async function releaseAttempt(trx: Transaction<DB>, lineId: string) {
  const noLine = { bank_account_id: null, bank_line_id: null };
  const released = await trx
    .updateTable("disbursements")
    .set(noLine)
    .where("bank_line_id", "=", lineId)
    .returning(["proposal_id", "reference"])
    .executeTakeFirst();
  if (released) return released;
  return trx
    .updateTable("disbursement_returns")
    .set(noLine)
    .where("bank_line_id", "=", lineId)
    .where("reversed_at", "is", null)
    .returning(["proposal_id", "reference"])
    .executeTakeFirst();
}
