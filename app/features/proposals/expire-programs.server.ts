import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockProposal, moveProposal } from "./proposal-transition.server";

/**
 * Closes the published programs whose last day to commit has passed without a single commitment. One with a commitment stays as it is:
 * its money goes its way. Returns how many were closed.
 */
export async function expirePrograms(trx: Transaction<DB>): Promise<number> {
  const due = await trx
    .selectFrom("proposals")
    .select("id")
    .where("status", "=", "published")
    .where("open_until", "<", today())
    .orderBy("id")
    .execute();
  let expired = 0;
  for (const { id } of due) {
    const proposal = await lockProposal(trx, id);
    if (proposal.status !== "published") continue;
    if ((await flowOfProgram(trx, id)).committed > 0n) continue;
    await moveProposal(trx, proposal, { to: "expired", actorId: null });
    await recordAudit(trx, {
      actorId: null,
      action: "program.expired",
      subject: { kind: "proposal", id },
      organizationId: proposal.organizationId,
      proposalId: id,
    });
    expired += 1;
  }
  return expired;
}
