import { type Kysely, type RawBuilder, sql } from "kysely";
import { isLedByWoman } from "~/features/leading/women-led.server";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { BrowseFilter } from "./browse";
import { conditionsOf, groups, matchesQuery } from "./browse-conditions.server";
import { allOf, isListed, openNeed } from "./open-need.server";

export type FacetCount = { value: string; programs: number; need: Rupiah };
export type AreaCount = FacetCount & { name: string };

/** How many programs each choice would leave: every filter applies but the one of its own group. */
export type BrowseFacets = {
  total: { programs: number; need: Rupiah };
  pillars: FacetCount[];
  elements: FacetCount[];
  needs: FacetCount[];
  goals: FacetCount[];
  /** Districts, those with the largest need first. */
  areas: AreaCount[];
  ranges: Record<NeedRange, number>;
  ledByWoman: number;
  urgent: number;
};

export type NeedRange = "any" | "none" | "small" | "middle" | "large";

/** Bounds of the ranges in whole rupiah: the address of a range is made of these. */
export const needRanges: Record<NeedRange, { min?: Rupiah; max?: Rupiah }> = {
  any: {},
  small: { min: 1n, max: 50_000_000n },
  middle: { min: 50_000_001n, max: 100_000_000n },
  large: { min: 100_000_001n },
  none: { max: 0n },
};

type Group = (typeof groups)[number];

export async function browseFacets(db: Kysely<DB>, filter: BrowseFilter): Promise<BrowseFacets> {
  const day = today();
  const conditions = conditionsOf(filter, day);
  const flags = groups.map((group) => sql`${conditions[group]} as ${sql.ref(`in_${group}`)}`);
  const others = (group: Group): RawBuilder<boolean> =>
    allOf(groups.filter((other) => other !== group).map((other) => sql<boolean>`${sql.ref(`in_${other}`)}`));
  const { rows } = await sql<{ facet: string; value: string | null; programs: number; need: bigint }>`
    with base as materialized (
      select p.id, p.pillar::text, o.element::text, substr(p.area_code, 1, 8) as district, ${isLedByWoman} as led_by_woman, p.urgent,
        ${openNeed(day)} as need, ${sql.join(flags)}
      from proposals p
      join funds f on f.proposal_id = p.id
      join organizations o on o.id = p.organization_id
      where ${isListed} and ${filter.q ? matchesQuery(filter.q) : sql<boolean>`true`}
    )
    select 'total' as facet, null as value, count(*)::int as programs, coalesce(sum(need), 0)::bigint as need from base
      where ${allOf(groups.map((group) => sql<boolean>`${sql.ref(`in_${group}`)}`))}
    union all select 'pillar', pillar, count(*)::int, sum(need)::bigint from base where ${others("pillar")} group by pillar
    union all select 'element', element, count(*)::int, sum(need)::bigint from base where ${others("element")} group by element
    union all select 'area', district, count(*)::int, sum(need)::bigint from base where ${others("area")} group by district
    union all select 'need', n.need_code, count(*)::int, sum(base.need)::bigint
      from base join proposal_needs n on n.proposal_id = base.id where ${others("need")} group by n.need_code
    union all select 'goal', g.goal::text, count(*)::int, sum(base.need)::bigint
      from base join proposal_goals g on g.proposal_id = base.id where ${others("goal")} group by g.goal
    union all select 'range', ${rangeOf}, count(*)::int, sum(need)::bigint from base where ${others("range")} group by ${rangeOf}
    union all select 'woman', null, count(*)::int, sum(need)::bigint from base where ${others("woman")} and led_by_woman
    union all select 'urgent', null, count(*)::int, sum(need)::bigint from base where ${others("urgent")} and urgent`.execute(db);
  return asFacets(
    rows,
    await districtNames(
      db,
      rows.flatMap((row) => (row.facet === "area" && row.value ? [row.value] : [])),
    ),
  );
}

const rangeOf = sql<NeedRange>`(case when need = 0 then 'none' when need <= 50000000 then 'small' when need <= 100000000 then 'middle' else 'large' end)`;

type Row = { facet: string; value: string | null; programs: number; need: bigint | null };

function asFacets(rows: readonly Row[], names: ReadonlyMap<string, string>): BrowseFacets {
  const of = (facet: string): FacetCount[] =>
    rows
      .filter((row) => row.facet === facet && row.value !== null && row.programs > 0)
      .map((row) => ({ value: row.value ?? "", programs: row.programs, need: row.need ?? 0n }));
  const range = new Map(of("range").map((row) => [row.value, row.programs]));
  const counted = (name: NeedRange) => range.get(name) ?? 0;
  const ranges = { none: counted("none"), small: counted("small"), middle: counted("middle"), large: counted("large") };
  const total = rows.find((row) => row.facet === "total");
  return {
    total: { programs: total?.programs ?? 0, need: total?.need ?? 0n },
    pillars: of("pillar"),
    elements: of("element"),
    needs: of("need").sort((a, b) => b.programs - a.programs || a.value.localeCompare(b.value)),
    goals: of("goal"),
    areas: of("area")
      .map((row) => ({ ...row, name: names.get(row.value) ?? row.value }))
      .sort((a, b) => (a.need === b.need ? a.value.localeCompare(b.value) : a.need > b.need ? -1 : 1)),
    ranges: { ...ranges, any: ranges.none + ranges.small + ranges.middle + ranges.large },
    ledByWoman: rows.find((row) => row.facet === "woman")?.programs ?? 0,
    urgent: rows.find((row) => row.facet === "urgent")?.programs ?? 0,
  };
}

async function districtNames(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom("areas")
    .select(["code", "name"])
    .where("code", "in", [...codes])
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}
