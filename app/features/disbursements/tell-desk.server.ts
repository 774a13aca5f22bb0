import type { Transaction } from "kysely";
import { platformPeople } from "~/features/identity/people.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import type { Rupiah } from "~/kernel/money";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedDisbursement } from "./lock-disbursement.server";

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
        urgent: request.program.urgent,
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

/** Tells whoever prepares disbursements that a transfer came back and waits to be prepared anew. */
export async function tellDeskReturned(
  trx: Transaction<DB>,
  { program, disbursement, reason }: { program: ProgramForMoney; disbursement: LockedDisbursement; reason: string },
): Promise<void> {
  for (const person of await platformPeople(trx, "disburser")) {
    await queueEmail(trx, {
      template: "disbursement-returned",
      to: person,
      props: {
        program: program.title,
        urgent: program.urgent,
        termin: disbursement.trancheN,
        amount: String(disbursement.amount),
        reference: disbursement.reference,
        reason,
        for: "desk",
        url: absoluteUrl(`/admin/penyaluran/${disbursement.id}`),
      },
      dedupeKey: `disbursement-returned:${disbursement.reference}:${person.userId}`,
    });
  }
}

export async function nameOf(trx: Transaction<DB>, organizationId: string): Promise<string> {
  const { name } = await trx.selectFrom("organizations").select("name").where("id", "=", organizationId).executeTakeFirstOrThrow();
  return name;
}
