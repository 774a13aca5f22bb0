import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import type { Named } from "./public-program.server";

/** Names of the need groups by code. */
export async function needGroupNames(db: Kysely<DB>): Promise<Record<string, Named>> {
  const rows = await db.selectFrom("need_groups").select(["code", "name_id", "name_en"]).orderBy("position").execute();
  return Object.fromEntries(rows.map((row) => [row.code, { id: row.name_id, en: row.name_en }]));
}

/** Short names of areas by code. */
export async function areaNames(db: Kysely<DB>, codes: readonly string[]): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const rows = await db
    .selectFrom("areas")
    .select(["code", "name"])
    .where("code", "in", [...codes])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.code, row.name]));
}
