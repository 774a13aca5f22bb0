import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";

/** Companies with a commitment to a program, each once. */
export async function fundersOf(db: Kysely<DB> | Transaction<DB>, proposalId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("pledges")
    .select("company_id")
    .distinct()
    .where("proposal_id", "=", proposalId)
    .where("status", "in", ["committed", "settled"])
    .orderBy("company_id")
    .execute();
  return rows.map((row) => row.company_id);
}
