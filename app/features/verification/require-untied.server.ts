import type { Transaction } from "kysely";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { type LockedProposal, lockProposal } from "~/features/proposals/proposal-transition.server";
import { requireUntied } from "~/features/ties/require-untied.server";
import type { DB } from "#db/types.generated";
import { platformPowers } from "~/features/identity/powers";

export const verifyingRoles = platformPowers.checks_proposals;

/**
 * The locked proposal, for somebody of the desk who has no tie to the organisation or its sponsor; refuses `own_organization` and
 * `declared_tie`.
 */
export async function lockForVerification(trx: Transaction<DB>, actor: Actor, proposalId: string): Promise<LockedProposal> {
  requirePlatform(actor, ...verifyingRoles);
  const proposal = await lockProposal(trx, proposalId);
  const organization = await trx
    .selectFrom("organizations")
    .select("sponsor_id")
    .where("id", "=", proposal.organizationId)
    .executeTakeFirstOrThrow();
  await requireUntied(trx, actor, [proposal.organizationId, organization.sponsor_id]);
  return proposal;
}
