import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { startProposal } from "~/features/proposals/start-proposal.server";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import type { DB } from "#db/types.generated";
import { lockAppeal, moveAppeal } from "./lock-appeal.server";
import { communityPowers } from "~/features/identity/powers";

/** Closes an appeal that is running or over: what was given is still spent and reported as in any program. */
export async function closeAppeal(trx: Transaction<DB>, actor: Actor, input: { appealId: string }): Promise<void> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, ...communityPowers.ends_appeals);
  await moveAppeal(trx, appeal, { to: "closed", actorId: actor.userId, proposalId: appeal.proposal_id ?? "" });
}

/** Turns an appeal into an ordinary proposal for the recovery, begun with its facts. */
export async function convertAppeal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; appealId: string },
): Promise<{ proposalId: string }> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, ...communityPowers.ends_appeals);
  if (appeal.status === "converted" && appeal.recovery_proposal_id) return { proposalId: appeal.recovery_proposal_id };
  const title = `Pemulihan: ${appeal.title}`;
  const { proposalId } = await startProposal(trx, actor, { key: input.key, organizationId: appeal.organization_id, title });
  await saveProposalDraft(trx, actor, {
    proposalId,
    version: 1,
    patch: {
      summary: `Pemulihan sesudah seruan ${appeal.code}.`,
      story: appeal.situation,
      pillar: "social",
      goals: [11, 13],
      needs: ["natural_disaster_victim"],
      areaCode: appeal.area_code,
    },
  });
  await moveAppeal(trx, appeal, {
    to: "converted",
    actorId: actor.userId,
    proposalId,
    set: { recovery_proposal_id: proposalId },
  });
  return { proposalId };
}
