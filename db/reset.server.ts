import pg from "pg";

/** Empties a database: everything in it is gone. Refused in production unless it is the demo. */
export async function reset(connectionString: string): Promise<void> {
  if (process.env.NODE_ENV === "production" && process.env.SINERGI_DEMO !== "on")
    throw new Error("A production database is not emptied by this command.");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("drop schema if exists graphile_worker cascade");
    await client.query("drop schema public cascade");
    await client.query("create schema public");
  } finally {
    await client.end();
  }
}
