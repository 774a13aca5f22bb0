import type { Transaction } from "kysely";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { signLink } from "./follow-link.server";
import { isMeantFor } from "./guidance";

/** Queues an email to every confirmed follower that a published version is meant for, each address once; running twice sends nothing twice. */
export async function tellGuidance(trx: Transaction<DB>, { articleId, version }: { articleId: string; version: number }): Promise<void> {
  const article = await trx
    .selectFrom("guidance_articles as a")
    .innerJoin("guidance_versions as v", (join) => join.onRef("v.article_id", "=", "a.id").onRef("v.n", "=", "a.version"))
    .innerJoin("organizations as o", "o.id", "a.organization_id")
    .select(["a.slug", "v.title", "v.summary", "v.areas", "v.elements", "v.change", "v.n", "o.name as writer"])
    .where("a.id", "=", articleId)
    .where("a.status", "=", "published")
    .executeTakeFirst();
  // Withdrawn or published anew meanwhile: the newer version tells for itself.
  if (!article || article.n !== version) return;
  const followers = await trx
    .selectFrom("guidance_followers")
    .select(["id", "email", "language", "area_code as area", "element"])
    .where("confirmed_at", "is not", null)
    .orderBy("id")
    .execute();
  for (const follower of followers) {
    if (!isMeantFor(article, follower)) continue;
    await queueEmail(trx, {
      template: "guidance-published",
      to: follower,
      props: {
        title: article.title,
        summary: article.summary,
        writer: article.writer,
        change: version === 1 ? "" : article.change,
        url: absoluteUrl(`/panduan/${article.slug}`),
        stopUrl: absoluteUrl(`/panduan/berhenti/${signLink("stop", follower.id)}`),
      },
      dedupeKey: `guidance-published:${articleId}:${version}:${follower.email}`,
    });
  }
}
