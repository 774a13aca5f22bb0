import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { testDatabase } from "#tests/support/database";

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const db = await testDatabase();
for (const [name, value] of Object.entries({
  S3_BUCKET: "berkas",
  S3_REGION: "local",
  S3_ENDPOINT: `http://127.0.0.1:${await closedPort()}`,
  S3_ACCESS_KEY_ID: "id",
  S3_SECRET_ACCESS_KEY: "secret",
}))
  vi.stubEnv(name, value);
// The store is chosen when its module is read, so everything that uses it comes after its address.
vi.resetModules();
const { account, line } = await import("#tests/support/statements");

test("while the file store is down a statement is refused with a sentence, and nothing of it is in the database", async () => {
  const { reconciler } = await buildPlatformDesk(db);
  const { load } = await account(db, reconciler);
  await expect(load([line(1_000_000n, "SETORAN")])).rejects.toThrow(/^The file store failed to keep a file: .*ECONNREFUSED/);
  for (const table of ["files", "statement_imports", "bank_lines", "ledger_transfers"] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
});
