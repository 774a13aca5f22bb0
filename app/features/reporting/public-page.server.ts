import { createHash } from "node:crypto";
import { data } from "@remix-run/node";
import type { Actor } from "~/features/identity/actor";
import type { Language } from "~/kernel/messages";

type Reader = { actor: Actor | null; language: Language; request: Request };

/**
 * A public page's data with its caching: for signed-in readers nothing is kept, since the page's head names them; for others browsers
 * and proxies ask again each time, and an unchanged page answers 304. The tag covers everything that the page is made of.
 */
export function publicPage<T>(c: Reader, contents: T) {
  return data(contents, { headers: publicCaching(c, contents) });
}

export function publicCaching(c: Reader, contents: unknown): HeadersInit {
  // A page that tells what was just done is for one reader and once.
  const told = /(?:^|;\s*)kabar=/.test(c.request.headers.get("cookie") ?? "");
  if (c.actor || told) return { "Cache-Control": "private, no-store" };
  // Cookies choose language and appearance.
  return {
    "Cache-Control": "public, no-cache",
    ETag: tagOf(c.language, c.request.headers.get("cookie"), contents),
    Vary: "Cookie, Accept-Language",
  };
}

export function tagOf(...parts: unknown[]): string {
  const text = JSON.stringify(parts, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}
