import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "csv-parse";
import { type Kysely, sql } from "kysely";

type Level = "province" | "regency" | "district" | "village";
type Area = { code: string; parent: string | null; level: Level; name: string; kind: string; label: string };

/** Where the national list of areas lies: the CSV files of the package idn-area-data (data under ODbL). */
function dataFolder(): string {
  return path.join(path.dirname(createRequire(import.meta.url).resolve("idn-area-data")), "..", "data");
}

async function* rowsOf(file: string): AsyncGenerator<{ code: string; name: string; parent: string | null }> {
  const rows = createReadStream(path.join(dataFolder(), file)).pipe(parse({ from_line: 2 }));
  for await (const row of rows as AsyncIterable<string[]>) {
    const [code = "", second = "", third] = row;
    yield third === undefined ? { code, name: second, parent: null } : { code, name: third, parent: second };
  }
}

/** 38 provinces, 514 regencies and cities, 7,285 districts and 83,762 villages, with full labels. Does nothing when they are there. */
export async function loadAreas(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from areas`.execute(db);
  if ((rows[0]?.count ?? 0) > 0) return 0;
  const labels = new Map<string, string>();
  let loaded = 0;
  for (const [file, level] of [
    ["provinces.csv", "province"],
    ["regencies.csv", "regency"],
    ["districts.csv", "district"],
    ["villages.csv", "village"],
  ] as const) {
    let batch: Area[] = [];
    for await (const row of rowsOf(file)) {
      batch.push(describe(row, level, labels));
      if (batch.length === 10_000) {
        loaded += await insert(db, batch);
        batch = [];
      }
    }
    loaded += await insert(db, batch);
  }
  return loaded;
}

/** Names are kept as the ministry writes them; the fourth block of a village's code tells kelurahan (1xxx) from desa (2xxx). */
function describe(row: { code: string; name: string; parent: string | null }, level: Level, labels: Map<string, string>): Area {
  const { code, parent } = row;
  const [, kindInName, bareName] = level === "regency" ? (/^(Kabupaten|Kota) (.+)$/.exec(row.name) ?? []) : [];
  const kind =
    level === "province"
      ? "Provinsi"
      : level === "district"
        ? "Kecamatan"
        : level === "village"
          ? code.split(".")[3]?.startsWith("1")
            ? "Kelurahan"
            : "Desa"
          : (kindInName ?? "Kabupaten");
  const name = bareName ?? row.name;
  // The province stays out of the labels below it: regencies are unique in the country by kind and name.
  const above = level === "district" || level === "village" ? labels.get(parent ?? "") : undefined;
  const label = above ? `${kind} ${name}, ${above}` : `${kind} ${name}`;
  if (level !== "village") labels.set(code, label);
  return { code, parent, level, name, kind, label };
}

async function insert(db: Kysely<unknown>, areas: readonly Area[]): Promise<number> {
  if (areas.length === 0) return 0;
  await sql`
    insert into areas (code, parent_code, level, name, kind_name, label, search)
    select code, parent, level::area_level, name, kind, label, lower(unaccent(label))
    from unnest(
      ${areas.map((a) => a.code)}::text[], ${areas.map((a) => a.parent)}::text[], ${areas.map((a) => a.level)}::text[],
      ${areas.map((a) => a.name)}::text[], ${areas.map((a) => a.kind)}::text[], ${areas.map((a) => a.label)}::text[]
    ) as t (code, parent, level, name, kind, label)`.execute(db);
  return areas.length;
}
