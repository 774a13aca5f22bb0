import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder, env } from "./env.server";

let secret: string | undefined;

/** What signs cookies: configured, or made once and kept in the data folder. */
export function sessionSecret(): string {
  secret ??= env.SESSION_SECRET ?? keptSecret(path.join(dataFolder, "session-secret"));
  return secret;
}

function keptSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    // Fails when the file is there already: of two processes that start at once, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}
