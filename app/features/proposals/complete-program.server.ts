import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockProposal, moveProposal } from "./proposal-transition.server";

/**
 * Completes a running program once everything committed was received, disbursed and accounted for, every termin that was paid has a
 * published report, and no further commitment can come (the target is reached or the last day has passed). Says whether it did.
 */
export async function completeProgram(
  trx: Transaction<DB>,
  input: { proposalId: string; actorId: string | null },
): Promise<{ completed: boolean }> {
  const proposal = await lockProposal(trx, input.proposalId);
  if (proposal.status !== "running") return { completed: false };
  const flow = await flowOfProgram(trx, proposal.id);
  const allAccounted =
    flow.received > 0n && flow.committed === flow.received && flow.received === flow.disbursed && flow.disbursed === flow.accounted;
  if (!allAccounted || !(await mayClose(trx, proposal.id, flow)) || (await reportsMissing(trx, proposal.id))) return { completed: false };
  await moveProposal(trx, proposal, { to: "completed", actorId: input.actorId });
  await recordAudit(trx, {
    actorId: input.actorId,
    action: "program.completed",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { accounted: String(flow.accounted) },
  });
  return { completed: true };
}

async function mayClose(trx: Transaction<DB>, proposalId: string, flow: { target: bigint; committed: bigint }): Promise<boolean> {
  if (flow.committed === flow.target) return true;
  const row = await trx.selectFrom("proposals").select("open_until").where("id", "=", proposalId).executeTakeFirstOrThrow();
  return row.open_until !== null && row.open_until < today();
}

/** A termin whose money was acknowledged and whose report is not out yet. */
async function reportsMissing(trx: Transaction<DB>, proposalId: string): Promise<boolean> {
  const missing = await trx
    .selectFrom("disbursements as d")
    .leftJoin("reports as r", (join) =>
      join.onRef("r.proposal_id", "=", "d.proposal_id").onRef("r.tranche_n", "=", "d.tranche_n").on("r.status", "=", "published"),
    )
    .select("d.id")
    .where("d.proposal_id", "=", proposalId)
    .where("d.status", "<>", "rejected")
    .where("r.id", "is", null)
    .executeTakeFirst();
  return missing !== undefined;
}
