import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { DraftPatch } from "./draft-patch";
import { priceOfLine } from "./proposal-draft";

type Rows<Field extends keyof DraftPatch> = NonNullable<DraftPatch[Field]>;

/** What the community brings itself, replaced. Refuses `amount_not_whole` for a product with a fraction of a rupiah. */
export async function replaceContributions(trx: Transaction<DB>, proposalId: string, rows: Rows<"contributions">): Promise<void> {
  await trx.deleteFrom("own_contributions").where("proposal_id", "=", proposalId).execute();
  if (rows.length === 0) return;
  if (rows.some((row) => row.volume !== null && row.unitPrice !== null && priceOfLine(row) === undefined)) {
    throw new DomainError("amount_not_whole");
  }
  const values = rows.map(({ id, unitPrice, ...row }, index) => ({ ...keyOf(proposalId, id, index), ...row, unit_price: unitPrice }));
  await refusing(trx.insertInto("own_contributions").values(values).execute(), {
    own_contributions_pkey: "row_twice",
    own_contributions_volume_positive: "volume_not_positive",
    own_contributions_price_positive: "price_not_positive",
    own_contributions_amount_whole: "amount_not_whole",
  });
}

export async function replaceActivities(trx: Transaction<DB>, proposalId: string, rows: Rows<"activities">): Promise<void> {
  await trx.deleteFrom("proposal_activities").where("proposal_id", "=", proposalId).execute();
  if (rows.length === 0) return;
  const values = rows.map(({ id, name, from, to }, index) => ({
    ...keyOf(proposalId, id, index),
    name,
    from_month: from,
    to_month: to,
  }));
  await refusing(trx.insertInto("proposal_activities").values(values).execute(), { proposal_activities_pkey: "row_twice" });
}

export async function replaceRisks(trx: Transaction<DB>, proposalId: string, rows: Rows<"risks">): Promise<void> {
  await trx.deleteFrom("proposal_risks").where("proposal_id", "=", proposalId).execute();
  if (rows.length === 0) return;
  const values = rows.map(({ id, ...row }, index) => ({ ...keyOf(proposalId, id, index), ...row }));
  await refusing(trx.insertInto("proposal_risks").values(values).execute(), { proposal_risks_pkey: "row_twice" });
}

function keyOf(proposalId: string, id: string | undefined, index: number) {
  return { proposal_id: proposalId, id: isId(id) ? id : newId(), position: index + 1 };
}
