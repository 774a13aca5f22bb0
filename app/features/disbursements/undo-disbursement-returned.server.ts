import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { reverseTransfer } from "~/features/ledger/post-transfer.server";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type DisbursementId, lockDisbursement, moveDisbursement } from "./lock-disbursement.server";

/**
 * A line was wrongly taken for the return of a transfer: its entries are reversed and the transfer is executed as before, with the line
 * by which it left. For reconciliation, which has locked the line. Refuses `disbursement_prepared_again` once the termin is on its way
 * anew, and `fund_insufficient` when the fund no longer holds the money.
 */
export async function undoDisbursementReturned(
  trx: Transaction<DB>,
  input: DisbursementId & { reference: string; reason: string; actorId: string },
): Promise<void> {
  const { program, disbursement } = await lockDisbursement(trx, input);
  if (disbursement.status !== "returned" || disbursement.reference !== input.reference)
    throw new DomainError("disbursement_prepared_again");
  const { actorId, reason } = input;
  const attempt = await trx
    .updateTable("disbursement_returns")
    .set({ reversed_at: now(), reversed_by: actorId, reversal_reason: reason })
    .where("proposal_id", "=", program.id)
    .where("reference", "=", disbursement.reference)
    .where("reversed_at", "is", null)
    .returning(["executed_by", "executed_at", "executed_on", "bank_reference", "bank_account_id", "bank_line_id"])
    .executeTakeFirst();
  if (!attempt) throw new DomainError("disbursement_prepared_again");
  await moveDisbursement(trx, disbursement, { from: "returned", to: "executed" }, { ...attempt, returned_at: null, return_reason: null });
  for (const seq of await standingEntries(trx, program.id, disbursement.id)) {
    await reverseTransfer(trx, { proposalId: program.id, seq }, { occurredOn: today(), postedBy: actorId });
  }
  await recordAudit(trx, {
    actorId,
    action: "disbursement.return_reversed",
    subject: { kind: "disbursement", id: disbursement.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { reason, reference: disbursement.reference, amount: String(disbursement.amount) },
  });
}

/** The latest return's entries, one a pledge: those of earlier attempts, whose money has left again, stay. */
async function standingEntries(trx: Transaction<DB>, proposalId: string, disbursementId: string): Promise<bigint[]> {
  const rows = await trx
    .selectFrom("ledger_transfers as t")
    .leftJoin("ledger_transfers as r", (join) => join.onRef("r.proposal_id", "=", "t.proposal_id").onRef("r.reverses", "=", "t.seq"))
    .select("t.seq")
    .where("t.proposal_id", "=", proposalId)
    .where("t.source_kind", "=", "disbursement")
    .where("t.source_id", "=", disbursementId)
    .where("t.kind", "=", "disbursement_return")
    .where("t.reverses", "is", null)
    .where("r.seq", "is", null)
    .where(({ eb, selectFrom }) =>
      eb(
        "t.seq",
        ">",
        selectFrom("ledger_transfers as d")
          .select((of) => of.fn.max("d.seq").as("last"))
          .whereRef("d.proposal_id", "=", "t.proposal_id")
          .where("d.source_kind", "=", "disbursement")
          .where("d.source_id", "=", disbursementId)
          .where("d.kind", "=", "disbursement"),
      ),
    )
    .orderBy("t.seq")
    .execute();
  return rows.map(({ seq }) => seq);
}
