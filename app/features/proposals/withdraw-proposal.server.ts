import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { senderRoles } from "./proposal";
import { lockProposal, moveProposal } from "./proposal-transition.server";

/** Takes a proposal back, at any time before it runs. Refuses `already_committed` once a company has committed to it. */
export async function withdrawProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; note?: string },
): Promise<{ proposalId: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...senderRoles);
  if (proposal.status === "published") {
    const { committed } = await flowOfProgram(trx, proposal.id);
    if (committed > 0n) throw new DomainError("already_committed", { committed });
  }
  await moveProposal(trx, proposal, { to: "withdrawn", actorId: actor.userId, note: input.note });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "proposal.withdrawn",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { from: proposal.status },
  });
  return { proposalId: proposal.id };
}
