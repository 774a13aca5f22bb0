import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { serviceWorker } from "~/platform/service-worker/service-worker.server";

/** Stands at the root, so that it reaches every page; never kept by caches on the way, so that a new release is noticed. */
export const loader = guardedLoader(anyone, () => {
  if (!serviceWorker) throw new Response(null, { status: 404 });
  return new Response(serviceWorker, { headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" } });
});
