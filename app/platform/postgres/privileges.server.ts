import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { findCommand, isOpenToAll } from "./binaries.server";

/** How PostgreSQL's programs are started: it refuses to run as root, so root hands them to somebody else. */
export type Privileges = {
  /** Put in front of every command. */
  prefix: readonly string[];
  uid?: number;
  gid?: number;
};

const nobody = 65_534;

/** As a plain user: as oneself. As root: as nobody if it can reach program and data, else as a user of a namespace of its own. */
export function privilegesFor(native: string, dataFolder: string): Privileges {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (isOpenToAll(native) && isOpenToAll(parentThatExists(dataFolder))) return { prefix: [], uid: nobody, gid: nobody };
  const unshare = findCommand("unshare");
  if (!unshare)
    throw new Error(`PostgreSQL doesn't run as root, and no other user can reach ${native}. Start as a plain user, or set DATABASE_URL.`);
  return { prefix: [unshare, "--user", "--map-user=1000", "--map-group=1000"] };
}

function parentThatExists(folder: string): string {
  mkdirSync(path.dirname(folder), { recursive: true });
  return existsSync(folder) ? folder : path.dirname(folder);
}
