import { type Kysely, sql } from "kysely";
import { sqlFiles } from "#db/migrate.server";
import type { DB } from "#db/types.generated";

/** The names of the checks of db/checks that find something wrong, with the first row of each. Empty when all is well. */
export async function brokenInvariants(db: Kysely<DB>, only: (name: string) => boolean = () => true): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, text } of sqlFiles("checks").filter((file) => only(file.name))) {
    const { rows } = await sql.raw(text).execute(db);
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows[0], (_, value) => (typeof value === "bigint" ? `${value}` : value))}`);
  }
  return broken;
}
