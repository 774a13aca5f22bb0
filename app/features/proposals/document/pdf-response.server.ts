import { createHash } from "node:crypto";
import { shownAlone } from "~/features/files/file";
import type { Language } from "~/kernel/messages";
import { now } from "~/platform/clock.server";
import type { Paper } from "./paper";
import { paperMessages } from "./paper-messages";
import { renderPaper } from "./render-paper.server";

/** Papers that were drawn last, by what is on them; programs are read many times between two changes. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
const keptAtMost = 40;

/** Raised when the same words come to look otherwise, so that nobody keeps the former drawing. */
const layout = 1;

type Named = { request: Request; name: string };

/** A paper that only its reader may see: nobody keeps it. */
export async function privatePdf(paper: Paper, { name }: Named): Promise<Response> {
  return answer(paper, await renderPaper(paper, now()), name, { "Cache-Control": "private, no-store" });
}

/**
 * A paper that anyone may read. Its tag covers every word on it, so whoever has it already gets 304, and what was drawn for one reader serves
 * all others until something on it changes.
 */
export async function publicPdf(paper: Paper, { request, name }: Named): Promise<Response> {
  const tag = createHash("sha256")
    .update(JSON.stringify([layout, paper]))
    .digest("base64url")
    .slice(0, 22);
  const headers = { "Cache-Control": "public, no-cache", ETag: `"${tag}"`, Vary: "Cookie, Accept-Language" };
  // A tag becomes weak where a proxy compresses.
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return answer(paper, await drawnOnce(tag, paper), name, headers);
}

async function drawnOnce(tag: string, paper: Paper): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = kept.get(tag);
  kept.delete(tag);
  const drawing = found ?? renderPaper(paper, now());
  kept.set(tag, drawing);
  for (const oldest of kept.keys()) if (kept.size > keptAtMost) kept.delete(oldest);
  try {
    const pdf = await drawing;
    if (!pdf) kept.delete(tag);
    return pdf;
  } catch (error) {
    kept.delete(tag);
    throw error;
  }
}

function answer(paper: Paper, pdf: Uint8Array<ArrayBuffer> | undefined, name: string, headers: Record<string, string>): Response {
  if (!pdf) {
    const text = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", "Retry-After": "10" };
    return new Response(paperMessages[paper.language].busy, { status: 503, headers: text });
  }
  return new Response(pdf, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.byteLength),
      "Content-Disposition": `inline; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": shownAlone,
      ...headers,
    },
  });
}

/** "usulan-bengkel-sambong-v3.pdf": a slug has only letters that every system takes. */
export function pdfName(slug: string, version: number, language: Language): string {
  return `${slug}-v${version}${language === "en" ? "-en" : ""}.pdf`;
}
