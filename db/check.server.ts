import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { verifyChains } from "~/features/ledger/verify-chains.server";
import { types } from "./client.server";
import { sqlFiles } from "./migrate.server";
import type { DB } from "./types.generated";

/** Looks for rows that break an invariant (db/checks) and recomputes every chain. Prints what it finds; true when there is nothing. */
export async function checkDatabase(connectionString: string): Promise<boolean> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, types, max: 2 }) }) });
  let sound = true;
  try {
    for (const { name, text } of sqlFiles("checks")) {
      const { rows } = await sql.raw(text).execute(db);
      report(name, rows);
    }
    const broken = (await verifyChains(db)).filter(({ verdict, headAgrees }) => !verdict.intact || !headAgrees);
    report("chains, recomputed", broken);
  } finally {
    await db.destroy();
  }
  return sound;

  function report(name: string, rows: readonly unknown[]): void {
    if (rows.length > 0) sound = false;
    console.log(`${rows.length === 0 ? "ok  " : "FAIL"} ${name}`);
    for (const row of rows)
      console.log(`     ${JSON.stringify(row, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}`);
  }
}
