import fc from "fast-check";
import { CompiledQuery, type Kysely, sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type BrowseFilter, emptyFilter } from "~/features/reporting/browse";
import { browsePrograms } from "~/features/reporting/browse-programs.server";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { aSample, insertSamples } from "./many-programs";

let db: Kysely<DB>;

beforeAll(async () => {
  db = await testDatabase();
  await insertSamples(db, fc.sample(aSample, { numRuns: 1000, seed: 7 }));
});

/** The plan of the statement that finds the ids of a page, without the ways that only a small table affords. */
async function planOf(filter: BrowseFilter, ...without: ("seqscan" | "sort" | "bitmapscan")[]): Promise<string> {
  const statements: { sql: string; parameters: readonly unknown[] }[] = [];
  const listening = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  });
  const executor = listening.getExecutor();
  const compile = executor.compileQuery.bind(executor);
  executor.compileQuery = (node, queryId) => {
    const compiled = compile(node, queryId);
    statements.push(compiled);
    return compiled;
  };
  await browsePrograms(listening, filter);
  const first = statements[0];
  if (!first) throw new Error("browsing asked nothing");
  return db.transaction().execute(async (trx) => {
    for (const way of without) await sql`set local ${sql.raw(`enable_${way}`)} = off`.execute(trx);
    const plan = await trx.executeQuery<{ "QUERY PLAN": string }>(
      CompiledQuery.raw(`explain (costs off) ${first.sql}`, [...first.parameters]),
    );
    return plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

test("the newest programs come straight from the index of public programs", async () => {
  const plan = await planOf({ ...emptyFilter, sort: "baru" }, "seqscan", "sort", "bitmapscan");
  expect(plan).toContain("Index Scan using proposals_public_idx");
  expect(plan).not.toContain("Sort Key");
});

test("a search uses the text index and the likeness index", async () => {
  const plan = await planOf({ ...emptyFilter, q: "tandon", sort: "cocok" }, "seqscan");
  expect(plan).toContain("proposals_search_idx");
  expect(plan).toContain("proposals_title_trgm_idx");
});
