import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^~\//, replacement: `${root}/app/` },
      { find: /^#db\//, replacement: `${root}/db/` },
      { find: /^#emails\//, replacement: `${root}/emails/` },
      { find: /^#tests\//, replacement: `${root}/tests/` },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: "tests/support/server.ts",
    setupFiles: ["tests/support/no-console-errors.ts"],
    env: { SINERGI_DATA: path.join(tmpdir(), "sinergi-test-data") },
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
