import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { giveDisbursementReference } from "./give-disbursement-reference.server";
import { requirePayeeChecked } from "./payee-change-queries.server";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";

/**
 * The first signature: somebody of the desk has checked the request, or one that the bank returned, and the account it goes to (the one
 * that the program names now). After a return the transfer gets a new reference. Refuses `payee_unverified`, `fund_insufficient`,
 * `program_not_open`, `disbursement_status` `organization_frozen` and `payee_changed`.
 */
export async function prepareDisbursement(
  trx: Transaction<DB>,
  actor: Actor,
  input: DisbursementId & { key: string },
): Promise<{ disbursementId: string }> {
  requirePlatform(actor, "disburser");
  return once(trx, { key: input.key, operation: "prepare-disbursement", input: { ...input, actor: actor.userId } }, async () => {
    const { program, disbursement } = await lockDisbursement(trx, input);
    await requireCommunityUnfrozen(trx, program.organizationId, "disbursements");
    await requirePayeeChecked(trx, program.id);
    if (program.status !== "published" && program.status !== "running") throw new DomainError("program_not_open");
    const { escrow } = await flowOfProgram(trx, program.id);
    if (escrow < disbursement.amount) throw new DomainError("fund_insufficient", { amount: disbursement.amount });
    const payee = await verifiedPayee(trx, program.id);
    const again = disbursement.status === "returned";
    const reference = again ? await giveDisbursementReference(trx, input) : disbursement.reference;
    await moveDisbursement(
      trx,
      disbursement,
      { to: "prepared" },
      {
        payee_account_id: payee,
        reference,
        prepared_by: actor.userId,
        prepared_at: now(),
        approved_by: null,
        approved_at: null,
        sent_by: null,
        sent_at: null,
      },
    );
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "disbursement.prepared",
      subject: { kind: "disbursement", id: disbursement.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { amount: String(disbursement.amount), reference, ...(again && { before: disbursement.reference }) },
    });
    return { disbursementId: disbursement.id };
  });
}

async function verifiedPayee(trx: Transaction<DB>, proposalId: string): Promise<string> {
  const payee = await trx
    .selectFrom("proposals as p")
    .innerJoin("payee_accounts as a", "a.id", "p.payee_account_id")
    .select("a.id")
    .where("p.id", "=", proposalId)
    .where("a.verified_at", "is not", null)
    .where("a.closed_at", "is", null)
    .executeTakeFirst();
  if (!payee) throw new DomainError("payee_unverified");
  return payee.id;
}
