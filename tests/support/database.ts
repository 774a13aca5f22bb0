import { randomBytes } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll } from "vitest";
import { types } from "#db/client.server";
import { migrate, schemaFingerprint } from "#db/migrate.server";
import type { DB } from "#db/types.generated";

/** Owner's address of the PostgreSQL server of this run (tests/support/server.ts starts it unless one is given). */
function server(): string {
  const url = process.env.SINERGI_TEST_SERVER;
  if (!url) throw new Error("SINERGI_TEST_SERVER is not set: run the tests with npm test, or with tests/vitest.config.ts");
  return url;
}

function addressOf(name: string): string {
  const url = new URL(server());
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * A database of this test file alone, cloned from the migrated template; its connection has the application's rights only. Routes and
 * everything else that uses `#db/client.server` in this file reach the same database.
 */
export async function testDatabase(): Promise<Kysely<DB>> {
  const template = await migratedTemplate();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asOwner((owner) => sql.raw(`create database ${name} template ${template}`).execute(owner));
  process.env.DATABASE_URL = addressOf(name);
  const database = connect(name, "-c role=sinergi_app");
  afterAll(async () => {
    await database.destroy();
    await asOwner((owner) => sql.raw(`drop database ${name} with (force)`).execute(owner));
  });
  return database;
}

/** The same database with its owner's rights, for tests that tamper with what the application can't. */
export async function asDatabaseOwner<T>(work: (owner: Kysely<DB>) => Promise<T>): Promise<T> {
  return using(connect(new URL(process.env.DATABASE_URL ?? "").pathname.slice(1)), work);
}

function connect(name: string, options?: string): Kysely<DB> {
  const pool = new pg.Pool({ connectionString: addressOf(name), max: 60, types, ...(options ? { options } : {}) });
  // The database is dropped with force at the end: what is idle then may say so.
  pool.on("error", () => undefined);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

function asOwner<T>(work: (owner: Kysely<DB>) => Promise<T>): Promise<T> {
  return using(connect("postgres"), work);
}

async function using<T>(database: Kysely<DB>, work: (database: Kysely<DB>) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Named by what it is made of, so that a changed migration gives another template; an advisory lock lets one worker make it. */
async function migratedTemplate(): Promise<string> {
  const name = `template_${schemaFingerprint()}`;
  await asOwner((owner) =>
    owner.connection().execute(async (session) => {
      await sql`select pg_advisory_lock(20261124)`.execute(session);
      const { rows } = await sql`select from pg_database where datname = ${name}`.execute(session);
      if (rows.length === 0) {
        await sql.raw(`drop database if exists ${name}_new`).execute(session);
        await sql.raw(`create database ${name}_new`).execute(session);
        await migrate(addressOf(`${name}_new`));
        await sql.raw(`alter database ${name}_new rename to ${name}`).execute(session);
      }
      await sql`select pg_advisory_unlock(20261124)`.execute(session);
    }),
  );
  return name;
}
