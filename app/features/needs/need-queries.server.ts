import { type Kysely, type Transaction, sql } from "kysely";
import type { Day } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { type Closing, type Source, type Urgency, keptArea } from "./need";

type Reader = Kysely<DB> | Transaction<DB>;
type Named = { id: string; en: string };

/** An open need as practitioners see it, to the last person. */
export type Need = {
  id: string;
  areaCode: string;
  areaLabel: string;
  group: Named;
  needCode: string;
  sensitive: boolean;
  urgency: Urgency;
  people: number;
  served: number;
  planned: number;
  uncovered: number;
  counts: number;
  countedAt: Date;
};

/** Open needs in an area of work, the oldest count first; sensitive ones of the regencies that the areas lie in among them. */
export async function openNeeds(db: Reader, areas: readonly string[]): Promise<Need[]> {
  const regencies = areas.map((code) => keptArea(code, true));
  const rows = await db
    .selectFrom("need_coverage as c")
    .innerJoin("areas as a", "a.code", "c.area_code")
    .innerJoin("need_groups as g", "g.code", "c.need_code")
    .select(["c.need_id", "c.area_code", "a.label", "g.name_id", "g.name_en", "c.need_code", "c.sensitive", "c.urgency"])
    .select(["c.people", "c.served", "c.planned", "c.uncovered", "c.counts", "c.counted_at"])
    .where(
      sql<boolean>`(exists (select from unnest(${areas}::text[]) w (code) where c.area_code = w.code or c.area_code like w.code || '.%')
        or (c.sensitive and c.area_code = any(${regencies}::text[])))`,
    )
    .orderBy("c.counted_at")
    .orderBy("c.need_id")
    .$castTo<CoverageRow>()
    .execute();
  return rows.map(needOf);
}

type CoverageRow = {
  need_id: string;
  area_code: string;
  label: string;
  name_id: string;
  name_en: string;
  need_code: string;
  sensitive: boolean;
  urgency: Urgency;
  people: number;
  served: number;
  planned: number;
  uncovered: number;
  counts: number;
  counted_at: Date;
};

function needOf(row: CoverageRow): Need {
  return {
    id: row.need_id,
    areaCode: row.area_code,
    areaLabel: row.label,
    group: { id: row.name_id, en: row.name_en },
    needCode: row.need_code,
    sensitive: row.sensitive,
    urgency: row.urgency,
    people: row.people,
    served: row.served,
    planned: row.planned,
    uncovered: row.uncovered,
    counts: row.counts,
    countedAt: row.counted_at,
  };
}

export type CountEntry = {
  n: number;
  people: number;
  households: number | null;
  women: number | null;
  men: number | null;
  urgency: Urgency;
  sources: Source[];
  reason: string;
  fileId: string | null;
  fileName: string | null;
  recordedAt: Date;
};
export type AnsweringProgram = { slug: string; code: string; title: string; urgent: boolean; people: number; funded: boolean };
/** One record with all its counts, the latest first, and the public programs that answer it. `open` is undefined once it is closed. */
export type NeedRecord = {
  id: string;
  areaCode: string;
  areaLabel: string;
  group: Named;
  sensitive: boolean;
  since: Day;
  about: string;
  closed: { at: Date; closing: Closing; note: string } | null;
  open: Need | undefined;
  history: CountEntry[];
  programs: AnsweringProgram[];
};

