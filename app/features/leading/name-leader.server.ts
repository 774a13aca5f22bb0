import type { Transaction } from "kysely";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { lockWomanLeader } from "~/features/practitioners/women-leaders.server";
import { lockProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { mayChangeLeader, namingRoles } from "./lead";
import { tellLead } from "./tell-lead.server";

/**
 * A community asks a verified woman leader to be named as the leader of its program; she is named once she agrees. Refuses
 * `lead_program_over`, `leader_unfit`, `leader_open` (somebody is asked or leads already), `organization_frozen` and `not_allowed`.
 */
export async function nameLeader(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; leaderId: string },
): Promise<{ leadId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...namingRoles);
  if (!mayChangeLeader(proposal.status)) throw new DomainError("lead_program_over");
  await requireCommunityUnfrozen(trx, proposal.organizationId, "proposals");
  const leader = await lockWomanLeader(trx, input.leaderId);
  if (!leader) throw new DomainError("leader_unfit", { field: "leaderId" });
  const leadId = newId();
  const insert = trx
    .insertInto("program_leaders")
    .values({
      id: leadId,
      proposal_id: proposal.id,
      leader_id: leader.id,
      status: "asked",
      asked_by: actor.userId,
      asked_at: now(),
    })
    .execute();
  await refusing(insert, { program_leaders_one_open: "leader_open" });
  await tellLead(trx, actor, { id: leadId, leaderId: leader.id, leader: leader.name, proposal }, "asked", "");
  return { leadId };
}
