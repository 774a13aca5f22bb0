import { type Kysely, type Transaction, sql } from "kysely";
import type { DB } from "#db/types.generated";
import { type Area, type AreaLevel, pathOfCode, searchWords } from "./area";

type Reader = Kysely<DB> | Transaction<DB>;

const columns = ["code", "level", "name", "kind_name as kindName", "label"] as const;
const kindWords: readonly string[] = ["desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi"];

/**
 * Areas whose label has every word that was typed. A name that is the words comes first, then a name that begins with them, then any
 * other; among equals the larger level. When nothing has all words, the names that sound closest. At most `limit` (20).
 */
export async function searchAreas(
  db: Reader,
  { q, level, within, limit = 20 }: { q: string; level?: AreaLevel | undefined; within?: string | undefined; limit?: number },
): Promise<Area[]> {
  const words = searchWords(q);
  if (words.join("").length < 2) return [];
  const named = words.filter((word) => !kindWords.includes(word)).join(" ") || words.join(" ");
  const name = sql<string>`lower(unaccent(name))`;
  const exact = await scoped(db, level, within)
    .where((eb) => eb.and(words.map((word) => eb("search", "like", `%${escaped(word)}%`))))
    .orderBy(sql`case when ${name} = ${named} then 0 when ${name} like ${`${escaped(named)}%`} then 1
      when ${name} like ${`${escaped(words.find((w) => !kindWords.includes(w)) ?? named)}%`} then 2 else 3 end`)
    .orderBy("level")
    .orderBy("name")
    .orderBy("code")
    .limit(limit)
    .execute();
  if (exact.length > 0) return exact;
  const typed = words.join(" ");
  return scoped(db, level, within)
    .where(sql<boolean>`${typed} <% search`)
    .orderBy(sql`word_similarity(${typed}, search)`, "desc")
    .orderBy(sql`similarity(${named}, ${name})`, "desc")
    .orderBy("level")
    .orderBy("code")
    .limit(limit)
    .execute();
}

function scoped(db: Reader, level: AreaLevel | undefined, within: string | undefined) {
  let query = db.selectFrom("areas").select(columns);
  if (level) query = query.where("level", "=", level);
  if (within) query = query.where((eb) => eb.or([eb("code", "=", within), eb("code", "like", `${escaped(within)}.%`)]));
  return query;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** One area by its code, or undefined. */
export async function findArea(db: Reader, code: string): Promise<Area | undefined> {
  return db.selectFrom("areas").select(columns).where("code", "=", code).executeTakeFirst();
}

/** The whole names of all villages in the regency of an area. */
export async function villageLabels(db: Reader, code: string): Promise<string[]> {
  const rows = await db
    .selectFrom("areas")
    .select("label")
    .where("level", "=", "village")
    .where("code", "like", `${escaped(code.slice(0, 5))}.%`)
    .orderBy("label")
    .execute();
  return rows.map((row) => row.label);
}

/** The area and everything above it, large to small: province, regency, district, village. */
export async function areaPath(db: Reader, code: string): Promise<Area[]> {
  return db.selectFrom("areas").select(columns).where("code", "in", pathOfCode(code)).orderBy("code").execute();
}

/** "Desa Ledok, Kecamatan Sambong, Kabupaten Blora", or an empty text for an unknown code. */
export async function areaLabel(db: Reader, code: string): Promise<string> {
  return (await findArea(db, code))?.label ?? "";
}

/** Labels by code, for lists. */
export async function areaLabels(db: Reader, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom("areas")
    .select(["code", "label"])
    .where("code", "in", [...new Set(codes)])
    .execute();
  return new Map(rows.map((row) => [row.code, row.label]));
}
