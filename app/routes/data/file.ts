import { redirect } from "@remix-run/node";
import { shownAlone, shownInline } from "~/features/files/file";
import { findReadableFile } from "~/features/files/file-queries.server";
import { recordOpening } from "~/features/files/record-opening.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { isId } from "~/kernel/ids";
import { storage } from "~/platform/storage.server";

/** `/berkas/:id`: one stored file, for those who may read it. Who isn't signed in learns nothing, not even whether it exists. */
export const loader = guardedLoader(anyone, async (c) => {
  const id = c.params.id ?? "";
  const file = isId(id) ? await findReadableFile(c.db, c.actor, id) : undefined;
  if (!file) {
    if (!c.actor) throw redirect(`/masuk?kembali=${encodeURIComponent(c.url.pathname)}`);
    throw new Response(null, { status: 404 });
  }
  const isPublic = file.access === "public";
  if (!isPublic && !file.own && c.actor) await c.run(recordOpening, file);

  const etag = `"${file.sha256}"`;
  const headers = {
    "Content-Type": file.mediaType,
    "Content-Disposition": `${shownInline(file.mediaType) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": isPublic ? "public, max-age=86400" : "private, max-age=300, must-revalidate",
    Vary: "Cookie",
    ETag: etag,
    "Content-Security-Policy": shownAlone,
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  if (c.request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(await storage.get(file.sha256), { headers });
});
