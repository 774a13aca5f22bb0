import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockAppeal } from "./lock-appeal.server";
import { type Statement, storeStatement } from "./store-statement.server";
import { communityPowers } from "~/features/identity/powers";

/** Adds the disaster's statement that followed later, or the one that prolongs it. Refuses `appeal_over` and `statement_days`. */
export async function addStatement(trx: Transaction<DB>, actor: Actor, input: { appealId: string; statement: Statement }): Promise<void> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, ...communityPowers.raises_appeals);
  if (appeal.status !== "raised" && appeal.status !== "verified") throw new DomainError("appeal_over");
  const { statement } = input;
  const columns = await storeStatement(trx, actor, appeal.organization_id, statement);
  await trx.updateTable("appeals").set(columns).where("id", "=", appeal.id).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "appeal.statement_added",
    subject: { kind: "appeal", id: appeal.id },
    organizationId: appeal.organization_id,
    details: { number: statement.number, until: statement.until },
  });
}
