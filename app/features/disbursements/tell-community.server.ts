import type { Transaction } from "kysely";
import { peopleWithRoles } from "~/features/identity/people.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import type { Day } from "~/kernel/dates";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { treasuryRoles } from "./disbursement";
import type { LockedDisbursement } from "./lock-disbursement.server";

type About = { program: ProgramForMoney; disbursement: LockedDisbursement };

/** The money is on its way: the community is asked to look at its account and to acknowledge. */
export async function tellExecuted(
  trx: Transaction<DB>,
  { program, disbursement, executedOn }: About & { executedOn: Day },
): Promise<void> {
  for (const person of await peopleWithRoles(trx, program.organizationId, ...treasuryRoles)) {
    await queueEmail(trx, {
      template: "disbursement-executed",
      to: person,
      props: { ...factsOf({ program, disbursement }), executedOn },
      dedupeKey: `disbursement-executed:${disbursement.reference}:${person.userId}`,
    });
  }
}

export async function tellRejected(trx: Transaction<DB>, { program, disbursement, reason }: About & { reason: string }): Promise<void> {
  for (const person of await peopleWithRoles(trx, program.organizationId, ...treasuryRoles)) {
    await queueEmail(trx, {
      template: "disbursement-rejected",
      to: person,
      props: { ...factsOf({ program, disbursement }), reason },
      dedupeKey: `disbursement-rejected:${disbursement.id}:${person.userId}`,
    });
  }
}

/** What was on its way came back: the community needn't look for it on its account, and may have to mend the account. */
export async function tellReturned(trx: Transaction<DB>, { program, disbursement, reason }: About & { reason: string }): Promise<void> {
  for (const person of await peopleWithRoles(trx, program.organizationId, ...treasuryRoles)) {
    await queueEmail(trx, {
      template: "disbursement-returned",
      to: person,
      props: { ...factsOf({ program, disbursement }), reason, for: "community", url: absoluteUrl("/ruang/lembaga/rekening") },
      dedupeKey: `disbursement-returned:${disbursement.reference}:${person.userId}`,
    });
  }
}

function factsOf({ program, disbursement }: About) {
  return {
    program: program.title,
    urgent: program.urgent,
    termin: disbursement.trancheN,
    amount: String(disbursement.amount),
    reference: disbursement.reference,
    url: absoluteUrl(`/ruang/lembaga/program/${program.slug}`),
  };
}
