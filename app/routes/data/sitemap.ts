import { guidanceAddresses } from "~/features/guidance/guidance-queries.server";
import { contentSlugs } from "~/features/reporting/content";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { publicAddresses } from "~/features/reporting/open-data.server";
import { xmlText } from "~/features/reporting/xml";
import { absoluteUrl } from "~/platform/env.server";

export const loader = guardedLoader(anyone, async (c) => {
  const fixed = ["/", "/program", "/laporan", "/transparansi", "/panduan", "/lapor", ...contentSlugs.map((slug) => `/${slug}`)].map(
    (path) => ({
      path,
      changed: undefined,
    }),
  );
  const urls = [...fixed, ...(await publicAddresses(c.db)), ...(await guidanceAddresses(c.db))].map(({ path, changed }) => {
    const day = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : "";
    return `<url><loc>${xmlText(absoluteUrl(path))}</loc>${day}</url>`;
  });
  const map = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return fileResponse(map, { type: "application/xml", name: "sitemap.xml", inline: true, maxAge: 3600 });
});
