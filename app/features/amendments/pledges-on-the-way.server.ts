import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";

/**
 * How many other companies are about to approve a commitment to a program: they will have to answer its amendment too. Which, and how much,
 * stays theirs until they approve.
 */
export async function othersApproving(
  db: Kysely<DB>,
  { proposalId, companyId }: { proposalId: string; companyId: string },
): Promise<number> {
  const { count } = await db
    .selectFrom("pledges")
    .select((eb) => eb.fn.count<bigint>("company_id").distinct().as("count"))
    .where("proposal_id", "=", proposalId)
    .where("status", "=", "awaiting_approval")
    .where("company_id", "<>", companyId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
