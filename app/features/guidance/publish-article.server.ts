import { type Transaction, sql } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { slugOf } from "~/features/organizations/organization";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { enqueue } from "~/platform/jobs.server";
import type { DB } from "#db/types.generated";
import { articleIssues, mayBecome, readingMinutes } from "./guidance";
import { lockOwnArticle } from "./own-article.server";

export type PublishArticle = {
  articleId: string;
  revision: number;
  /** What is new in this version, for readers. */
  change: string;
  /** Whether followers are mailed; the first version always is. */
  tell: boolean;
};

/**
 * Publishes the text as the next version, beside those before it, and mails the followers it is meant for. Refuses `stale_version`,
 * `title_short`, `summary_short` and `body_short`.
 */
export async function publishArticle(
  trx: Transaction<DB>,
  actor: Actor,
  input: PublishArticle,
): Promise<{ slug: string; version: number }> {
  const article = await lockOwnArticle(trx, actor, input.articleId);
  if (!mayBecome(article.status, "published")) throw new DomainError("transition_not_allowed");
  if (article.revision !== input.revision) throw new DomainError("stale_version");
  const [issue] = articleIssues(article);
  if (issue) throw new DomainError(issue.code, { field: issue.field });
  const { title, summary, body, topic, areas, elements, regulations } = article;
  const version = (article.version ?? 0) + 1;
  await trx
    .insertInto("guidance_versions")
    .values({
      ...{ title, summary, body, topic, areas, elements, regulations },
      article_id: article.id,
      n: version,
      reading_minutes: readingMinutes(body),
      change: input.change.trim(),
      published_by: actor.userId,
      published_at: now(),
    })
    .execute();
  const slug = article.version === null ? await freeSlug(trx, title) : article.slug;
  await trx
    .updateTable("guidance_articles")
    .set({ status: "published", slug, version, withdrawn_reason: null })
    .where("id", "=", article.id)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "guidance.published",
    subject: { kind: "guidance", id: article.id },
    organizationId: article.organization_id,
    details: { version, title },
  });
  if (input.tell || version === 1) await enqueue(trx, "tell-guidance", { articleId: article.id, version });
  return { slug, version };
}

/** Addresses under /panduan that are no articles. */
const taken = ["ikuti", "berhenti"];

async function freeSlug(trx: Transaction<DB>, title: string): Promise<string> {
  // Two articles of one title that are published at once would otherwise both find the same address free.
  await sql`select pg_advisory_xact_lock(hashtext('guidance-slug'))`.execute(trx);
  const wanted = slugOf(title) || "panduan";
  for (let attempt = taken.includes(wanted) ? 2 : 1; ; attempt += 1) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    const used = await trx.selectFrom("guidance_articles").select("id").where("slug", "=", slug).executeTakeFirst();
    if (!used) return slug;
  }
}
