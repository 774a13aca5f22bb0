import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { lineStatusFor } from "./reconciliation";
import { reverseEntry } from "./reverse-entry.server";

export type RestoreIgnoredLineInput = { key: string; lineId: string };

/** Opens an ignored line again: its entry outside the programs is reversed. Refuses `line_not_ignored`. */
export async function restoreIgnoredLine(trx: Transaction<DB>, actor: Actor, input: RestoreIgnoredLineInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  return once(trx, { key: input.key, operation: "restore-ignored-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (line.status !== "ignored") throw new DomainError("line_not_ignored");
    await reverseEntry(trx, { source: { kind: "bank_line", id: line.id }, kinds: ["non_program", "withdrawal"], actorId: actor.userId });
    await trx
      .updateTable("bank_lines")
      .set({
        status: lineStatusFor(line.amount, line.allocated),
        ignored_reason_code: null,
        ignored_note: null,
        decided_by: actor.userId,
        decided_at: now(),
      })
      .where("bank_account_id", "=", line.bankAccountId)
      .where("id", "=", line.id)
      .where("status", "=", "ignored")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.restored",
      subject: { kind: "bank_line", id: line.id },
      details: { amount: String(line.left) },
    });
    return { lineId: line.id };
  });
}
