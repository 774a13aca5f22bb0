// npm run check: types, lint and format, import directions, database types. Everything is run, also after something has failed.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { installWhatIsMissing, packagedEnvironment, packagedNode, root } from "./node24.mjs";

installWhatIsMissing();
const steps = [
  ["types", "typescript/bin/tsc", "--noEmit"],
  ["lint and format", "@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  ["import directions", "dependency-cruiser/bin/dependency-cruiser.mjs", "app", "db", "emails", "--config", ".dependency-cruiser.mjs"],
  ["database types", "tsx/dist/cli.mjs", "app/commands/database-types.ts", "--verify"],
];
const failed = steps.filter(([name, file, ...args]) => {
  const { status } = spawnSync(packagedNode(), [path.join(root, "node_modules", file), ...args], {
    cwd: root,
    stdio: "inherit",
    env: packagedEnvironment(),
  });
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name}`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
