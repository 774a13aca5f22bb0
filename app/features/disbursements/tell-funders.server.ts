import type { Transaction } from "kysely";
import { peopleWithRoles } from "~/features/identity/people.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedDisbursement } from "./lock-disbursement.server";
import { nameOf } from "./tell-desk.server";

/** Companies with a commitment to a program, each once. */
export async function fundersOf(trx: Transaction<DB>, proposalId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("pledges")
    .select("company_id")
    .distinct()
    .where("proposal_id", "=", proposalId)
    .where("status", "in", ["committed", "settled"])
    .orderBy("company_id")
    .execute();
  return rows.map((row) => row.company_id);
}

/** Tells the funders that a termin has arrived. */
export async function tellAcknowledged(
  trx: Transaction<DB>,
  { program, disbursement, kuitansi }: { program: ProgramForMoney; disbursement: LockedDisbursement; kuitansi: string },
): Promise<void> {
  const community = await nameOf(trx, program.organizationId);
  for (const companyId of await fundersOf(trx, program.id)) {
    for (const person of await peopleWithRoles(trx, companyId, "officer", "finance")) {
      await queueEmail(trx, {
        template: "disbursement-acknowledged",
        to: person,
        props: {
          program: program.title,
          community,
          termin: disbursement.trancheN,
          amount: String(disbursement.amount),
          kuitansi,
          url: absoluteUrl(`/program/${program.slug}`),
        },
        dedupeKey: `disbursement-acknowledged:${disbursement.id}:${person.userId}`,
      });
    }
  }
}
