import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { type Day, addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { obstacleToRenew, runsForDays } from "./appeal";
import { lockAppeal } from "./lock-appeal.server";
import { communityPowers } from "~/features/identity/powers";

/** Prolongs a running appeal once by fourteen days, while the disaster's statement holds; its program stays open as long. */
export async function renewAppeal(trx: Transaction<DB>, actor: Actor, input: { appealId: string }): Promise<{ validUntil: Day }> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, ...communityPowers.ends_appeals);
  const facts = {
    status: appeal.status,
    validUntil: appeal.valid_until,
    renewed: appeal.renewed_at !== null,
    statementUntil: appeal.statement_until,
  };
  const obstacle = obstacleToRenew(facts, today());
  if (obstacle) throw new DomainError(obstacle);
  const validUntil = addDays(appeal.valid_until ?? today(), runsForDays);
  await trx.updateTable("appeals").set({ valid_until: validUntil, renewed_at: now() }).where("id", "=", appeal.id).execute();
  await trx
    .updateTable("proposals")
    .set({ open_until: validUntil, ends_on: addDays(validUntil, runsForDays), updated_at: now() })
    .where("id", "=", appeal.proposal_id ?? "")
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "appeal.renewed",
    subject: { kind: "appeal", id: appeal.id },
    organizationId: appeal.organization_id,
    proposalId: appeal.proposal_id ?? undefined,
    details: { validUntil },
  });
  return { validUntil };
}
