import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { runMigrations as migrateJobs } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { FileMigrationProvider, Migrator } from "kysely/migration";
import { promises as fs } from "node:fs";
import pg from "pg";
import { loadReference } from "./reference/load.server";
import { sealIdentifiers } from "./seal-identifiers.server";

const here = import.meta.dirname;

/** Brings a database to this release: jobs, migrations, views, reference data. As owner; running it again changes nothing. */
export async function migrate(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 3 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrateJobs({ pgPool: pool });
    const provider = new FileMigrationProvider({ fs, path, migrationFolder: path.join(here, "migrations") });
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
    await sealIdentifiers(db);
    await defineViews(db);
    await loadReference(db);
  } finally {
    await db.destroy();
  }
}

async function defineViews(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Two processes that start at once would otherwise replace the same view at the same time.
    await sql`select pg_advisory_xact_lock(20261124)`.execute(trx);
    for (const file of sqlFiles("views")) await sql.raw(file.text).execute(trx);
    await sql`grant select on all tables in schema public to sinergi_app`.execute(trx);
  });
}

export function sqlFiles(folder: "views" | "checks"): { name: string; text: string }[] {
  return readdirSync(path.join(here, folder))
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(here, folder, name), "utf8") }));
}

/** A fingerprint of everything that makes the schema and its reference data: names the template of the tests. */
export function schemaFingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["migrations", "views", "reference"]) {
    for (const name of readdirSync(path.join(here, folder)).sort()) hash.update(readFileSync(path.join(here, folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
