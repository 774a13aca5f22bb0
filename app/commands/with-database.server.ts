import path from "node:path";
import { type EmbeddedServer, startEmbedded } from "~/platform/postgres/embedded.server";

/** Makes DATABASE_URL point to a database: the configured one, or the embedded one in the data folder. Before anything connects. */
export async function provideDatabase(): Promise<{ url: string; release: () => Promise<void> }> {
  const configured = process.env.DATABASE_URL;
  if (configured) return { url: configured, release: async () => undefined };
  const { dataFolder } = await import("~/platform/env.server");
  const server: EmbeddedServer = await startEmbedded({ folder: path.join(dataFolder, "postgres") });
  process.env.DATABASE_URL = server.url;
  return server;
}

/** One Ctrl-C arrives from the terminal, from npm and from what started us, all within this time (milliseconds). */
const together = 1_000;

/** Runs `stop` once when the process is asked to end, or when what started it has gone, then ends; a second request ends at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping === undefined) end();
      else if (performance.now() - stopping > together) process.exit(1);
    });
  }
  // Whoever kills npm doesn't tell us: a process that npm started ends with its parent.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent && stopping === undefined) end();
    }, 100).unref();
  }

  function end(): void {
    stopping = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  }
}
