import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { reverseTransfer } from "~/features/ledger/post-transfer.server";
import { DomainError } from "~/kernel/domain-error";
import { subtract } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockDesk, lockLine } from "./lock-desk.server";
import { writeAllocated } from "./write-allocated.server";

export type ReleasePayoutLineInput = { key: string; lineId: string; reason: string };

/**
 * Takes a line off the payout that it was wrongly found to be, by reversing entries; both are open again, and the card payments are in
 * card clearing again. Refuses `reason_missing`, `line_unmatched`, `line_ignored` (restore the rest first), and `fund_insufficient` when
 * the money has already been disbursed.
 */
export async function releasePayoutLine(trx: Transaction<DB>, actor: Actor, input: ReleasePayoutLineInput): Promise<{ lineId: string }> {
  requirePlatform(actor, "reconciler");
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("reason_missing", { field: "alasan" });
  return once(trx, { key: input.key, operation: "release-payout-line", input: { ...input, actor: actor.userId } }, async () => {
    await lockDesk(trx);
    const line = await lockLine(trx, input.lineId);
    if (line.status === "ignored") throw new DomainError("line_ignored");
    const payout = await trx.selectFrom("card_payouts").selectAll().where("bank_line_id", "=", line.id).forUpdate().executeTakeFirst();
    if (!payout) throw new DomainError("line_unmatched");
    await reverseEntriesOf(trx, payout.id, actor.userId);
    await trx
      .updateTable("card_payouts")
      .set({ bank_account_id: null, bank_line_id: null, matched_amount: null, matched_by: null, matched_at: null })
      .where("id", "=", payout.id)
      .execute();
    await writeAllocated(trx, line, subtract(line.allocated, payout.matched_amount ?? 0n), actor.userId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_line.payout_released",
      subject: { kind: "bank_line", id: line.id },
      details: { payout: payout.stripe_id, amount: String(line.amount), reason },
    });
    return { lineId: line.id };
  });
}

async function reverseEntriesOf(trx: Transaction<DB>, payoutId: string, actorId: string): Promise<void> {
  const standing = await trx
    .selectFrom("ledger_transfers as t")
    .leftJoin("ledger_transfers as r", (join) => join.onRef("r.proposal_id", "=", "t.proposal_id").onRef("r.reverses", "=", "t.seq"))
    .select(["t.proposal_id as proposalId", "t.seq"])
    .where("t.source_kind", "=", "card_payout")
    .where("t.source_id", "=", payoutId)
    .where("t.reverses", "is", null)
    .where("r.seq", "is", null)
    .orderBy("t.proposal_id")
    .orderBy("t.seq")
    .execute();
  for (const entry of standing) await reverseTransfer(trx, entry, { occurredOn: today(), postedBy: actorId });
}
