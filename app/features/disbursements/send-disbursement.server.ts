import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { requirePayeeChecked } from "./payee-change-queries.server";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";

/** The order has been given to the bank; no money is counted yet. Refuses `disbursement_status` `organization_frozen` and `payee_changed`. */
export async function sendDisbursement(trx: Transaction<DB>, actor: Actor, input: DisbursementId): Promise<void> {
  requirePlatform(actor, "disburser");
  const { program, disbursement } = await lockDisbursement(trx, input);
  await requireCommunityUnfrozen(trx, program.organizationId, "disbursements");
  await requirePayeeChecked(trx, program.id);
  await moveDisbursement(trx, disbursement, { to: "sent" }, { sent_by: actor.userId, sent_at: now() });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "disbursement.sent",
    subject: { kind: "disbursement", id: disbursement.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { reference: disbursement.reference },
  });
}
