import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { linkLibraries, nativeFolder } from "./binaries.server";
import { type Privileges, privilegesFor } from "./privileges.server";

export type EmbeddedServer = {
  /** Owner's address of the database. */
  url: string;
  /** Says that this process needs it no longer; the server stops when nobody does. Resolves when that is settled. */
  release: () => Promise<void>;
};

type Options = { folder: string; database?: string /** Faster and forgetful: for tests. */; forgetful?: boolean };
type Running = { port: number; keeper: number };

const startTimeout = 60_000;

/** Starts PostgreSQL in a folder, or joins the one that another process of ours has started there. */
export async function startEmbedded({ folder, database = "sinergi", forgetful = false }: Options): Promise<EmbeddedServer> {
  const native = nativeFolder();
  linkLibraries(native);
  mkdirSync(folder, { recursive: true });
  const holders = path.join(folder, "holders");
  mkdirSync(holders, { recursive: true });
  const holder = path.join(holders, String(process.pid));
  const privileges = privilegesFor(native, path.join(folder, "cluster"));
  const password = keptPassword(folder);

  const running = await withLock(path.join(folder, "starting"), async () => {
    const known = await runningServer(folder, password);
    writeFileSync(holder, "");
    if (known) return known;
    initialise(native, folder, privileges, password);
    return launch(native, folder, privileges, password, forgetful);
  });
  await ensureDatabase(addressOf(running, password, "postgres"), database);
  process.once("exit", () => rmSync(holder, { force: true }));

  return {
    url: addressOf(running, password, database),
    async release() {
      rmSync(holder, { force: true });
      if (readdirSync(holders).length > 0) return;
      while (isAlive(running.keeper)) await wait(50);
    },
  };
}

function addressOf({ port }: Running, password: string, database: string): string {
  return `postgres://sinergi:${password}@127.0.0.1:${port}/${database}`;
}

function keptPassword(folder: string): string {
  const file = path.join(folder, "password");
  try {
    writeFileSync(file, randomBytes(24).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** One process at a time starts a server in this folder; a lock whose owner is gone doesn't count. */
async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + startTimeout;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      const owner = Number(readFileSync(lock, { encoding: "utf8", flag: "a+" }));
      if (owner && !isAlive(owner)) rmSync(lock, { force: true });
      if (Date.now() > until) throw new Error(`${lock} is held by process ${owner}`);
      await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function runningServer(folder: string, password: string): Promise<Running | undefined> {
  const file = path.join(folder, "running.json");
  if (!existsSync(file)) return undefined;
  const running = JSON.parse(readFileSync(file, "utf8")) as Running;
  if (!isAlive(running.keeper)) return undefined;
  if (await answers(addressOf(running, password, "postgres"))) return running;
  // It is on its way down (its last holder has just left): wait for it to be gone.
  while (isAlive(running.keeper)) await wait(50);
  return undefined;
}

function initialise(native: string, folder: string, privileges: Privileges, password: string): void {
  const cluster = path.join(folder, "cluster");
  if (existsSync(path.join(cluster, "PG_VERSION"))) {
    giveTo(cluster, privileges);
    return;
  }
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = path.join(cluster, "..", "initial-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(cluster, privileges);
  giveTo(passwordFile, privileges);
  const [command, ...args] = [
    ...privileges.prefix,
    path.join(native, "bin", "initdb"),
    `--pgdata=${cluster}`,
    "--username=sinergi",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
  ];
  const { status, stdout, stderr, error } = spawnSync(command ?? "", args, spawnOptions(privileges));
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? `${stdout}${stderr}`}`);
}

async function launch(native: string, folder: string, privileges: Privileges, password: string, forgetful: boolean): Promise<Running> {
  const cluster = path.join(folder, "cluster");
  // What a crash of the machine left behind; nothing of ours runs on this cluster now.
  rmSync(path.join(cluster, "postmaster.pid"), { force: true });
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_min_messages: "warning",
    ...(forgetful ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const postgres = [
    ...privileges.prefix,
    path.join(native, "bin", "postgres"),
    "-D",
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const log = openSync(path.join(folder, "postgres.log"), "a");
  const description = { postgres, spawn: spawnOptions(privileges), holders: path.join(folder, "holders") };
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, "keeper.mjs"), JSON.stringify(description)], {
    detached: true,
    stdio: ["ignore", log, log],
    cwd: folder,
  });
  closeSync(log);
  keeper.unref();
  const running = { port, keeper: keeper.pid ?? 0 };
  const until = Date.now() + startTimeout;
  while (!(await answers(addressOf(running, password, "postgres")))) {
    if (!isAlive(running.keeper) || Date.now() > until)
      throw new Error(`PostgreSQL did not start; see ${path.join(folder, "postgres.log")}`);
    await wait(50);
  }
  writeFileSync(path.join(folder, "running.json"), JSON.stringify(running));
  return running;
}

function spawnOptions({ uid, gid }: Privileges) {
  return {
    ...(uid === undefined ? {} : { uid, gid }),
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C" } as unknown as NodeJS.ProcessEnv,
    encoding: "utf8" as const,
  };
}

/** As root the cluster belongs to whoever runs it, also when that was somebody else the last time. */
function giveTo(file: string, { uid, gid }: Privileges): void {
  if (process.getuid?.() !== 0) return;
  const [owner, group] = [uid ?? 0, gid ?? 0];
  if (statSync(file).uid === owner) return;
  chownSync(file, owner, group);
  if (!statSync(file).isDirectory()) return;
  for (const name of readdirSync(file, { recursive: true, encoding: "utf8" })) chownSync(path.join(file, name), owner, group);
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
