import pg from "pg";

/** Empties a database: everything in it is gone. Refused while anything else is connected to it, and in production unless it is the demo. */
export async function reset(connectionString: string): Promise<void> {
  if (process.env.NODE_ENV === "production" && process.env.SINERGI_DEMO !== "on")
    throw new Error("A production database is not emptied by this command.");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await requireNobodyElse(client);
    await client.query("drop schema if exists graphile_worker cascade");
    await client.query("drop schema public cascade");
    await client.query("create schema public");
  } finally {
    await client.end();
  }
}

async function requireNobodyElse(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  if (rowCount) throw new Error("Something else is using this database. Stop whatever runs on it (Ctrl-C), then empty it.");
}
