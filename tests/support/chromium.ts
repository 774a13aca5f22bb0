import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

/** The browser of the tests: Playwright's own where it is installed (undefined), CHROMIUM_PATH, the system's, or the one in the packages. */
export async function chromiumPath(): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (existsSync(chromium.executablePath())) return undefined;
  const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  if (system) return system;
  // It unpacks into the temporary folder and takes whatever lies there: a folder for each version.
  const manifest = path.resolve(import.meta.dirname, "../../node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  process.env.TMPDIR = path.join(tmpdir(), `sinergi-chromium-${version}`);
  const packaged = (await import("@sparticuz/chromium")).default;
  return packaged.executablePath();
}
