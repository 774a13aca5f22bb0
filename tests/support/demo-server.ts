import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "../..");

/** Playwright's global set-up: the demo as `npm run demo` serves it, on a free port with a data folder of its own. SINERGI_E2E_URL names a running one. */
export default async function startDemo(): Promise<() => Promise<void>> {
  if (process.env.SINERGI_E2E_URL) return async () => undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "sinergi-e2e-"));
  const port = await freePort();
  const server = spawn(process.execPath, ["--import", "tsx", path.join(root, "app/commands/demo.ts")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      SINERGI_DEMO: "on",
      SINERGI_DATA: folder,
      PORT: String(port),
      LOG_LEVEL: "warn",
      DATABASE_URL: "",
    },
  });
  let output = "";
  server.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  server.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  process.env.SINERGI_E2E_URL = `http://localhost:${port}`;
  await untilReady(server, process.env.SINERGI_E2E_URL, () => output);
  return async () => {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
    if (/"level":50/.test(output))
      console.log(
        `The server logged errors:\n${output
          .split("\n")
          .filter((line) => line.includes('"level":50'))
          .slice(0, 20)
          .join("\n")}`,
      );
  };
}

async function untilReady(server: ChildProcess, url: string, output: () => string): Promise<void> {
  const until = Date.now() + 240_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The demo ended by itself:\n${output()}`);
    if (Date.now() > until) throw new Error(`The demo did not become ready:\n${output()}`);
    const answer = await fetch(`${url}/siap`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(250);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
