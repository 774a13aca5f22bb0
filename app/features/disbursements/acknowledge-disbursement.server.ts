import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { followSource } from "~/features/ledger/draw-from-pledges.server";
import { now, today } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import { takePaperNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";
import { treasuryRoles } from "./disbursement";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";
import { tellAcknowledged } from "./tell-funders.server";

/** The community confirms, by a numbered kuitansi, that the money is on its account: from now on it counts as disbursed. Refuses `disbursement_status`. */
export async function acknowledgeDisbursement(
  trx: Transaction<DB>,
  actor: Actor,
  input: DisbursementId & { key: string },
): Promise<{ disbursementId: string }> {
  const { program, disbursement } = await lockDisbursement(trx, input);
  requireMembership(actor, program.organizationId, ...treasuryRoles);
  return once(trx, { key: input.key, operation: "acknowledge-disbursement", input: { ...input, actor: actor.userId } }, async () => {
    const kuitansi = await takePaperNumber(trx, "KW", Number(today().slice(0, 4)));
    await moveDisbursement(
      trx,
      disbursement,
      { to: "acknowledged" },
      {
        acknowledged_by: actor.userId,
        acknowledged_at: now(),
        kuitansi_number: kuitansi,
      },
    );
    await followSource(trx, {
      proposalId: program.id,
      kind: "acknowledgement",
      source: { kind: "disbursement", id: disbursement.id },
      occurredOn: today(),
      postedBy: actor.userId,
    });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "disbursement.acknowledged",
      subject: { kind: "disbursement", id: disbursement.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { amount: String(disbursement.amount), reference: disbursement.reference, kuitansi },
    });
    await settleAsks(trx, [`/ruang/lembaga/program/${program.slug}`], { organizationId: program.organizationId });
    await tellAcknowledged(trx, { program, disbursement, kuitansi });
    return { disbursementId: disbursement.id };
  });
}
