import type { Transaction } from "kysely";
import { type Actor, type PlatformRole, requirePlatform } from "~/features/identity/actor";
import { hasTieTo } from "~/features/proposals/proposal";
import { type LockedProposal, lockProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

export const verifyingRoles = ["verifier", "administrator"] as const satisfies readonly PlatformRole[];

/** The locked proposal, for somebody of the desk who belongs neither to the organisation nor to its sponsor; refuses `own_organization`. */
export async function lockForVerification(trx: Transaction<DB>, actor: Actor, proposalId: string): Promise<LockedProposal> {
  requirePlatform(actor, ...verifyingRoles);
  const proposal = await lockProposal(trx, proposalId);
  const organization = await trx
    .selectFrom("organizations")
    .select("sponsor_id")
    .where("id", "=", proposal.organizationId)
    .executeTakeFirstOrThrow();
  if (hasTieTo(actor, [proposal.organizationId, organization.sponsor_id])) throw new DomainError("own_organization");
  return proposal;
}
