import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { drawFromPledges } from "~/features/ledger/draw-from-pledges.server";
import { startRunning } from "~/features/proposals/start-running.server";
import { type Day, dayOf } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";
import { tellExecuted } from "./tell-community.server";

export type ExecuteDisbursementInput = DisbursementId & { key: string; bankReference: string; executedOn: Day };

/**
 * The bank has carried out the transfer: the money leaves the program's fund, oldest arrival first, and is in transit. Refuses
 * `bank_reference_missing`, `executed_in_future`, `executed_before_sent`, `fund_insufficient` and `disbursement_status`.
 */
export async function executeDisbursement(
  trx: Transaction<DB>,
  actor: Actor,
  input: ExecuteDisbursementInput,
): Promise<{ disbursementId: string }> {
  requirePlatform(actor, "disburser");
  return once(trx, { key: input.key, operation: "execute-disbursement", input: { ...input, actor: actor.userId } }, async () => {
    const { program, disbursement } = await lockDisbursement(trx, input);
    await requireSound(trx, input);
    await moveDisbursement(
      trx,
      disbursement,
      { from: "sent", to: "executed" },
      {
        executed_by: actor.userId,
        executed_at: now(),
        executed_on: input.executedOn,
        bank_reference: input.bankReference.trim(),
      },
    );
    await drawFromPledges(trx, {
      proposalId: program.id,
      kind: "disbursement",
      amount: disbursement.amount,
      source: { kind: "disbursement", id: disbursement.id },
      occurredOn: input.executedOn,
      postedBy: actor.userId,
    });
    await startRunning(trx, { proposalId: program.id, actorId: actor.userId });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "disbursement.executed",
      subject: { kind: "disbursement", id: disbursement.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: {
        amount: String(disbursement.amount),
        reference: disbursement.reference,
        bankReference: input.bankReference.trim(),
        on: input.executedOn,
      },
    });
    await tellExecuted(trx, { program, disbursement, executedOn: input.executedOn });
    return { disbursementId: disbursement.id };
  });
}

async function requireSound(trx: Transaction<DB>, input: ExecuteDisbursementInput): Promise<void> {
  if (input.bankReference.trim() === "") throw new DomainError("bank_reference_missing", { field: "bankReference" });
  if (input.executedOn > today()) throw new DomainError("executed_in_future", { field: "executedOn" });
  const { sent_at } = await trx
    .selectFrom("disbursements")
    .select("sent_at")
    .where("proposal_id", "=", input.proposalId)
    .where("id", "=", input.disbursementId)
    .executeTakeFirstOrThrow();
  if (sent_at && input.executedOn < dayOf(sent_at)) throw new DomainError("executed_before_sent", { field: "executedOn" });
}
