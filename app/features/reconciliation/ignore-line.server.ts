import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { platformFund } from "~/features/ledger/ledger";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { type IgnoreReason, ignoreReasonsFor, isOpenLine } from "./reconciliation";

export type IgnoreLineInput = { key: string; lineId: string; reason: IgnoreReason; note?: string };

/**
 * Says why what is left of a line is no program money, and books it outside the programs. Refuses `line_closed`, `reason_unfit` for a
 * reason that the line's direction doesn't allow, and `note_missing` for `other` without a note.
 */
export async function ignoreLine(trx: Transaction<DB>, actor: Actor, input: IgnoreLineInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  const note = input.note?.trim() ?? "";
  if (input.reason === "other" && note === "") throw new DomainError("note_missing", { field: "catatan" });
  return once(trx, { key: input.key, operation: "ignore-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (!isOpenLine(line.status)) throw new DomainError("line_closed");
    if (!ignoreReasonsFor(line.direction).includes(input.reason)) throw new DomainError("reason_unfit", { field: "alasan" });
    await trx
      .updateTable("bank_lines")
      .set({
        status: "ignored",
        ignored_reason_code: input.reason,
        ignored_note: note || null,
        decided_by: actor.userId,
        decided_at: now(),
      })
      .where("bank_account_id", "=", line.bankAccountId)
      .where("id", "=", line.id)
      .execute();
    await postTransfer(trx, {
      proposalId: platformFund,
      kind: line.direction === "in" ? "non_program" : "withdrawal",
      amount: line.left,
      source: { kind: "bank_line", id: line.id },
      occurredOn: line.bookedOn,
      postedBy: actor.userId,
    });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.ignored",
      subject: { kind: "bank_line", id: line.id },
      details: { amount: String(line.left), reason: input.reason, note },
    });
    return { lineId: line.id };
  });
}
