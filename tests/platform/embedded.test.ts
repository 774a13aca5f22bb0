import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";

const root = path.resolve(import.meta.dirname, "../..");
const script = `
  import { startEmbedded } from "${root}/app/platform/postgres/embedded.server.ts";
  const server = await startEmbedded({ folder: process.argv[1], forgetful: true });
  console.log(server.url);
  setInterval(() => undefined, 1000);
`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sinergi-embedded-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("two processes share one cluster, and kill -9 of the last one leaves no server behind", { timeout: 90_000 }, async () => {
  const [first, firstUrl] = await start();
  const [second, secondUrl] = await start();
  expect(secondUrl).toBe(firstUrl);
  await killed(first);
  expect(await answers(secondUrl)).toBe(true);
  await killed(second);
  await vi.waitFor(async () => expect(await answers(secondUrl)).toBe(false), { timeout: 15_000, interval: 100 });

  const [third, thirdUrl] = await start();
  expect(await answers(thirdUrl)).toBe(true);
  await killed(third);
  await vi.waitFor(async () => expect(await answers(thirdUrl)).toBe(false), { timeout: 15_000, interval: 100 });
});

async function start(): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script, folder], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = await once(child.stdout, "data");
  return [child, String(url).trim()];
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
