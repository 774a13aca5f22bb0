import { type Kysely, type Transaction, sql } from "kysely";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { ReceiptStatus } from "./receipt";

export type TerminReceipt = {
  id: string;
  line: string;
  /** The group that spent it, in a joint program. */
  member: string | null;
  amount: Rupiah;
  spentOn: Day;
  vendor: string;
  description: string;
  status: ReceiptStatus;
  addedBy: string;
  fileId: string;
  mediaType: string;
  rejectionReason: string | null;
};

/**
 * Every receipt of a termin with the file that proves it. First those that ask something of the reader: of the verifier those that wait,
 * of the community those that were turned down; then by day, the latest first.
 */
export function receiptsOfTermin(
  db: Kysely<DB> | Transaction<DB>,
  proposalId: string,
  trancheN: number,
  first: ReceiptStatus,
): Promise<TerminReceipt[]> {
  return db
    .selectFrom("receipts as x")
    .innerJoin("files as f", "f.id", "x.file_id")
    .innerJoin("budget_lines as l", (join) => join.onRef("l.proposal_id", "=", "x.proposal_id").onRef("l.id", "=", "x.budget_line_id"))
    .select(["x.id", "l.description as line", "x.amount", "x.spent_on as spentOn", "x.vendor", "x.description", "x.status"])
    .leftJoin("proposal_members as m", (join) => join.onRef("m.proposal_id", "=", "x.proposal_id").onRef("m.id", "=", "x.member_id"))
    .select("m.name as member")
    .select(["x.added_by as addedBy", "x.file_id as fileId", "f.media_type as mediaType", "x.rejection_reason as rejectionReason"])
    .where("x.proposal_id", "=", proposalId)
    .where("x.tranche_n", "=", trancheN)
    .orderBy(sql`x.status = ${first}`, "desc")
    .orderBy("x.spent_on", "desc")
    .orderBy("x.id")
    .execute();
}
