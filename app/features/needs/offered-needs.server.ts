import { type Kysely, sql } from "kysely";
import type { DB } from "#db/types.generated";

/** A need that a proposal can name, with the figures that everyone may read; null where they are hidden or the record is closed. */
export type OfferedNeed = {
  id: string;
  group: { id: string; en: string };
  areaLabel: string;
  people: number | null;
  uncovered: number | null;
  closed: boolean;
};

/** Open needs of the groups around an area: those of its village first, then of its district, then of its regency if sensitive; and those that are `named`. */
export function offeredNeeds(
  db: Kysely<DB>,
  { areaCode, groups, named }: { areaCode: string | null; groups: readonly string[]; named: readonly string[] },
): Promise<OfferedNeed[]> {
  const area = areaCode ?? "";
  const district = area.slice(0, "33.16.01".length);
  const regency = area.slice(0, "33.16".length);
  return db
    .selectFrom("needs as n")
    .innerJoin("areas as a", "a.code", "n.area_code")
    .innerJoin("need_groups as g", "g.code", "n.need_code")
    .leftJoin("published_needs as p", "p.need_id", "n.id")
    .select(["n.id", "a.label as areaLabel", "p.people", "p.uncovered", sql<boolean>`n.closed_at is not null`.as("closed")])
    .select(sql<OfferedNeed["group"]>`jsonb_build_object('id', g.name_id, 'en', g.name_en)`.as("group"))
    .where(
      sql<boolean>`(n.id = any(${named}::uuid[])
        or (n.closed_at is null and n.need_code = any(${groups}::text[]) and ${area} <> ''
          and (n.area_code = ${district} or n.area_code like ${`${district}.%`} or (n.sensitive and n.area_code = ${regency}))))`,
    )
    .orderBy(sql`n.area_code = ${area}`, "desc")
    .orderBy("g.position")
    .orderBy("a.label")
    .execute();
}
