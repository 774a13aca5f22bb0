import { type Transaction, sql } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { storeFile } from "~/features/files/store-file.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { partsOfLines } from "~/features/proposals/program-members.server";
import { getProgramForMoney } from "~/features/proposals/program-queries.server";
import { type Day, dayOf } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { writerRoles } from "./report";
import { requireAcknowledged } from "./start-report.server";
import { claimBudgetLine } from "./claim-budget-line.server";

export type AddReceiptInput = {
  key: string;
  proposalId: string;
  trancheN: number;
  budgetLineId: string;
  /** In a joint program: the group that spent it. A line of one group needs none. */
  memberId?: string | undefined;
  /** Whole rupiah. */
  amount: Rupiah;
  spentOn: Day;
  vendor: string;
  description: string;
  file: File;
};

/**
 * Adds a receipt of what a termin was spent on. Refuses `receipt_exceeds_termin` with what is `left` of the termin, `receipt_exceeds_line`
 * with what is `left` of the budget line, `line_unknown`, `member_missing` when the line is several groups' and none of them is named,
 * `spent_in_future`, `spent_before_start`, `termin_not_acknowledged`, and what `storeFile` refuses.
 */
export async function addReceipt(trx: Transaction<DB>, actor: Actor, input: AddReceiptInput): Promise<{ receiptId: string }> {
  const program = await getProgramForMoney(trx, input.proposalId);
  requireMembership(actor, program.organizationId, ...writerRoles);
  const { file, ...said } = input;
  const seen = { ...said, file: `${file.name}:${file.size}`, actor: actor.userId };
  return once(trx, { key: input.key, operation: "add-receipt", input: seen }, async () => {
    await requireSound(trx, input);
    await claimBudgetLine(trx, input, input.amount);
    const memberId = await spenderOf(trx, input);
    const { fileId } = await storeFile(trx, actor, { organizationId: program.organizationId, access: "parties", file });
    const receiptId = newId();
    await trx
      .insertInto("receipts")
      .values({
        proposal_id: program.id,
        id: receiptId,
        tranche_n: input.trancheN,
        budget_line_id: input.budgetLineId,
        member_id: memberId,
        amount: input.amount,
        spent_on: input.spentOn,
        vendor: input.vendor.trim(),
        description: input.description.trim(),
        file_id: fileId,
        status: "submitted",
        added_by: actor.userId,
        added_at: now(),
      })
      .execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "receipt.added",
      subject: { kind: "receipt", id: receiptId },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { termin: input.trancheN, amount: String(input.amount), vendor: input.vendor.trim() },
    });
    return { receiptId };
  });
}

/** The group of a joint program that spent the receipt: the line's only one, or the one that was named among those of the line. */
async function spenderOf(trx: Transaction<DB>, input: AddReceiptInput): Promise<string | null> {
  const parts = (await partsOfLines(trx, input.proposalId)).get(input.budgetLineId) ?? [];
  if (parts.length < 2) return parts[0]?.memberId ?? null;
  const named = parts.find((part) => part.memberId === input.memberId);
  if (!named) throw new DomainError("member_missing", { field: "budgetLineId" });
  return named.memberId;
}

async function requireSound(trx: Transaction<DB>, input: AddReceiptInput): Promise<void> {
  const termin = await requireAcknowledged(trx, input.proposalId, input.trancheN);
  if (input.amount <= 0n) throw new DomainError("amount_not_positive", { field: "amount" });
  if (input.spentOn > today()) throw new DomainError("spent_in_future", { field: "spentOn" });
  const { published_at } = await trx
    .selectFrom("proposals")
    .select("published_at")
    .where("id", "=", input.proposalId)
    .executeTakeFirstOrThrow();
  if (published_at && input.spentOn < dayOf(published_at)) throw new DomainError("spent_before_start", { field: "spentOn" });
  // The program is locked: nobody adds another receipt of this termin meanwhile.
  const { used } = await trx
    .selectFrom("receipts")
    .select(sql<bigint>`coalesce(sum(amount), 0)::bigint`.as("used"))
    .where("proposal_id", "=", input.proposalId)
    .where("tranche_n", "=", input.trancheN)
    .where("status", "<>", "rejected")
    .executeTakeFirstOrThrow();
  if (used + input.amount > termin) throw new DomainError("receipt_exceeds_termin", { field: "amount", left: termin - used });
}
