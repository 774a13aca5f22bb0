import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Kysely, PostgresDialect, type Migration, sql } from "kysely";
import pg from "pg";
import { afterAll } from "vitest";
import { loadReference } from "#db/reference/load.server";
import type { DB } from "#db/types.generated";

const db = path.resolve(import.meta.dirname, "../../db");
const server = process.env.SINERGI_TEST_SERVER ?? "postgres://postgres:postgres@127.0.0.1:54999/postgres";

/** A database of this test file alone, cloned from the migrated template; the connection has the application's rights only. */
export async function testDatabase(): Promise<Kysely<DB>> {
  const template = await migratedTemplate();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asOwner("postgres", (owner) => sql.raw(`create database ${name} template ${template}`).execute(owner));
  const database = connect(name, "-c role=sinergi_app");
  afterAll(async () => {
    await database.destroy();
    await asOwner("postgres", (owner) => sql.raw(`drop database ${name} with (force)`).execute(owner));
  });
  return database;
}

function connect(name: string, options?: string): Kysely<DB> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const types = {
    getTypeParser: (id: number, format?: "text" | "binary") => {
      if (id === 20) return BigInt;
      if (id === 1082) return (value: string) => value;
      return pg.types.getTypeParser(id, format as "text");
    },
  };
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url.href, max: 60, types, ...(options ? { options } : {}) }) }),
  });
}

async function asOwner<T>(name: string, work: (owner: Kysely<DB>) => Promise<T>): Promise<T> {
  const owner = connect(name);
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}

/** Named by what it is made of, so that a changed migration gives another template; an advisory lock lets one worker make it. */
async function migratedTemplate(): Promise<string> {
  const files = ["migrations", "views", "reference"].flatMap((folder) =>
    readdirSync(path.join(db, folder)).sort().map((file) => path.join(db, folder, file)),
  );
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  const name = `template_${hash.digest("hex").slice(0, 16)}`;
  await asOwner("postgres", (owner) =>
    owner.connection().execute(async (session) => {
      await sql`select pg_advisory_lock(20261124)`.execute(session);
      const { rows } = await sql`select from pg_database where datname = ${name}`.execute(session);
      if (rows.length === 0) {
        await sql.raw(`create database ${name}_new`).execute(session);
        await asOwner(`${name}_new`, migrate);
        await sql.raw(`alter database ${name}_new rename to ${name}`).execute(session);
      }
      await sql`select pg_advisory_unlock(20261124)`.execute(session);
    }),
  );
  return name;
}

async function migrate(owner: Kysely<DB>): Promise<void> {
  for (const file of readdirSync(path.join(db, "migrations")).sort()) {
    const migration = (await import(path.join(db, "migrations", file))) as Migration;
    await migration.up(owner);
  }
  for (const file of readdirSync(path.join(db, "views")).sort()) {
    await sql.raw(readFileSync(path.join(db, "views", file), "utf8")).execute(owner);
  }
  await loadReference(owner);
}
