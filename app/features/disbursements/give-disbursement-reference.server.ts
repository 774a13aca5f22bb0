import type { Transaction } from "kysely";
import { makeReference } from "~/kernel/reference";
import { today } from "~/platform/clock.server";
import { takeNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";
import type { DisbursementId } from "./lock-disbursement.server";

/**
 * The reference of a transfer, written into the bank's order. Every attempt has one of its own, so that the bank's lines of two attempts
 * can't be taken for each other; those of earlier attempts still lead to the disbursement.
 */
export async function giveDisbursementReference(trx: Transaction<DB>, { proposalId, disbursementId }: DisbursementId): Promise<string> {
  const year = Number(today().slice(0, 4));
  const reference = makeReference("SNGD", year, await takeNumber(trx, "disbursement_reference", year));
  await trx.insertInto("disbursement_references").values({ reference, proposal_id: proposalId, disbursement_id: disbursementId }).execute();
  return reference;
}
