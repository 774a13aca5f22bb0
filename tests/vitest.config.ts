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
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
