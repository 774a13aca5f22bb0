import { type Transaction, sql } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";

type BudgetLineId = { proposalId: string; budgetLineId: string };

/**
 * Counts a receipt's amount, in whole rupiah, as used of its budget line. Spending outside the RAB needs a change of the RAB: what
 * receipts that wait or were approved claim of a line never exceeds it, whatever the termin still has. Refuses `line_unknown`, and
 * `receipt_exceeds_line` with what is `left` of the line.
 */
export async function claimBudgetLine(trx: Transaction<DB>, { proposalId, budgetLineId }: BudgetLineId, amount: Rupiah): Promise<void> {
  const line = isId(budgetLineId)
    ? await trx
        .selectFrom("budget_lines")
        .select(["description", "amount", "receipted"])
        .where("proposal_id", "=", proposalId)
        .where("id", "=", budgetLineId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!line) throw new DomainError("line_unknown", { field: "budgetLineId" });
  const left = (line.amount ?? 0n) - line.receipted;
  if (amount > left) throw new DomainError("receipt_exceeds_line", { field: "amount", left, line: line.description });
  await add(trx, { proposalId, budgetLineId }, amount);
}

/** Gives a budget line back what a receipt claimed that was taken back or turned down. */
export function freeBudgetLine(trx: Transaction<DB>, id: BudgetLineId, amount: Rupiah): Promise<void> {
  return add(trx, id, -amount);
}

async function add(trx: Transaction<DB>, { proposalId, budgetLineId }: BudgetLineId, change: bigint): Promise<void> {
  const update = trx
    .updateTable("budget_lines")
    .set({ receipted: sql<bigint>`receipted + ${change}::bigint` })
    .where("proposal_id", "=", proposalId)
    .where("id", "=", budgetLineId)
    .executeTakeFirstOrThrow();
  await refusing(update, { budget_lines_receipted_within: "receipt_exceeds_line" });
}
