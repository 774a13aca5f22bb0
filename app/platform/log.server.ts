import pino from "pino";
import { env } from "./env.server";

/** Structured log, one JSON object a line. Never put passwords, tokens, identity numbers or whole forms into it. */
export const log = pino({
  level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["req.headers.cookie", "req.headers.authorization"],
});
