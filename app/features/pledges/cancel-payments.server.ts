import { sql, type Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { type Rupiah, sum } from "~/kernel/money";

/**
 * Closes the payments of a pledge that is no longer in force: what nothing arrived for is cancelled, what arrived in part is closed at
 * what arrived. Gives how much the pledge has received.
 */
export async function cancelPayments(trx: Transaction<DB>, pledge: { proposalId: string; id: string }): Promise<Rupiah> {
  const payments = await trx
    .selectFrom("payments")
    .select(["id", "status", "received"])
    .where("proposal_id", "=", pledge.proposalId)
    .where("pledge_id", "=", pledge.id)
    .orderBy("n")
    .forUpdate()
    .execute();
  const ofPledge = () => trx.updateTable("payments").where("proposal_id", "=", pledge.proposalId).where("pledge_id", "=", pledge.id);
  await ofPledge().set({ status: "cancelled" }).where("status", "in", ["planned", "expected"]).execute();
  await ofPledge().set({ status: "received", amount: sql<bigint>`received` }).where("status", "=", "partly_received").execute();
  return sum(payments.map((payment) => payment.received));
}
