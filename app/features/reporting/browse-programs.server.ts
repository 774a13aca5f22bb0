import { type Kysely, type RawBuilder, sql } from "kysely";
import { today } from "~/platform/clock.server";
import type { Day } from "~/kernel/dates";
import type { DB } from "#db/types.generated";
import type { BrowseFilter, Cursor, Sort } from "./browse";
import { type Conditions, conditionsOf, matchesQuery, rankOf } from "./browse-conditions.server";
import { allOf, isListed, isOpen, openNeed } from "./open-need.server";
import { type ProgramCard, programCards } from "./program-cards.server";

export const pageSize = 20;

export type BrowsePage = { programs: ProgramCard[]; next: Cursor | undefined };

/** One page of the programs that a filter leaves, after a cursor. Keyset paging: the same cost however far one reads. */
export async function browsePrograms(db: Kysely<DB>, filter: BrowseFilter, after?: Cursor, size: number = pageSize): Promise<BrowsePage> {
  const day = today();
  const { key, direction, type } = orders(filter, day)[filter.sort];
  const order = direction === "asc" ? sql`asc` : sql`desc`;
  const beyond = direction === "asc" ? sql`>` : sql`<`;
  const from = after ? sql<boolean>`(${key}, p.id) ${beyond} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)` : sql<boolean>`true`;
  const { rows } = await sql<{ id: string; key: string }>`
    select p.id, ${filter.sort === "baru" ? instantText : sql`(${key})::text`} as key
    from proposals p
    join funds f on f.proposal_id = p.id
    join organizations o on o.id = p.organization_id
    where ${isListed} and ${allOf(listConditions(filter, day))} and ${from}
    order by ${key} ${order}, p.id ${order}
    limit ${size + 1}`.execute(db);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    programs: await programCards(
      db,
      shown.map((row) => row.id),
    ),
    next: rows.length > size && last ? { sort: filter.sort, key: last.key, id: last.id } : undefined,
  };
}

export function listConditions(filter: BrowseFilter, day: Day): RawBuilder<boolean>[] {
  const conditions: Conditions = conditionsOf(filter, day);
  return [...Object.values(conditions), ...(filter.q ? [matchesQuery(filter.q)] : [])];
}

const instantText = sql<string>`to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type Order = { key: RawBuilder<unknown>; direction: "asc" | "desc"; type: "bigint" | "int" | "date" | "timestamptz" };

const aboveAnyNeed = sql.lit(100_000_000_000_000_000n);

function orders(filter: BrowseFilter, day: Day): Record<Sort, Order> {
  return {
    sisa: { key: openNeed(day), direction: "desc", type: "bigint" },
    // Emergencies that still need money first, then as by need: no target comes near the amount that lifts them.
    darurat: {
      key: sql`(${openNeed(day)} + case when p.urgent and ${isOpen(day)} then ${aboveAnyNeed} else 0 end)`,
      direction: "desc",
      type: "bigint",
    },
    // What is closed comes last.
    tutup: { key: sql`(case when ${isOpen(day)} then p.open_until else '9999-12-31'::date end)`, direction: "asc", type: "date" },
    baru: { key: sql`p.published_at`, direction: "desc", type: "timestamptz" },
    penerima: { key: sql`coalesce(p.beneficiaries, 0)`, direction: "desc", type: "int" },
    cocok: { key: rankOf(filter.q), direction: "desc", type: "int" },
  };
}
