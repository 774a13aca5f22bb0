import { type Kysely, sql } from "kysely";
import type { AreaLevel } from "~/features/areas/area";
import type { Day } from "~/kernel/dates";
import type { DB } from "#db/types.generated";
import type { Coverage } from "./coverage-bar";
import type { Urgency } from "./need";

type Named = { id: string; en: string };
export type AreaSum = {
  code: string;
  name: string;
  people: number;
  served: number;
  planned: number;
  uncovered: number;
  /** Records below the smallest figure that is shown; none of the figures contains them. */
  hidden: number;
  /** People of records whose parts are not shown: they are in `people`, and in no part. */
  undetailed: number;
};
export type VillageSum = AreaSum & { mapped: boolean };
export type PublishedNeed = Coverage & {
  id: string;
  areaCode: string;
  areaLabel: string;
  group: Named;
  urgency: Urgency;
  about: string;
  sensitive: boolean;
  /** Public programs that answer it. */
  programs: { slug: string; title: string; urgent: boolean }[];
  since: Day | null;
  households: number | null;
  countedAt: Date;
};

/** Everything that the public map shows for an area and a need group, made of published figures only. */
export type NeedsMap = {
  total: AreaSum;
  /** What the list is of: regencies while several have records, else the districts of the one that has. */
  parts: { within: { code: string; name: string } | null; level: "regency" | "district"; areas: AreaSum[] };
  district: { total: AreaSum; villages: VillageSum[]; needs: PublishedNeed[] } | null;
  /** Sensitive groups, for whole regencies only. */
  sensitive: PublishedNeed[];
};

const none = { people: 0, served: 0, planned: 0, uncovered: 0, hidden: 0, undetailed: 0 };

/** `area` is a regency, district or village code, or empty for the country; `group` a need group, or undefined for all. */
export async function needsMap(db: Kysely<DB>, area: string, group: string | undefined): Promise<NeedsMap> {
  const regencies = await sumsBelow(db, "", "regency", group);
  const only = regencies.length === 1 ? regencies[0]?.code : undefined;
  const regency = area.length >= "33.16".length ? area.slice(0, "33.16".length) : only;
  const parts = regency
    ? { within: await named(db, regency), level: "district" as const, areas: await sumsBelow(db, regency, "district", group) }
    : { within: null, level: "regency" as const, areas: regencies };
  const districtCode = area.length >= "33.16.01".length ? area.slice(0, "33.16.01".length) : undefined;
  const district = districtCode ? await named(db, districtCode) : null;
  return {
    total: await sumOf(db, { code: regency ?? "", name: "" }, group),
    parts,
    district: district && {
      total: await sumOf(db, district, group),
      villages: await villages(db, district.code, group),
      needs: await publishedNeeds(db, { within: district.code, group, sensitive: false }),
    },
    sensitive: await publishedNeeds(db, { within: regency ?? "", group, sensitive: true }),
  };
}

async function named(db: Kysely<DB>, code: string): Promise<{ code: string; name: string } | null> {
  return (await db.selectFrom("areas").select(["code", "name"]).where("code", "=", code).executeTakeFirst()) ?? null;
}

const sumColumns = ["s.people", "s.served", "s.planned", "s.uncovered", "s.hidden", "s.undetailed"] as const;

function sums(db: Kysely<DB>, group: string | undefined) {
  return db.selectFrom("need_sums as s").where("s.need_code", group === undefined ? "is" : "=", group ?? null);
}

async function sumOf(db: Kysely<DB>, area: { code: string; name: string }, group: string | undefined): Promise<AreaSum> {
  const row = await sums(db, group).select(sumColumns).where("s.area_code", "=", area.code).$castTo<typeof none>().executeTakeFirst();
  return { ...(row ?? none), ...area };
}

/** The areas of one level below an area that have records, the largest number first. */
function sumsBelow(db: Kysely<DB>, within: string, level: AreaLevel, group: string | undefined): Promise<AreaSum[]> {
  return sums(db, group)
    .innerJoin("areas as a", "a.code", "s.area_code")
    .select([
      "a.code",
      sql<string>`case when a.level = 'regency' then a.kind_name || ' ' || a.name else a.name end`.as("name"),
      ...sumColumns,
    ])
    .where("a.level", "=", level)
    .where("a.code", "like", within === "" ? "%" : `${within}.%`)
    .orderBy("s.people", "desc")
    .orderBy("a.code")
    .$castTo<AreaSum>()
    .execute();
}

/** Every village of a district in the order of its codes; `mapped` once anything was ever recorded there. */
async function villages(db: Kysely<DB>, district: string, group: string | undefined): Promise<VillageSum[]> {
  const rows = await db
    .selectFrom("areas as a")
    .leftJoin(sums(db, group).selectAll("s").as("s"), "s.area_code", "a.code")
    .select(["a.code", "a.name", ...sumColumns])
    .select(sql<boolean>`exists (select from needs n where n.area_code = a.code)`.as("mapped"))
    .where("a.level", "=", "village")
    .where("a.code", "like", `${district}.%`)
    .orderBy("a.code")
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    mapped: row.mapped,
    people: row.people ?? 0,
    served: row.served ?? 0,
    planned: row.planned ?? 0,
    uncovered: row.uncovered ?? 0,
    hidden: row.hidden ?? 0,
    undetailed: row.undetailed ?? 0,
  }));
}

type Which = { within: string; group?: string | undefined; sensitive?: boolean | undefined; proposalId?: string };

/** Needs as they are published, the largest gap first; the order, too, knows published figures only. */
export function publishedNeeds(db: Kysely<DB>, { within, group, sensitive, proposalId }: Which): Promise<PublishedNeed[]> {
  return db
    .selectFrom("published_needs as n")
    .innerJoin("areas as a", "a.code", "n.area_code")
    .innerJoin("need_groups as g", "g.code", "n.need_code")
    .select(["n.need_id as id", "n.area_code as areaCode", "a.label as areaLabel", "n.urgency", "n.about", "n.since", "n.households"])
    .select(["n.people", "n.served", "n.planned", "n.uncovered", "n.counted_at as countedAt"])
    .select(["n.sensitive", sql<Named>`jsonb_build_object('id', g.name_id, 'en', g.name_en)`.as("group")])
    .select(
      sql<PublishedNeed["programs"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title, 'urgent', p.urgent) order by p.published_at, p.id), '[]')
        from answered_needs x join proposals p on p.id = x.proposal_id
        where x.need_id = n.need_id and p.status in ('published', 'running', 'completed'))`.as("programs"),
    )
    .where((eb) => eb.or([eb("n.area_code", "=", within), eb("n.area_code", "like", within === "" ? "%" : `${within}.%`)]))
    .$if(group !== undefined, (query) => query.where("n.need_code", "=", group ?? ""))
    .$if(sensitive !== undefined, (query) => query.where("n.sensitive", "=", sensitive ?? false))
    .$if(proposalId !== undefined, (query) =>
      query.where(sql<boolean>`exists (select from answered_needs x where x.need_id = n.need_id and x.proposal_id = ${proposalId})`),
    )
    .orderBy(sql`n.uncovered desc nulls last, n.people desc nulls last`)
    .orderBy("g.position")
    .orderBy("n.area_code")
    .$castTo<PublishedNeed>()
    .execute();
}