/** A record in an area of work; undefined when there is none there. */
export async function findNeed(db: Reader, needId: string, areas: readonly string[]): Promise<NeedRecord | undefined> {
  if (!isId(needId)) return undefined;
  const row = await db
    .selectFrom("needs as n")
    .innerJoin("areas as a", "a.code", "n.area_code")
    .innerJoin("need_groups as g", "g.code", "n.need_code")
    .select(["n.id", "n.area_code", "a.label", "g.name_id", "g.name_en", "n.sensitive", "n.since", "n.about"])
    .select(["n.closed_at", "n.closing", "n.closing_note"])
    .where("n.id", "=", needId)
    .executeTakeFirst();
  const near = (code: string) =>
    row !== undefined && (row.area_code === keptArea(code, row.sensitive) || row.area_code.startsWith(`${code}.`));
  if (!row || !areas.some(near)) return undefined;
  const [open] = (await openNeeds(db, [row.area_code])).filter((need) => need.id === row.id);
  return {
    id: row.id,
    areaCode: row.area_code,
    areaLabel: row.label,
    group: { id: row.name_id, en: row.name_en },
    sensitive: row.sensitive,
    since: row.since,
    about: row.about,
    closed: row.closed_at && row.closing ? { at: row.closed_at, closing: row.closing, note: row.closing_note } : null,
    open,
    history: await historyOf(db, row.id),
    programs: await programsAnswering(db, row.id),
  };
}

function historyOf(db: Reader, needId: string): Promise<CountEntry[]> {
  return db
    .selectFrom("need_counts as c")
    .leftJoin("files as f", "f.id", "c.file_id")
    .select(["c.n", "c.people", "c.households", "c.women", "c.men", "c.urgency", "c.reason", "c.recorded_at as recordedAt"])
    .select(["f.id as fileId", "f.name as fileName"])
    .select(sql<Source[]>`c.sources::text[]`.as("sources"))
    .where("c.need_id", "=", needId)
    .orderBy("c.n", "desc")
    .execute();
}

function programsAnswering(db: Reader, needId: string): Promise<AnsweringProgram[]> {
  return db
    .selectFrom("answered_needs as a")
    .innerJoin("proposals as p", "p.id", "a.proposal_id")
    .innerJoin("program_flow as f", "f.proposal_id", "p.id")
    .select([
      "p.slug",
      sql<string>`coalesce(p.code, '')`.as("code"),
      "p.title",
      "p.urgent",
      "a.people",
      sql<boolean>`f.received > 0`.as("funded"),
    ])
    .where("a.need_id", "=", needId)
    .where("p.status", "in", ["published", "running", "completed"])
    .orderBy("a.people", "desc")
    .orderBy("p.id")
    .execute();
}

export type GroupChoice = Named & { code: string; sensitive: boolean };

export async function groupChoices(db: Reader): Promise<GroupChoice[]> {
  return db.selectFrom("need_groups").select(["code", "name_id as id", "name_en as en", "sensitive"]).orderBy("position").execute();
}

export type AreaChoices = {
  /** The villages of an area of work by their districts. */
  districts: { name: string; villages: { code: string; label: string }[] }[];
  regencies: { code: string; label: string }[];
};

/** Where a practitioner may count: the villages of the area of work, and its regencies for sensitive groups. */
export async function areaChoices(db: Reader, areas: readonly string[]): Promise<AreaChoices> {
  const rows = await db
    .selectFrom("areas as v")
    .innerJoin("areas as d", "d.code", "v.parent_code")
    .select(["v.code", sql<string>`v.kind_name || ' ' || v.name`.as("label"), "d.code as districtCode", "d.label as district"])
    .where("v.level", "=", "village")
    .where(sql<boolean>`exists (select from unnest(${areas}::text[]) w (code) where v.code = w.code or v.code like w.code || '.%')`)
    .orderBy("d.code")
    .orderBy("v.name")
    .execute();
  const districts = new Map<string, AreaChoices["districts"][number]>();
  for (const row of rows) {
    const district = districts.get(row.districtCode) ?? { name: row.district, villages: [] };
    district.villages.push({ code: row.code, label: row.label });
    districts.set(row.districtCode, district);
  }
  const regencies = await db
    .selectFrom("areas")
    .select(["code", "label"])
    .where("code", "in", [...new Set(areas.map((code) => keptArea(code, true)))])
    .orderBy("code")
    .execute();
  return { districts: [...districts.values()], regencies };
}
