import pg from "pg";
import { expect, test, vi } from "vitest";
import { reset } from "#db/reset.server";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const url = process.env.DATABASE_URL ?? "";

test("a database that something else is using is not emptied", async () => {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await expect(reset(url)).rejects.toThrow("Something else is using this database");
  expect((await other.query("select from areas")).rowCount).toBeGreaterThan(0);
  await other.end();
});

test("nor one in production that is no demo; any other is empty afterwards", async () => {
  await db.destroy();
  vi.stubEnv("NODE_ENV", "production");
  await expect(reset(url)).rejects.toThrow("production");
  vi.unstubAllEnvs();
  await vi.waitFor(() => reset(url));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  expect((await client.query("select from information_schema.tables where table_schema = 'public'")).rowCount).toBe(0);
  await client.end();
});
