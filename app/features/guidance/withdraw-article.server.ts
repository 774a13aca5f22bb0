import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { mayBecome } from "./guidance";
import { lockOwnArticle } from "./own-article.server";

/** Takes published guidance back. Its page stays, says why, and shows no advice any more. */
export async function withdrawArticle(trx: Transaction<DB>, actor: Actor, input: { articleId: string; reason: string }): Promise<void> {
  const article = await lockOwnArticle(trx, actor, input.articleId);
  if (!mayBecome(article.status, "withdrawn")) throw new DomainError("transition_not_allowed");
  const reason = input.reason.trim();
  if (reason.length < 10) throw new DomainError("reason_missing", { field: "reason" });
  await trx.updateTable("guidance_articles").set({ status: "withdrawn", withdrawn_reason: reason }).where("id", "=", article.id).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "guidance.withdrawn",
    subject: { kind: "guidance", id: article.id },
    organizationId: article.organization_id,
    details: { reason },
  });
}
