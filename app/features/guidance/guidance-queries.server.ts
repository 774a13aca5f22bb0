import { type Kysely, type Transaction, sql } from "kysely";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { isMeantFor } from "./guidance";
import { type GuidanceFilter, countChoices, narrow } from "./guidance-filter";

type Reader = Kysely<DB> | Transaction<DB>;

const pageSize = 20;

function published(db: Reader) {
  return db
    .selectFrom("guidance_articles as a")
    .innerJoin("guidance_versions as v", (join) => join.onRef("v.article_id", "=", "a.id").onRef("v.n", "=", "a.version"))
    .select(["a.id", "a.slug", "v.title", "v.summary", "v.topic", "v.areas", "v.elements", "v.reading_minutes as minutes"])
    .select(["v.published_at as publishedAt", "v.n as version"])
    .where("a.status", "=", "published");
}

export type GuidanceRow = Awaited<ReturnType<typeof guidanceFor>>[number];

/** Published guidance with every word that was typed, narrowed by the filter, the newest first; with how many each choice leaves. */
export async function browseGuidance(db: Reader, filter: GuidanceFilter) {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const text = sql<string>`lower(v.title || ' ' || v.summary || ' ' || v.body)`;
  const found = await published(db)
    .where((eb) => eb.and(words.map((word) => sql<boolean>`strpos(${text}, ${word}) > 0`)))
    .orderBy("v.published_at", "desc")
    .orderBy("a.id", "desc")
    .execute();
  const rows = narrow(found, filter);
  const first = (filter.page - 1) * pageSize;
  return {
    rows: rows.slice(first, first + pageSize),
    total: rows.length,
    more: rows.length > first + pageSize,
    choices: countChoices(found, filter),
    areaNames: await shortNames(db, [...found.flatMap((row) => row.areas), ...filter.areas]),
  };
}

/** Names of areas by code, short: "Sambong". */
async function shortNames(db: Reader, codes: readonly string[]): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const rows = await db
    .selectFrom("areas")
    .select(["code", "name"])
    .where("code", "in", [...new Set(codes)])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.code, row.name]));
}

/** The newest guidance for readers of an organisation: its element, and its area or, for practitioners, the areas of work. */
export async function guidanceFor(db: Reader, organizationId: string, limit = 3) {
  const reader = await db
    .selectFrom("organizations as o")
    .select(["o.element", "o.area_code as area"])
    .select((eb) =>
      eb
        .selectFrom("practitioner_areas as p")
        .select(sql<string[]>`coalesce(array_agg(p.area_code), '{}')`.as("areas"))
        .whereRef("p.organization_id", "=", "o.id")
        .as("work"),
    )
    .where("o.id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const areas = reader.work && reader.work.length > 0 ? reader.work : [reader.area];
  const rows = await published(db).orderBy("v.published_at", "desc").orderBy("a.id", "desc").execute();
  return rows.filter((row) => areas.some((area) => isMeantFor(row, { area, element: reader.element }))).slice(0, limit);
}

/** One article as readers see it, also when it was withdrawn, with its versions from the newest. A version number shows that one. */
export async function findArticle(db: Reader, slug: string, n?: number) {
  const article = await db
    .selectFrom("guidance_articles as a")
    .innerJoin("organizations as o", "o.id", "a.organization_id")
    .select(["a.id", "a.slug", "a.status", "a.version", "a.withdrawn_reason as withdrawnReason", "o.name as writer"])
    .where("a.slug", "=", slug)
    .where("a.version", "is not", null)
    .executeTakeFirst();
  if (!article) return undefined;
  const versions = await db
    .selectFrom("guidance_versions")
    .select(["n", "change", "published_at as publishedAt"])
    .where("article_id", "=", article.id)
    .orderBy("n", "desc")
    .execute();
  const shown = await db
    .selectFrom("guidance_versions")
    .select(["n", "title", "summary", "body", "topic", "areas", "elements", "regulations", "reading_minutes as minutes"])
    .select("published_at as publishedAt")
    .where("article_id", "=", article.id)
    .where("n", "=", n ?? article.version ?? 0)
    .executeTakeFirst();
  if (!shown) return undefined;
  return { ...article, versions, shown, areaNames: await shortNames(db, shown.areas) };
}

/** What a writer has written, the latest saved first. */
export async function ownArticles(db: Reader, organizationId: string) {
  return db
    .selectFrom("guidance_articles as a")
    .leftJoin("guidance_versions as v", (join) => join.onRef("v.article_id", "=", "a.id").onRef("v.n", "=", "a.version"))
    .select(["a.id", "a.slug", "a.title", "a.status", "a.version", "a.saved_at as savedAt", "v.published_at as publishedAt"])
    .where("a.organization_id", "=", organizationId)
    .orderBy("a.saved_at", "desc")
    .orderBy("a.id", "desc")
    .execute();
}

/** The writer's own article with its working text and the names of its areas, or undefined. */
export async function findOwnArticle(db: Reader, organizationId: string, articleId: string) {
  if (!isId(articleId)) return undefined;
  const article = await db
    .selectFrom("guidance_articles")
    .select(["id", "slug", "status", "title", "summary", "body", "topic", "areas", "elements", "regulations", "revision", "version"])
    .where("id", "=", articleId)
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  return article && { ...article, areaLabels: await labelsOf(db, article.areas) };
}

/** Areas with their whole names, in the order given; codes that don't exist fall out. */
export async function labelsOf(db: Reader, codes: readonly string[]): Promise<{ code: string; label: string }[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom("areas")
    .select(["code", "label"])
    .where("code", "in", [...new Set(codes)])
    .execute();
  return codes.flatMap((code) => rows.find((row) => row.code === code) ?? []);
}

/** The pages of published guidance, for the site map. */
export async function guidanceAddresses(db: Reader): Promise<{ path: string; changed: Date }[]> {
  const rows = await published(db).orderBy("a.slug").execute();
  return rows.map((row) => ({ path: `/panduan/${row.slug}`, changed: row.publishedAt }));
}
