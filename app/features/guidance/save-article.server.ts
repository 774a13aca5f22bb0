import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { once } from "~/features/audit/once.server";
import type { Actor } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type GuidanceTopic, writers } from "./guidance";
import { lockOwnArticle } from "./own-article.server";

export type ArticleText = {
  title: string;
  summary: string;
  body: string;
  topic: GuidanceTopic;
  areas: readonly string[];
  elements: readonly string[];
  regulations: readonly string[];
};

const mostAreas = 20;

/** Begins an article as a draft that only its writer sees. Refuses `area_unknown`, `areas_many` and what `requireStanding` refuses. */
export async function startArticle(
  trx: Transaction<DB>,
  actor: Actor,
  input: ArticleText & { key: string; organizationId: string },
): Promise<{ articleId: string }> {
  const { key, organizationId, ...text } = input;
  await requireStanding(trx, actor, { organizationId, elements: writers });
  return once(trx, { key, operation: "start_article", input: { organizationId, ...text } }, async () => {
    const articleId = newId();
    await trx
      .insertInto("guidance_articles")
      .values({
        id: articleId,
        organization_id: organizationId,
        slug: `draf-${articleId}`,
        status: "draft",
        ...(await checked(trx, text)),
        revision: 1,
        created_by: actor.userId,
        created_at: now(),
        saved_at: now(),
      })
      .execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "guidance.started",
      subject: { kind: "guidance", id: articleId },
      organizationId,
      details: { title: text.title },
    });
    return { articleId };
  });
}

/** Keeps the text of an article; readers go on seeing the published version. Refuses `stale_version` when another page saved meanwhile. */
export async function saveArticle(
  trx: Transaction<DB>,
  actor: Actor,
  input: ArticleText & { articleId: string; revision: number },
): Promise<{ revision: number }> {
  const { articleId, revision, ...text } = input;
  const article = await lockOwnArticle(trx, actor, articleId);
  if (article.revision !== revision) throw new DomainError("stale_version");
  await trx
    .updateTable("guidance_articles")
    .set({ ...(await checked(trx, text)), revision: revision + 1, saved_at: now() })
    .where("id", "=", articleId)
    .execute();
  return { revision: revision + 1 };
}

/** The text with its areas proven to exist, none held by another. */
async function checked(trx: Transaction<DB>, text: ArticleText) {
  const wanted = [...new Set(text.areas)];
  if (wanted.length > mostAreas) throw new DomainError("areas_many", { field: "areaCode" });
  const known = wanted.length === 0 ? [] : await trx.selectFrom("areas").select("code").where("code", "in", wanted).execute();
  if (known.length !== wanted.length) throw new DomainError("area_unknown", { field: "areaCode" });
  const areas = wanted.filter((code) => !wanted.some((other) => code.startsWith(`${other}.`)));
  return { ...text, areas, elements: [...new Set(text.elements)], regulations: [...text.regulations] };
}
