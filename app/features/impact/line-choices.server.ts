import { type Kysely, type Transaction, sql } from "kysely";
import { partsOfLines } from "~/features/proposals/program-members.server";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** `value` is what the form sends: the line, and in a joint program the group that spent. */
export type BudgetLineChoice = { value: string; section: string; description: string; member: string | null; left: Rupiah };

/** The budget lines of a program, in a joint one once for each group that has a part, with what receipts haven't used. */
export async function budgetLineChoices(db: Reader, proposalId: string): Promise<BudgetLineChoice[]> {
  const lines = await db
    .selectFrom("budget_lines")
    .select(["id", "section", "description", "amount"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .execute();
  const parts = await partsOfLines(db, proposalId);
  const used = await usedOfLines(db, proposalId);
  return lines.flatMap(({ id, section, description, amount }): BudgetLineChoice[] => {
    const members = parts.get(id) ?? [];
    if (members.length === 0) return [{ value: id, section, description, member: null, left: (amount ?? 0n) - (used.get(id) ?? 0n) }];
    return members.map((part) => {
      const value = lineChoice(id, part.memberId);
      return { value, section, description, member: part.name, left: part.amount - (used.get(value) ?? 0n) };
    });
  });
}

/** Receipts that count, by line and group. */
async function usedOfLines(db: Reader, proposalId: string): Promise<Map<string, Rupiah>> {
  const rows = await db
    .selectFrom("receipts")
    .select(["budget_line_id", "member_id", sql<bigint>`sum(amount)::bigint`.as("used")])
    .where("proposal_id", "=", proposalId)
    .where("status", "<>", "rejected")
    .groupBy(["budget_line_id", "member_id"])
    .execute();
  return new Map(rows.map((row) => [lineChoice(row.budget_line_id, row.member_id), row.used]));
}

function lineChoice(lineId: string, memberId: string | null): string {
  return memberId === null ? lineId : `${lineId}:${memberId}`;
}
