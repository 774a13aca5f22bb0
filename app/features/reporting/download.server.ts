import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** A file that anyone may download; `inline` files open in the browser. */
export function fileResponse(
  body: string | AsyncGenerator<string>,
  { type, name, inline = false, maxAge = 0 }: { type: string; name: string; inline?: boolean; maxAge?: number },
): Response {
  const content = typeof body === "string" ? body : createReadableStreamFromReadable(Readable.from(body));
  return new Response(content, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
      "Cache-Control": maxAge > 0 ? `public, max-age=${maxAge}` : "public, no-cache",
      "Access-Control-Allow-Origin": "*",
    },
  });
}

/** Fields as one line of CSV, quoted where they have to be; text that a spreadsheet would run as a formula gets a quote mark in front. */
export function csvLine(fields: readonly (string | number | bigint | null | undefined)[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

function csvField(value: string | number | bigint | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
