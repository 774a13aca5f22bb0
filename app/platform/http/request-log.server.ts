import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { log } from "../log.server";
import { countAnswer } from "./tally.server";

/** Gives every request an id (in the log and in the answer) writes one line when it is answered, and counts it. */
export function requestLog(request: Request, response: Response, next: NextFunction): void {
  const requestId = randomUUID();
  response.locals.requestId = requestId;
  response.setHeader("X-Request-Id", requestId);
  const start = process.hrtime.bigint();
  response.on("finish", () => {
    const milliseconds = Number((process.hrtime.bigint() - start) / 1_000_000n);
    countAnswer({ path: request.path, status: response.statusCode, milliseconds });
    // Without the query: it may hold what people searched for. Secret links are cut off.
    const path = request.path.replace(/^\/(bayar|konfirmasi|gabung|sandi\/baru|lapor|panduan\/ikuti|panduan\/berhenti)\/.+/, "/$1/…");
    log.info({ requestId, method: request.method, path, status: response.statusCode, milliseconds }, "answered");
  });
  next();
}
