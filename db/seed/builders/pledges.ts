import type { Kysely } from "kysely";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { type Rupiah, sum } from "~/kernel/money";
import { makeReference } from "~/kernel/reference";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type BuiltCompany, buildCompany } from "./organizations";
import type { BuiltProgram } from "./programs";

export type BuiltPledge = {
  proposalId: string;
  pledgeId: string;
  company: BuiltCompany;
  amount: Rupiah;
  payments: { paymentId: string; amount: Rupiah; reference: string }[];
};

type PledgeOverrides = {
  program: BuiltProgram;
  company?: BuiltCompany;
  /** Amounts of the instalments in rupiah; they sum to the pledge. */
  instalments?: readonly Rupiah[];
};

let referenceNumber = 5000;

/** A pledge that its company has approved: the commitment is in the ledger and every instalment has its reference. */
export async function buildCommittedPledge(db: Kysely<DB>, { program, ...overrides }: PledgeOverrides): Promise<BuiltPledge> {
  const company = overrides.company ?? (await buildCompany(db));
  const instalments = overrides.instalments ?? [program.target];
  const { proposalId } = program;
  const pledge: BuiltPledge = {
    proposalId,
    pledgeId: newId(),
    company,
    amount: sum(instalments),
    payments: instalments.map((amount) => {
      referenceNumber += 1;
      return { paymentId: newId(), amount, reference: makeReference("SNG", 2026, referenceNumber) };
    }),
  };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("pledges")
      .values({
        proposal_id: proposalId,
        id: pledge.pledgeId,
        company_id: company.organizationId,
        status: "committed",
        amount: pledge.amount,
        created_by: company.officer.userId,
        created_at: now(),
        submitted_at: now(),
        decided_by: company.approver.userId,
        decided_at: now(),
      })
      .execute();
    await trx
      .insertInto("payments")
      .values(
        pledge.payments.map(({ paymentId, amount, reference }, index) => ({
          proposal_id: proposalId,
          id: paymentId,
          pledge_id: pledge.pledgeId,
          n: index + 1,
          amount,
          due_on: addDays(today(), 14 * (index + 1)),
          status: "expected" as const,
          reference,
        })),
      )
      .execute();
    await trx
      .insertInto("payment_references")
      .values(pledge.payments.map(({ paymentId, reference }) => ({ reference, proposal_id: proposalId, payment_id: paymentId })))
      .execute();
    await postTransfer(trx, {
      proposalId,
      kind: "commitment",
      amount: pledge.amount,
      pledgeId: pledge.pledgeId,
      source: { kind: "pledge", id: pledge.pledgeId },
      occurredOn: today(),
      postedBy: company.approver.userId,
    });
  });
  return pledge;
}
