import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { log } from "~/platform/log.server";
import type { DB } from "./types.generated";

type Shared = { sinergi?: { pool?: pg.Pool; db?: Kysely<DB> } };
// One pool a process: the server and the bundle of the pages are two module graphs that share it.
const shared = (globalThis as Shared).sinergi ?? {};
(globalThis as Shared).sinergi = shared;

const [int8, date] = [20, 1082];

/** bigint for int8, text for date ("2026-11-24"), the driver's own reading for everything else. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") => {
    if (id === int8) return BigInt;
    if (id === date) return (value: string) => value;
    return pg.types.getTypeParser(id, format as "text");
  },
};

export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set and the embedded database was not started");
  return url;
}

/** The application's pool. Its sessions have the rights of the role sinergi_app only: they can't write posted entries. */
export function pool(): pg.Pool {
  if (!shared.pool) {
    shared.pool = new pg.Pool({
      connectionString: databaseUrl(),
      options: "-c role=sinergi_app -c timezone=UTC -c statement_timeout=60000",
      max: Number(process.env.DATABASE_POOL ?? 20),
      types,
    });
    // Without a listener an idle client whose server goes away would end the process.
    shared.pool.on("error", (error) => log.error({ err: error }, "an idle database connection failed"));
  }
  return shared.pool;
}

export const db: Kysely<DB> = shared.db ?? new Kysely<DB>({ dialect: new PostgresDialect({ pool: async () => pool() }) });
shared.db = db;

export async function closeDatabase(): Promise<void> {
  await db.destroy();
  delete shared.pool;
  delete shared.db;
}
