import type { Transaction } from "kysely";
import { peopleWithRoles } from "~/features/identity/people.server";
import { fundersOf } from "~/features/proposals/funders.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedDisbursement } from "./lock-disbursement.server";
import { nameOf } from "./tell-desk.server";

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
          urgent: program.urgent,
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
