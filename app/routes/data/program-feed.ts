import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { newestPrograms } from "~/features/reporting/open-data.server";
import { xmlText } from "~/features/reporting/xml";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";

/** New programs as an Atom feed. */
export const loader = guardedLoader(anyone, async (c) => {
  const programs = await newestPrograms(c.db, 50);
  const entries = programs.map(
    (program) => `<entry>
<id>urn:uuid:${program.id}</id>
<title>${xmlText(program.title)}</title>
<link href="${xmlText(absoluteUrl(`/program/${program.slug}`))}"/>
<author><name>${xmlText(program.organization.name)}</name></author>
<published>${program.publishedAt.toISOString()}</published>
<updated>${program.publishedAt.toISOString()}</updated>
<summary>${xmlText(program.summary)}</summary>
</entry>`,
  );
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<id>${xmlText(absoluteUrl("/program.atom"))}</id>
<title>Sinergi: program baru</title>
<link rel="self" href="${xmlText(absoluteUrl("/program.atom"))}"/>
<link href="${xmlText(absoluteUrl("/program"))}"/>
<updated>${(programs[0]?.publishedAt ?? now()).toISOString()}</updated>
${entries.join("\n")}
</feed>
`;
  return fileResponse(feed, { type: "application/atom+xml", name: "program.atom", inline: true, maxAge: 300 });
});
