import { openEvidence } from "~/features/concerns/handle-concern.server";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { storage } from "~/platform/storage.server";

/** One file of evidence, only through its case. PDFs of strangers are downloaded, never opened in our pages. */
export const loader = guardedLoader(platform("administrator"), async (c) => {
  const opened = await c.attempt(openEvidence, { concernId: c.params.id ?? "", fileId: c.params.fileId ?? "" });
  if (!opened.ok) throw new Response(null, { status: 404 });
  const file = opened.value;
  return new Response(await storage.get(file.sha256), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
