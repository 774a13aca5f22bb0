import { type RawBuilder, sql } from "kysely";
import { levelOfCode } from "~/features/areas/area";
import { isLedByWoman } from "~/features/leading/women-led.server";
import type { Day } from "~/kernel/dates";
import type { BrowseFilter } from "./browse";
import { allOf, anyOf, openNeed } from "./open-need.server";

/** One condition for each group of filters, so that a facet can leave out its own. */
export type Conditions = Record<(typeof groups)[number], RawBuilder<boolean>>;

export const groups = ["pillar", "element", "need", "goal", "area", "range", "woman", "urgent"] as const;

const always = sql<boolean>`true`;

export function conditionsOf(filter: BrowseFilter, today: Day): Conditions {
  const need = openNeed(today);
  return {
    pillar: filter.pillars.length > 0 ? sql<boolean>`p.pillar::text = any(${filter.pillars}::text[])` : always,
    element: filter.elements.length > 0 ? sql<boolean>`o.element::text = any(${filter.elements}::text[])` : always,
    need:
      filter.needs.length > 0
        ? sql<boolean>`exists (select from proposal_needs n where n.proposal_id = p.id and n.need_code = any(${filter.needs}::text[]))`
        : always,
    goal:
      filter.goals.length > 0
        ? sql<boolean>`exists (select from proposal_goals g where g.proposal_id = p.id and g.goal = any(${filter.goals}::int[]))`
        : always,
    area: filter.areas.length > 0 ? anyOf(filter.areas.map(within)) : always,
    range: allOf([
      ...(filter.min === undefined ? [] : [sql<boolean>`${need} >= ${filter.min}::bigint`]),
      ...(filter.max === undefined ? [] : [sql<boolean>`${need} <= ${filter.max}::bigint`]),
    ]),
    woman: filter.ledByWoman ? isLedByWoman : always,
    urgent: filter.urgent ? sql<boolean>`p.urgent` : always,
  };
}

/** Whether a program serves a group that could be harmed by being found: it is never placed more exactly than its district. */
function isGuarded(proposals: "p" | "sp"): RawBuilder<boolean> {
  return sql<boolean>`exists (select from proposal_needs sn join need_groups sg on sg.code = sn.need_code
    where sn.proposal_id = ${sql.ref(proposals)}.id and sg.sensitive)`;
}

function within(code: string): RawBuilder<boolean> {
  const inside = sql<boolean>`(p.area_code = ${code} or p.area_code like ${`${code}.%`})`;
  return levelOfCode(code) === "village" ? sql<boolean>`(${inside} and not ${isGuarded("p")})` : inside;
}

/** Words that say nothing about a program; the Indonesian text search has no stop words of its own. */
const stopWords = new Set(
  "ada adalah akan bagi bagian bersama dalam dan dari dengan di guna hingga ini itu juga ke oleh pada para saat sampai satu sebagai secara serta supaya tentang tiap untuk yang atau agar".split(
    " ",
  ),
);

/** The words of a query that count, in small letters; all of them when none counts. At most eight. */
export function queryWords(q: string): string[] {
  const words = q
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !stopWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, 8);
}

/**
 * Programs that speak of every word: by stem or beginning in title, summary and story, by likeness in the title (typing errors), or
 * by the name of the area or of the organisation. Each way is its own branch, so that each can use its index.
 */
export function matchesQuery(q: string): RawBuilder<boolean> {
  return allOf(
    queryWords(q).map(
      (word) => sql<boolean>`p.id in (
    select id from proposals where search @@ (plainto_tsquery('indonesian', ${word}) || to_tsquery('simple', ${`${word}:*`}))
    union all select id from proposals where ${word} <% title
    union all select sp.id from proposals sp
      join areas a on a.code = (case when ${isGuarded("sp")} then substr(sp.area_code, 1, 8) else sp.area_code end)
      where a.search like ${`${word}%`} or a.search like ${`% ${word}%`}
    union all select s.id from proposals s join organizations so on so.id = s.organization_id where so.name ilike ${`%${word}%`})`,
    ),
  );
}

/** How well a program answers the query, in millionths; whole, so that it can stand in a cursor. */
export function rankOf(q: string): RawBuilder<number> {
  const words = queryWords(q).join(" ");
  return sql<number>`((ts_rank(p.search, plainto_tsquery('indonesian', ${words})) + word_similarity(${words}, p.title)) * 100000)::int`;
}
