// Keeps one PostgreSQL server for as long as a process of ours needs it, however that process ends. Plain JavaScript: it outlives its parent.
// Argument: JSON { postgres: [command, ...arguments], spawn: { uid?, gid?, env }, holders: folder with one file for each process that needs it }
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";

const { postgres, spawn: options, holders } = JSON.parse(process.argv[2] ?? "{}");
const [command, ...args] = postgres;
const server = spawn(command, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
let stopping = false;

server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => undefined);
process.on("SIGTERM", stop);

const watch = setInterval(() => {
  if (!stopping && !isNeeded()) stop();
}, 100);

function stop() {
  stopping = true;
  clearInterval(watch);
  // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is on disk.
  server.kill("SIGINT");
}

function isNeeded() {
  let needed = false;
  for (const name of readdirSync(holders)) {
    if (isAlive(Number(name))) needed = true;
    else rmSync(path.join(holders, name), { force: true });
  }
  return needed;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
