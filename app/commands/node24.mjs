// Plain JavaScript for whatever Node starts it (20.19 or later). Installs what is missing and runs the rest on the project's own Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..", "..");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const shell = process.platform === "win32";

/** Installs exactly what the lock file says, unless it was done for this very lock file. */
export function installWhatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Sinergi needs Node 20.19 or later; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const modules = path.join(root, "node_modules");
  const mark = path.join(modules, ".sinergi-lock");
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  console.log("Installing packages (once) ...");
  const { status } = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell,
  });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(modules, { recursive: true });
  writeFileSync(mark, wanted);
}

/** Environment in which programs of the packages, and their Node, come first. */
export function packagedEnvironment(extra = {}) {
  const bin = path.join(root, "node_modules", ".bin");
  return { ...process.env, ...extra, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
}

/** The Node that the packages bring, where there is one for this machine; else the one that runs this. */
export function packagedNode() {
  const bin = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  return existsSync(bin) ? bin : process.execPath;
}

/** Runs a TypeScript command of ours on the packaged Node, passes on signals, and resolves to its exit code. */
export function runCommand(file, args = [], env = {}) {
  const child = spawn(packagedNode(), ["--import", "tsx", path.join(root, file), ...args], {
    cwd: root,
    stdio: "inherit",
    env: packagedEnvironment(env),
  });
  // Ctrl-C reaches the child by itself as well, which takes signals that come together for one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // What started us may be killed without a word: when it has gone, the child is asked to end.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 100);
  watch.unref();
  return new Promise((resolve) => {
    child.on("exit", (code) => resolve(code ?? 1));
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
