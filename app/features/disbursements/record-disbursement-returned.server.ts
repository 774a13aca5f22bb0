import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { followSource } from "~/features/ledger/draw-from-pledges.server";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { type DisbursementId, type LockedDisbursement, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";
import { tellDeskReturned } from "./tell-desk.server";
import { tellReturned } from "./tell-community.server";

export type DisbursementReturned = DisbursementId & {
  /** Of the attempt that came back: after a return the next one has another. */
  reference: string;
  /** The incoming line of the bank's statement; whole rupiah. */
  line: { bankAccountId: string; id: string; bookedOn: Day; amount: Rupiah };
  /** The bank's own words. */
  reason: string;
  actorId: string;
};

/**
 * Money that left comes back by a line of the bank's statement: it is in the program's fund again, whose it was before, and the termin
 * waits to be prepared anew. For reconciliation, which has locked the line. Refuses `disbursement_acknowledged`, `disbursement_returned`
 * (somebody was faster), `disbursement_not_executed`, `disbursement_amount`, `returned_before_executed`, and `same_person` for who signed
 * or carried out the transfer.
 */
export async function recordDisbursementReturned(trx: Transaction<DB>, input: DisbursementReturned): Promise<void> {
  const { program, disbursement } = await lockDisbursement(trx, input);
  const attempt = requireReturnable(disbursement, input);
  const { line, actorId, reason } = input;
  const at = now();
  const insert = trx
    .insertInto("disbursement_returns")
    .values({
      proposal_id: program.id,
      id: newId(),
      disbursement_id: disbursement.id,
      reference: disbursement.reference,
      amount: disbursement.amount,
      payee_account_id: disbursement.payeeAccountId,
      executed_by: disbursement.executedBy,
      executed_at: disbursement.executedAt,
      executed_on: attempt.executedOn,
      bank_reference: attempt.bankReference,
      bank_account_id: disbursement.bankAccountId,
      bank_line_id: disbursement.bankLineId,
      return_account_id: line.bankAccountId,
      return_line_id: line.id,
      reason,
      returned_by: actorId,
      returned_at: at,
    })
    .execute();
  await refusing(insert, { disbursement_returns_attempt_once: "disbursement_returned", disbursement_returns_line_once: "line_closed" });
  await moveDisbursement(
    trx,
    disbursement,
    { from: "executed", to: "returned" },
    { ...notExecuted, returned_at: at, return_reason: reason },
  );
  await followSource(trx, {
    proposalId: program.id,
    kind: "disbursement_return",
    source: { kind: "disbursement", id: disbursement.id },
    occurredOn: line.bookedOn,
    postedBy: actorId,
  });
  await recordAudit(trx, {
    actorId,
    action: "disbursement.returned",
    subject: { kind: "disbursement", id: disbursement.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { reason, reference: disbursement.reference, amount: String(disbursement.amount), on: line.bookedOn },
  });
  await tellReturned(trx, { program, disbursement, reason });
  await tellDeskReturned(trx, { program, disbursement, reason });
}

/** What the row of the return keeps is taken off the disbursement, which is free for another attempt. */
const notExecuted = {
  executed_by: null,
  executed_at: null,
  executed_on: null,
  bank_reference: null,
  bank_account_id: null,
  bank_line_id: null,
};

function requireReturnable(disbursement: LockedDisbursement, input: DisbursementReturned): { executedOn: Day; bankReference: string } {
  if (disbursement.status === "acknowledged") throw new DomainError("disbursement_acknowledged");
  if (disbursement.status === "returned" || disbursement.reference !== input.reference) throw new DomainError("disbursement_returned");
  const { executedOn, bankReference } = disbursement;
  if (disbursement.status !== "executed" || !executedOn || !bankReference) throw new DomainError("disbursement_not_executed");
  if (disbursement.amount !== input.line.amount) throw new DomainError("disbursement_amount", { amount: disbursement.amount });
  if (input.line.bookedOn < executedOn) throw new DomainError("returned_before_executed");
  const hands = [disbursement.preparedBy, disbursement.approvedBy, disbursement.sentBy, disbursement.executedBy];
  if (hands.includes(input.actorId)) throw new DomainError("same_person");
  return { executedOn, bankReference };
}
