import { isAreaLevel, levelOfCode } from "~/features/areas/area";
import { searchAreas } from "~/features/areas/area-queries.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";

/** `/data/wilayah?q=ledok&tingkat=village&dalam=33.16`: areas for the search field; public, so it may be cached. */
export const loader = guardedLoader(anyone, async (c) => {
  const level = c.url.searchParams.get("tingkat");
  const within = c.url.searchParams.get("dalam") ?? "";
  const areas = await searchAreas(c.db, {
    q: (c.url.searchParams.get("q") ?? "").slice(0, 80),
    level: isAreaLevel(level) ? level : undefined,
    within: levelOfCode(within) ? within : undefined,
    limit: 12,
  });
  return Response.json({ areas }, { headers: { "Cache-Control": "public, max-age=3600" } });
});
