import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, isPlatform } from "~/features/identity/actor";
import { lockProposal } from "~/features/proposals/proposal-transition.server";
import { tieTo } from "~/features/ties/tie-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { verifyingRoles } from "./require-untied.server";

/**
 * Somebody who verifies steps back from a proposal because of a tie, so that the public can read that it happened; who it was stays
 * inside. Doing it again changes nothing. Refuses `not_allowed`, and `no_tie` unless the tie is declared first or is a membership.
 */
export async function recuse(trx: Transaction<DB>, actor: Actor, input: { proposalId: string }): Promise<void> {
  const verifies = isPlatform(actor, ...verifyingRoles) || actor.memberships.some(({ kind }) => kind === "practitioner");
  if (!verifies) throw new DomainError("not_allowed");
  const proposal = await lockProposal(trx, input.proposalId);
  const { sponsor_id } = await trx
    .selectFrom("organizations")
    .select("sponsor_id")
    .where("id", "=", proposal.organizationId)
    .executeTakeFirstOrThrow();
  if (!(await tieTo(trx, actor, [proposal.organizationId, sponsor_id]))) throw new DomainError("no_tie");
  await recordRecusal(trx, actor, proposal);
}

/** Writes that somebody stepped back from a proposal, once. The caller has made sure that it is because of a tie. */
export async function recordRecusal(trx: Transaction<DB>, actor: Actor, proposal: { id: string; organizationId: string }): Promise<void> {
  const recorded = await trx
    .insertInto("proposal_recusals")
    .values({ proposal_id: proposal.id, id: newId(), user_id: actor.userId, recorded_at: now() })
    .onConflict((conflict) => conflict.constraint("proposal_recusals_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!recorded) return;
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "verification.recused",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
  });
}
