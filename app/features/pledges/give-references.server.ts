import type { Transaction } from "kysely";
import { takeNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { makeReference } from "~/kernel/reference";
import { today } from "~/platform/clock.server";

export type ReferencedPayment = { id: string; n: number; amount: Rupiah; dueOn: Day; reference: string };

/** Gives each planned payment of a pledge its reference and expects the money from now on. Numbers run through the year, never twice. */
export async function giveReferences(trx: Transaction<DB>, pledge: { proposalId: string; id: string }): Promise<ReferencedPayment[]> {
  const planned = await trx
    .selectFrom("payments")
    .select(["id", "n", "amount", "due_on as dueOn"])
    .where("proposal_id", "=", pledge.proposalId)
    .where("pledge_id", "=", pledge.id)
    .where("status", "=", "planned")
    .orderBy("n")
    .execute();
  const year = Number(today().slice(0, 4));
  const last = await takeNumber(trx, "payment_reference", year, planned.length);
  const payments = planned.map((payment, index) => ({
    ...payment,
    reference: makeReference("SNG", year, last - planned.length + 1 + index),
  }));
  for (const payment of payments) {
    await trx
      .updateTable("payments")
      .set({ status: "expected", reference: payment.reference })
      .where("proposal_id", "=", pledge.proposalId)
      .where("id", "=", payment.id)
      .where("status", "=", "planned")
      .executeTakeFirstOrThrow();
  }
  await trx
    .insertInto("payment_references")
    .values(payments.map(({ id, reference }) => ({ reference, proposal_id: pledge.proposalId, payment_id: id })))
    .execute();
  return payments;
}
