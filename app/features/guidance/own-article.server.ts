import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { writers } from "./guidance";

/** The writer's own article, locked until the transaction ends; refuses `not_found` and what `requireStanding` refuses. */
export async function lockOwnArticle(trx: Transaction<DB>, actor: Actor, articleId: string) {
  const article = isId(articleId)
    ? await trx.selectFrom("guidance_articles").selectAll().where("id", "=", articleId).forUpdate().executeTakeFirst()
    : undefined;
  if (!article) throw new DomainError("not_found");
  await requireStanding(trx, actor, { organizationId: article.organization_id, elements: writers });
  return article;
}
