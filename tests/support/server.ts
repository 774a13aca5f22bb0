import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "~/platform/postgres/embedded.server";

/** Vitest's global set-up: a PostgreSQL server for this run, thrown away afterwards; SINERGI_TEST_SERVER names another one to use. */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.SINERGI_TEST_SERVER) return async () => undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "sinergi-test-"));
  const server = await startEmbedded({ folder, database: "postgres", forgetful: true });
  process.env.SINERGI_TEST_SERVER = server.url;
  return async () => {
    await server.release();
    rmSync(folder, { recursive: true, force: true });
  };
}
