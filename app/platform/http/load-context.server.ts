import type { Request, Response } from "express";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Nonce of the content policy of this answer. */
    nonce: string;
    requestId: string;
  }
}

export function loadContext(_request: Request, response: Response): { nonce: string; requestId: string } {
  return { nonce: String(response.locals.nonce), requestId: String(response.locals.requestId) };
}
