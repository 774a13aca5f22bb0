import type { Transaction } from "kysely";
import { type ProgramForMoney, getProgramForMoney } from "~/features/proposals/program-queries.server";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { settleAsks } from "~/platform/notices.server";
import type { DB, DisbursementStatus } from "#db/types.generated";
import { mayBecome } from "./disbursement";

export type DisbursementId = { proposalId: string; disbursementId: string };

export type LockedDisbursement = {
  id: string;
  proposalId: string;
  trancheN: number;
  amount: Rupiah;
  status: DisbursementStatus;
  reference: string;
  payeeAccountId: string;
  requestedBy: string;
  preparedBy: string | null;
  approvedBy: string | null;
  sentBy: string | null;
  executedBy: string | null;
  executedAt: Date | null;
  executedOn: Day | null;
  bankReference: string | null;
  /** The line of the bank's statement by which the money left; null while it is not found. */
  bankAccountId: string | null;
  bankLineId: string | null;
};

/** A disbursement and its program, locked in the order of every money command: program first. Refuses `not_found`. */
export async function lockDisbursement(
  trx: Transaction<DB>,
  id: DisbursementId,
): Promise<{ program: ProgramForMoney; disbursement: LockedDisbursement }> {
  if (!isId(id.proposalId) || !isId(id.disbursementId)) throw new DomainError("not_found");
  const program = await getProgramForMoney(trx, id.proposalId);
  const disbursement = await trx
    .selectFrom("disbursements")
    .select(["id", "proposal_id as proposalId", "tranche_n as trancheN", "amount", "status", "reference"])
    .select(["payee_account_id as payeeAccountId", "requested_by as requestedBy", "prepared_by as preparedBy"])
    .select(["approved_by as approvedBy", "sent_by as sentBy", "executed_by as executedBy", "executed_at as executedAt"])
    .select(["executed_on as executedOn", "bank_reference as bankReference", "bank_account_id as bankAccountId"])
    .select("bank_line_id as bankLineId")
    .where("proposal_id", "=", id.proposalId)
    .where("id", "=", id.disbursementId)
    .forUpdate()
    .executeTakeFirst();
  if (!disbursement) throw new DomainError("not_found");
  return { program, disbursement };
}

type Values = Partial<{
  payee_account_id: string;
  reference: string;
  prepared_by: string | null;
  prepared_at: Date | null;
  approved_by: string | null;
  approved_at: Date | null;
  sent_by: string | null;
  sent_at: Date | null;
  executed_by: string | null;
  executed_at: Date | null;
  executed_on: Day | null;
  bank_reference: string | null;
  bank_account_id: string | null;
  bank_line_id: string | null;
  acknowledged_by: string;
  acknowledged_at: Date;
  kuitansi_number: string;
  rejected_by: string;
  rejected_at: Date;
  rejection_reason: string;
  returned_at: Date | null;
  return_reason: string | null;
}>;

/**
 * Writes the next state of a locked disbursement; refuses `disbursement_status` when the table of transitions doesn't have the step, or
 * when it starts from another state than the one named: two ways lead to `executed` and to `returned`.
 */
export async function moveDisbursement(
  trx: Transaction<DB>,
  disbursement: Pick<LockedDisbursement, "proposalId" | "id" | "status">,
  { from = disbursement.status, to }: { from?: DisbursementStatus; to: DisbursementStatus },
  values: Values,
): Promise<void> {
  if (disbursement.status !== from || !mayBecome(disbursement.status, to))
    throw new DomainError("disbursement_status", { status: disbursement.status, wanted: to });
  await trx
    .updateTable("disbursements")
    .set({ status: to, ...values })
    .where("proposal_id", "=", disbursement.proposalId)
    .where("id", "=", disbursement.id)
    .where("status", "=", disbursement.status)
    .executeTakeFirstOrThrow();
  await settleAsks(trx, [`/admin/penyaluran/${disbursement.id}`]);
}
