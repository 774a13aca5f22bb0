import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { closeDatabase } from "#db/client.server";
import { startWorker } from "./jobs/worker.server";
import { env, isProduction } from "./platform/env.server";
import { type Pages, createApp } from "./platform/http/app.server";
import { log } from "./platform/log.server";

const root = path.resolve(import.meta.dirname, "..");

/** Serves pages, and runs jobs unless WORKER=off, until it is stopped. The database is there and migrated. */
export async function serve(): Promise<{ stop: () => Promise<void> }> {
  const pages = isProduction ? await builtPages() : await developmentPages();
  const server = await listen(createApp(pages));
  const worker = env.WORKER === "on" ? await startWorker() : undefined;
  log.info({ port: env.PORT }, "serving");
  return {
    async stop() {
      // Requests and jobs that run are finished; connections that only wait are let go.
      await closeServer(server);
      await worker?.stop();
      if (pages.kind === "development") await pages.vite.close();
      await closeDatabase();
    },
  };
}

async function builtPages(): Promise<Pages> {
  const folder = path.join(root, "build");
  const build = (await import(pathToFileURL(path.join(folder, "server", "index.js")).href)) as ServerBuild;
  return { kind: "built", build, folder };
}

async function developmentPages(): Promise<Pages> {
  const { createServer } = await import("vite");
  return {
    kind: "development",
    vite: await createServer({ root, server: { middlewareMode: true, hmr: { port: env.PORT + 10_000 } }, appType: "custom" }),
  };
}

function listen(app: ReturnType<typeof createApp>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(env.PORT);
    server.once("listening", () => resolve(server));
    server.once("error", (error) =>
      reject(
        "code" in error && error.code === "EADDRINUSE"
          ? new Error(`Port ${env.PORT} is in use. Choose another one: PORT=${env.PORT + 1} npm run ...`)
          : error,
      ),
    );
  });
}

function closeServer(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), 10_000);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
