import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { Actor } from "~/features/identity/actor";
import { type Person, peopleWithRoles } from "~/features/identity/people.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { addDays } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { approvalDays, approverRoles } from "./pledge";

/** Queues the request to everybody of the company who may approve, except who drafted it. */
export async function tellApprovers(
  trx: Transaction<DB>,
  about: {
    program: ProgramForMoney;
    pledgeId: string;
    companyId: string;
    drafter: Actor;
    amount: Rupiah;
    instalments: readonly unknown[];
    note: string;
  },
): Promise<void> {
  const community = await nameOf(trx, about.program.organizationId);
  const approvers = await peopleWithRoles(trx, about.companyId, ...approverRoles);
  for (const person of approvers.filter((p) => p.userId !== about.drafter.userId)) {
    await queueEmail(trx, {
      template: "pledge-awaiting-approval",
      to: person,
      props: {
        drafter: about.drafter.name,
        program: about.program.title,
        urgent: about.program.urgent,
        community,
        amount: String(about.amount),
        instalments: about.instalments.length,
        expiresOn: addDays(today(), approvalDays),
        note: about.note,
        url: absoluteUrl(`/ruang/perusahaan/persetujuan/${about.pledgeId}`),
      },
      dedupeKey: `pledge-awaiting-approval:${about.pledgeId}:${person.userId}`,
    });
  }
}

export async function nameOf(trx: Transaction<DB>, organizationId: string): Promise<string> {
  const row = await trx.selectFrom("organizations").select("name").where("id", "=", organizationId).executeTakeFirstOrThrow();
  return row.name;
}

export async function getPerson(trx: Transaction<DB>, userId: string): Promise<Omit<Person, "organizationId">> {
  return trx.selectFrom("users").select(["id as userId", "name", "email", "language"]).where("id", "=", userId).executeTakeFirstOrThrow();
}
