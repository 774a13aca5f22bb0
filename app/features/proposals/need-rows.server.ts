import { type Transaction, sql } from "kysely";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { NeedPeople } from "./proposal-draft";

/** The chosen need groups, replaced in their order. A group that stays keeps its number of people. */
export async function replaceNeeds(trx: Transaction<DB>, proposalId: string, needs: readonly string[]): Promise<void> {
  const rows = [...new Set(needs)].map((need_code, position) => ({ proposal_id: proposalId, need_code, position }));
  await trx
    .deleteFrom("proposal_needs")
    .where("proposal_id", "=", proposalId)
    .$if(rows.length > 0, (query) =>
      query.where(
        "need_code",
        "not in",
        rows.map((row) => row.need_code),
      ),
    )
    .execute();
  if (rows.length === 0) return;
  await refusing(
    trx
      .insertInto("proposal_needs")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["proposal_id", "need_code"]).doUpdateSet({ position: sql`excluded.position` }))
      .execute(),
    { proposal_needs_need_fkey: "need_unknown" },
  );
}

/** How many people belong to each chosen group; one that is not named has no number, and one that is chosen no longer needs none. */
export async function replaceNeedPeople(trx: Transaction<DB>, proposalId: string, counts: readonly NeedPeople[]): Promise<void> {
  await trx.updateTable("proposal_needs").set({ people: null }).where("proposal_id", "=", proposalId).execute();
  for (const { code, people } of counts) {
    const counted = trx.updateTable("proposal_needs").set({ people }).where("proposal_id", "=", proposalId).where("need_code", "=", code);
    await refusing(counted.execute(), { proposal_needs_people_positive: "people_not_positive" });
  }
}
