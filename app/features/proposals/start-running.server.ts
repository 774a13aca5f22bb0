import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { DB } from "#db/types.generated";
import { lockProposal, moveProposal } from "./proposal-transition.server";

/** A published program runs from its first executed disbursement on; does nothing when it runs already. */
export async function startRunning(trx: Transaction<DB>, input: { proposalId: string; actorId: string | null }): Promise<void> {
  const proposal = await lockProposal(trx, input.proposalId);
  if (proposal.status === "running") return;
  await moveProposal(trx, proposal, { to: "running", actorId: input.actorId });
  await recordAudit(trx, {
    actorId: input.actorId,
    action: "program.running",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
  });
}
