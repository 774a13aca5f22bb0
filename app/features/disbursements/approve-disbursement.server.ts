import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { requirePayeeChecked } from "./payee-change-queries.server";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";

/** The second signature, by another person than the first. Refuses `same_person` and `disbursement_status` (somebody was faster) `organization_frozen` and `payee_changed`. */
export async function approveDisbursement(
  trx: Transaction<DB>,
  actor: Actor,
  input: DisbursementId & { key: string },
): Promise<{ disbursementId: string }> {
  requirePlatform(actor, "disbursement_approver");
  return once(trx, { key: input.key, operation: "approve-disbursement", input: { ...input, actor: actor.userId } }, async () => {
    const { program, disbursement } = await lockDisbursement(trx, input);
    await requireCommunityUnfrozen(trx, program.organizationId, "disbursements");
    await requirePayeeChecked(trx, program.id);
    if (disbursement.preparedBy === actor.userId) throw new DomainError("same_person");
    if (program.status !== "published" && program.status !== "running") throw new DomainError("program_not_open");
    await moveDisbursement(trx, disbursement, { to: "approved" }, { approved_by: actor.userId, approved_at: now() });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "disbursement.approved",
      subject: { kind: "disbursement", id: disbursement.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { amount: String(disbursement.amount), reference: disbursement.reference },
    });
    return { disbursementId: disbursement.id };
  });
}
