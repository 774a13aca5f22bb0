import type { Kysely, Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { approvePledge } from "~/features/pledges/approve-pledge.server";
import { type SubmitPledgeInput, submitPledge } from "~/features/pledges/submit-pledge.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { BuiltCompany } from "#db/seed/builders/organizations";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;

/** One command in a transaction of its own, as a route runs it. */
export function run<Input, Output>(db: Kysely<DB>, operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}

/** What an officer would send for one payment in thirty days. */
export function pledgeInput(
  program: BuiltProgram,
  company: BuiltCompany,
  amount: Rupiah,
  overrides: Partial<SubmitPledgeInput> = {},
): SubmitPledgeInput {
  return {
    key: newId(),
    companyId: company.organizationId,
    proposalId: program.proposalId,
    amount,
    instalments: [{ amount, dueOn: addDays(today(), 30) }],
    note: "",
    ...overrides,
  };
}

/** A pledge through the real operations: drafted by the officer, approved by the approver. */
export async function approvedPledge(
  db: Kysely<DB>,
  program: BuiltProgram,
  company: BuiltCompany,
  amount: Rupiah,
  overrides: Partial<SubmitPledgeInput> = {},
) {
  const { pledgeId } = await run(db, submitPledge, company.officer, pledgeInput(program, company, amount, overrides));
  const id = { companyId: company.organizationId, proposalId: program.proposalId, pledgeId };
  await run(db, approvePledge, company.approver, { ...id, key: newId() });
  return id;
}
