import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { findMessage, requireOpenMailbox } from "~/features/mailbox/mailbox-queries.server";

/** `/dev/mailbox/:id/html`: the html of one kept email under its own policy: inline styles as emails need them, and nothing else. */
export const loader = guardedLoader(anyone, async (c) => {
  requireOpenMailbox();
  const message = await findMessage(c.db, c.params.id ?? "");
  if (!message?.html) throw new Response(null, { status: 404 });
  // Links leave the frame: without this they would open inside it.
  const html = message.html.replace(/<head>|<head\/>/, '<head><base target="_top"/>');
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
});
