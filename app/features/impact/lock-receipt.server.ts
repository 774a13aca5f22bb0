import type { Transaction } from "kysely";
import { type ProgramForMoney, getProgramForMoney } from "~/features/proposals/program-queries.server";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { ReceiptStatus } from "./receipt";

export type ReceiptId = { proposalId: string; receiptId: string };

export type LockedReceipt = {
  id: string;
  trancheN: number;
  budgetLineId: string;
  amount: Rupiah;
  spentOn: Day;
  vendor: string;
  status: ReceiptStatus;
  addedBy: string;
};

/** A receipt and its program, locked, program first. Refuses `not_found`. */
export async function lockReceipt(trx: Transaction<DB>, id: ReceiptId): Promise<{ program: ProgramForMoney; receipt: LockedReceipt }> {
  if (!isId(id.proposalId) || !isId(id.receiptId)) throw new DomainError("not_found");
  const program = await getProgramForMoney(trx, id.proposalId);
  const receipt = await trx
    .selectFrom("receipts")
    .select(["id", "tranche_n as trancheN", "budget_line_id as budgetLineId", "amount", "spent_on as spentOn", "vendor", "status"])
    .select("added_by as addedBy")
    .where("proposal_id", "=", id.proposalId)
    .where("id", "=", id.receiptId)
    .forUpdate()
    .executeTakeFirst();
  if (!receipt) throw new DomainError("not_found");
  return { program, receipt };
}
