import { type Kysely, sql } from "kysely";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { DraftLine } from "./proposal-draft";

/** What others in the regency pay for something alike by the same unit: the median, and the middle half of the prices. */
export type PriceHint = { lineId: string; median: Rupiah; low: Rupiah; high: Rupiah; observations: number };

/** Fewer say more about who paid than about the price. */
const fewestObservations = 5;
const sameItem = 0.5;

/** Price hints for the lines of a budget, from published programs of the regency; a line with fewer than five observations has none. */
export async function priceHints(
  db: Kysely<DB>,
  { proposalId, areaCode, lines }: { proposalId: string; areaCode: string | null; lines: readonly DraftLine[] },
): Promise<PriceHint[]> {
  const wanted = lines.filter((line) => line.description.trim() !== "" && line.unit.trim() !== "");
  if (!areaCode || areaCode.length < 5 || wanted.length === 0) return [];
  const { rows } = await sql<PriceHint>`
    select w.id as "lineId", h.median, h.low, h.high, h.observations
    from unnest(${wanted.map((line) => line.id)}::text[], ${wanted.map((line) => line.description.trim().toLowerCase())}::text[],
      ${wanted.map((line) => line.unit.trim().toLowerCase())}::text[]) as w (id, item, unit)
    cross join lateral (
      select percentile_disc(0.5) within group (order by o.unit_price) as median,
        percentile_disc(0.25) within group (order by o.unit_price) as low,
        percentile_disc(0.75) within group (order by o.unit_price) as high, count(*)::int as observations
      from price_observations o
      where o.unit = w.unit and o.regency = ${areaCode.slice(0, 5)} and o.proposal_id <> ${proposalId}::uuid
        and similarity(o.item, w.item) >= ${sameItem}
    ) h
    where h.observations >= ${fewestObservations}`.execute(db);
  return rows;
}
