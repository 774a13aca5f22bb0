// npm run db:types: writes db/types.generated.ts from the migrated schema; with --verify it only says whether the file is up to date.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "~/platform/postgres/embedded.server";
import { migrate } from "#db/migrate.server";

const folder = mkdtempSync(path.join(tmpdir(), "sinergi-types-"));
const server = await startEmbedded({ folder, forgetful: true });
let status = 1;
try {
  await migrate(server.url);
  const result = spawnSync(
    "kysely-codegen",
    [
      "--dialect=postgres",
      `--url=${server.url}`,
      "--out-file=db/types.generated.ts",
      "--default-schema=public",
      "--include-pattern=public.*",
      '--type-mapping={"int8":"bigint","date":"string"}',
      ...process.argv.slice(2),
    ],
    { stdio: "inherit", shell: process.platform === "win32" },
  );
  status = result.status ?? 1;
} finally {
  await server.release();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
