import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { moveProposal } from "~/features/proposals/proposal-transition.server";
import type { DB } from "#db/types.generated";
import { lockForVerification } from "./require-untied.server";

/** Opens a submitted proposal for checking. Whoever opens it declares, by doing so, to have no tie to the organisation. */
export async function startVerification(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string },
): Promise<{ proposalId: string }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  await moveProposal(trx, proposal, { to: "verifying", actorId: actor.userId });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "proposal.verification_started",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { declaredNoTie: true },
  });
  return { proposalId: proposal.id };
}
