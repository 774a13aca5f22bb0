import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import type { ViteDevServer } from "vite";
import { log } from "../log.server";
import { healthRoutes } from "./health.server";
import { loadContext } from "./load-context.server";
import { requestLog } from "./request-log.server";
import { refuseForeignForms, securityHeaders, stateClientAddress } from "./security.server";

export type Pages = { kind: "built"; build: ServerBuild; folder: string } | { kind: "development"; vite: ViteDevServer };

/** The web server: health, static files, then every page through Remix. */
export function createApp(pages: Pages): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", "loopback, linklocal, uniquelocal");
  app.use(healthRoutes());
  app.use(stateClientAddress, requestLog, securityHeaders({ development: pages.kind === "development" }), refuseForeignForms);
  app.use(compression());
  if (pages.kind === "development") app.use(pages.vite.middlewares);
  else serveFiles(app, pages.folder);
  app.all("*", createRequestHandler({ build: buildOf(pages), getLoadContext: loadContext }));
  app.use(failed);
  return app;
}

function serveFiles(app: Express, folder: string): void {
  // Names of assets carry a hash of their content.
  app.use("/assets", express.static(path.join(folder, "client", "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static(path.join(folder, "client"), { maxAge: "1h", index: false }));
}

function buildOf(pages: Pages): ServerBuild | (() => Promise<ServerBuild>) {
  if (pages.kind === "built") return pages.build;
  return async () => (await pages.vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
}

/** What Remix itself could not answer. Express needs the fourth parameter to know an error handler. */
function failed(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  if (status >= 500) log.error({ err: error, requestId: String(response.locals.requestId) }, "a request failed outside the pages");
  if (response.headersSent) {
    next(error);
    return;
  }
  response
    .status(status)
    .type("text/plain")
    .send(status === 404 ? "Tidak ditemukan." : "Terjadi kesalahan di server. Coba lagi sebentar lagi.");
}
