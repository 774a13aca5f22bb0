import { amendmentNotes } from "~/features/amendments/amendment-queries.server";
import { amendedText } from "~/features/amendments/amended-text";
import { versionsOf } from "~/features/amendments/version-queries.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { pdfName, publicPdf } from "~/features/proposals/document/pdf-response.server";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import { programPaper } from "~/features/reporting/program-paper";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";

/** `/program/:slug/pdf`: the program's page as a document, for whoever may read the page. */
export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramBySlug(c.db, c.params.slug ?? "");
  if (!program) throw new Response(null, { status: 404 });
  const version = (await versionsOf(c.db, program.id)).at(-1);
  const paper = programPaper(program, {
    language: c.language,
    day: today(),
    address: absoluteUrl(`/program/${program.slug}`),
    version,
    amended: amendedText(await amendmentNotes(c.db, program.id), c.language),
  });
  return publicPdf(paper, { request: c.request, name: pdfName(program.slug, version?.version ?? 1, c.language) });
});
