import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** A file that anyone may download, unless it is `personal`; `inline` files open in the browser. */
export function fileResponse(
  body: string | AsyncGenerator<string>,
  {
    type,
    name,
    inline = false,
    maxAge = 0,
    personal = false,
  }: { type: string; name: string; inline?: boolean; maxAge?: number; personal?: boolean },
): Response {
  const content = typeof body === "string" ? body : createReadableStreamFromReadable(Readable.from(body));
  return new Response(content, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
      ...(personal
        ? { "Cache-Control": "private, no-store" }
        : { "Cache-Control": maxAge > 0 ? `public, max-age=${maxAge}` : "public, no-cache", "Access-Control-Allow-Origin": "*" }),
    },
  });
}
