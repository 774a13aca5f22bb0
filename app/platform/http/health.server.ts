import { Router } from "express";
import { sql } from "kysely";
import { db } from "#db/client.server";
import { log } from "../log.server";

/** /sehat: the process lives. /siap: it reaches its database. */
export function healthRoutes(): Router {
  const router = Router();
  router.get("/sehat", (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    response.json({ status: "sehat" });
  });
  router.get("/siap", (_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    sql`select 1`
      .execute(db)
      .then(() => response.json({ status: "siap" }))
      .catch((error: unknown) => {
        log.error({ err: error }, "not ready: the database doesn't answer");
        response.status(503).json({ status: "belum siap" });
      })
      .catch(next);
  });
  return router;
}
