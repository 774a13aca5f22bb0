import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { PledgeStatus } from "~/features/pledges/pledge";
import { DomainError } from "~/kernel/domain-error";
import type { PaymentMoney } from "./payment";

export type LockedPayment = {
  payment: PaymentMoney & { id: string; n: number };
  pledge: { id: string; companyId: string; status: PledgeStatus };
};

/** A payment and its pledge, locked in the order of every money command: program, pledge, payment. Refuses `payment_unknown`. */
export async function lockPayment(trx: Transaction<DB>, proposalId: string, paymentId: string): Promise<LockedPayment> {
  await trx.selectFrom("proposals").select("id").where("id", "=", proposalId).forUpdate().execute();
  const known = await trx
    .selectFrom("payments")
    .select("pledge_id")
    .where("proposal_id", "=", proposalId)
    .where("id", "=", paymentId)
    .executeTakeFirst();
  if (!known) throw new DomainError("payment_unknown");
  const pledge = await trx
    .selectFrom("pledges")
    .select(["id", "company_id as companyId", "status"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", known.pledge_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const payment = await trx
    .selectFrom("payments")
    .select(["id", "n", "status", "amount", "received"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", paymentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { payment, pledge };
}
