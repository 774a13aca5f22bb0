import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

/** How the tests start their browser; empty for Playwright's own. */
export type Browser = { executablePath?: string; env?: Record<string, string> };

const packaged = path.resolve(import.meta.dirname, "../../node_modules/@sparticuz/chromium");

/** The browser of the tests: CHROMIUM_PATH, Playwright's own where it is installed, the system's, or the one in the packages. */
export async function findBrowser(): Promise<Browser> {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH };
  if (existsSync(chromium.executablePath())) return {};
  const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  return system ? { executablePath: system } : packagedBrowser();
}

async function packagedBrowser(): Promise<Browser> {
  const { version } = JSON.parse(readFileSync(path.join(packaged, "package.json"), "utf8")) as { version: string };
  // Unpacked once for each version and user: the file is its owner's alone.
  const folder = path.join(tmpdir(), `sinergi-chromium-${version}-${userInfo().username}`);
  if (!existsSync(folder)) await unpackTo(folder);
  const executablePath = path.join(folder, "chromium");
  if (starts(executablePath)) return { executablePath };
  // A bare machine has no NSS libraries: the package brings them along.
  const { PATH = "", HOME = tmpdir() } = process.env;
  const env = { PATH, HOME, LD_LIBRARY_PATH: path.join(folder, "al2023", "lib") };
  if (starts(executablePath, env)) return { executablePath, env };
  throw new Error(`The browser in the packages doesn't start here (${executablePath}). Set CHROMIUM_PATH to a Chromium of yours.`);
}

/** The package unpacks into the temporary folder, and takes what lies there for complete: so into a new one, which is renamed at the end. */
async function unpackTo(folder: string): Promise<void> {
  const partial = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    const { default: unpacker, inflate } = await import("@sparticuz/chromium");
    await Promise.all([unpacker.executablePath(), inflate(path.join(packaged, "bin", "al2023.tar.br"))]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  }
}

function starts(executable: string, env: Record<string, string> = {}): boolean {
  return spawnSync(executable, ["--version"], { env: { ...process.env, ...env } }).status === 0;
}
