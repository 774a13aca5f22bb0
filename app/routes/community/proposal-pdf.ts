import { community, guardedLoader } from "~/features/identity/guard.server";
import { draftPaper } from "~/features/proposals/document/draft-paper";
import { pdfName, privatePdf } from "~/features/proposals/document/pdf-response.server";
import { findPrintView } from "~/features/proposals/print/print-view.server";
import { now } from "~/platform/clock.server";

/** `/ruang/lembaga/usulan/:id/pdf`: a proposal as its organisation has it. */
export const loader = guardedLoader(community(), async (c) => {
  const view = await findPrintView(c.db, String(c.params.id), c.membership.organizationId);
  if (!view) throw new Response(null, { status: 404 });
  const paper = draftPaper(view, c.language, now());
  return privatePdf(paper, { request: c.request, name: pdfName(view.slug, view.version, c.language) });
});
