import type { Transaction } from "kysely";
import { platformPeople } from "~/features/identity/people.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import type { Rupiah } from "~/kernel/money";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";

/** Tells whoever prepares disbursements that a community asks for a termin. */
export async function tellRequested(
  trx: Transaction<DB>,
  request: { program: ProgramForMoney; disbursementId: string; trancheN: number; title: string; amount: Rupiah },
): Promise<void> {
  const community = await nameOf(trx, request.program.organizationId);
  for (const person of await platformPeople(trx, "disburser")) {
    await queueEmail(trx, {
      template: "disbursement-requested",
      to: person,
      props: {
        program: request.program.title,
        community,
        termin: request.trancheN,
        title: request.title,
        amount: String(request.amount),
        url: absoluteUrl(`/admin/penyaluran/${request.disbursementId}`),
      },
      dedupeKey: `disbursement-requested:${request.disbursementId}:${person.userId}`,
    });
  }
}

export async function nameOf(trx: Transaction<DB>, organizationId: string): Promise<string> {
  const { name } = await trx.selectFrom("organizations").select("name").where("id", "=", organizationId).executeTakeFirstOrThrow();
  return name;
}
