// npm test: unit and integration tests, then the browser's; closes with one line "N passed, N failed".
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { installWhatIsMissing, packagedEnvironment, packagedNode, root } from "./node24.mjs";

installWhatIsMissing();
const results = path.join(root, "test-results");
rmSync(results, { recursive: true, force: true });
const only = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

if (!only.includes("e2e")) {
  const report = path.join(results, "vitest.json");
  run("vitest/vitest.mjs", ["run", "-c", "tests/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  count(report, ({ numPassedTests, numFailedTests, testResults }) => {
    // A file that fails before its first test has no failed test to count.
    const broken = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
    ).length;
    return [numPassedTests, numFailedTests + broken];
  });
}
if (!only.includes("unit")) {
  run("@playwright/test/cli.js", ["test", "-c", "tests/playwright.config.ts"]);
  count(path.join(results, "playwright.json"), ({ stats, errors }) => [stats.expected + stats.flaky, stats.unexpected + errors.length]);
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);

function run(file, args) {
  const options = {
    cwd: root,
    stdio: "inherit",
    env: packagedEnvironment({ NODE_ENV: "test", SINERGI_E2E_URL: process.env.SINERGI_E2E_URL ?? "" }),
  };
  return spawnSync(packagedNode(), [path.join(root, "node_modules", file), ...args], options).status;
}

/** Adds what a report says; a report that isn't there counts as one failure. */
function count(report, read) {
  try {
    const [passed, failed] = read(JSON.parse(readFileSync(report, "utf8")));
    counts.passed += passed;
    counts.failed += failed;
  } catch (error) {
    console.error(`No report from ${path.basename(report, ".json")}: ${error.message}`);
    counts.failed += 1;
  }
}
