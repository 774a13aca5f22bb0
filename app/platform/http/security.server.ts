import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { env } from "../env.server";

/** Where forms may lead. Paying by card ends at Stripe's own page, and browsers hold redirects after a form to this list, too. */
const formTargets = ["'self'", ...(env.STRIPE_SECRET_KEY ? ["https://checkout.stripe.com"] : [])].join(" ");

/** The content policy and its companions. While developing, Vite's own inline scripts and its socket are let through. */
export function securityHeaders({ development }: { development: boolean }) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    const script = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
    response.setHeader(
      "Content-Security-Policy",
      [
        "default-src 'self'",
        `script-src ${script}`,
        `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
        "img-src 'self' blob:",
        "font-src 'self'",
        `connect-src 'self'${development ? " ws:" : ""}`,
        "object-src 'none'",
        "base-uri 'none'",
        `form-action ${formTargets}`,
        "frame-ancestors 'none'",
      ].join("; "),
    );
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
    if (request.secure) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    letPagesReplace(response, ["content-security-policy", "x-content-type-options", "referrer-policy"]);
    next();
  };
}

/** Remix appends what a page answers with; of these headers a page's own replaces ours, since two policies would both hold. */
function letPagesReplace(response: Response, names: readonly string[]): void {
  const append = response.append.bind(response);
  response.append = (name, value) => (names.includes(name.toLowerCase()) ? response.set(name, value) : append(name, value));
}

/** States the client's address as the proxies we trust report it, so that pages can't be told another by whoever sends the request. */
export function stateClientAddress(request: Request, _response: Response, next: NextFunction): void {
  request.headers["x-forwarded-for"] = request.ip ?? "";
  next();
}

/** A form that another site sends is refused before anything reads it. */
export function refuseForeignForms(request: Request, response: Response, next: NextFunction): void {
  const { origin } = request.headers;
  const reads = request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS";
  const host = request.headers["x-forwarded-host"] ?? request.headers.host;
  if (reads || origin === undefined || hostOf(origin) === host) next();
  else response.status(403).type("text/plain").send("Formulir ini dikirim dari situs lain dan tidak diterima.");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
