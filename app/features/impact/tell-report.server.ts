import type { Transaction } from "kysely";
import { nameOf } from "~/features/disbursements/tell-desk.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { type Person, peopleWithRoles, platformPeople } from "~/features/identity/people.server";
import { fundersOf } from "~/features/proposals/funders.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedReceipt } from "./lock-receipt.server";
import type { LockedReport } from "./lock-report.server";
import { writerRoles } from "./report";

type About = { program: ProgramForMoney; report: LockedReport };

function workspaceUrl(program: ProgramForMoney, trancheN: number): string {
  return absoluteUrl(`/ruang/lembaga/program/${program.slug}/laporan/${trancheN}`);
}

export async function tellSubmitted(
  trx: Transaction<DB>,
  { program, report, number, receipts, amount, version }: About & { number: string; receipts: number; amount: Rupiah; version: number },
): Promise<void> {
  const community = await nameOf(trx, program.organizationId);
  for (const person of await platformPeople(trx, "verifier")) {
    await queueEmail(trx, {
      template: "report-submitted",
      to: person,
      props: {
        program: program.title,
        urgent: program.urgent,
        community,
        termin: report.trancheN,
        number,
        receipts,
        amount: String(amount),
        url: absoluteUrl(`/admin/laporan/${report.id}`),
      },
      dedupeKey: `report-submitted:${report.id}:${version}:${person.userId}`,
    });
  }
}

export async function tellRevision(trx: Transaction<DB>, { program, report, note }: About & { note: string }): Promise<void> {
  const occasion = newId();
  for (const person of await peopleWithRoles(trx, program.organizationId, ...writerRoles)) {
    await queueEmail(trx, {
      template: "report-revision-requested",
      to: person,
      props: { program: program.title, urgent: program.urgent, termin: report.trancheN, note, url: workspaceUrl(program, report.trancheN) },
      dedupeKey: `report-revision-requested:${occasion}:${person.userId}`,
    });
  }
}

/** The funders and the community learn that a report is out. */
export async function tellPublished(trx: Transaction<DB>, { program, report }: About): Promise<void> {
  const { target, committed, received, disbursed, accounted } = await flowOfProgram(trx, program.id);
  const flow = {
    target: String(target),
    committed: String(committed),
    received: String(received),
    disbursed: String(disbursed),
    accounted: String(accounted),
  };
  const community = await nameOf(trx, program.organizationId);
  const readers: Person[] = await peopleWithRoles(trx, program.organizationId, ...writerRoles);
  for (const companyId of await fundersOf(trx, program.id)) readers.push(...(await peopleWithRoles(trx, companyId, "officer", "finance")));
  for (const person of readers) {
    await queueEmail(trx, {
      template: "report-published",
      to: person,
      props: {
        program: program.title,
        urgent: program.urgent,
        community,
        termin: report.trancheN,
        headline: report.headline,
        flow,
        url: absoluteUrl(`/program/${program.slug}/laporan/${report.trancheN}`),
      },
      dedupeKey: `report-published:${report.id}:${person.userId}`,
    });
  }
}

export async function tellReceiptRejected(
  trx: Transaction<DB>,
  { program, receipt, reason }: { program: ProgramForMoney; receipt: LockedReceipt; reason: string },
): Promise<void> {
  for (const person of await peopleWithRoles(trx, program.organizationId, ...writerRoles)) {
    await queueEmail(trx, {
      template: "receipt-rejected",
      to: person,
      props: {
        program: program.title,
        urgent: program.urgent,
        termin: receipt.trancheN,
        description: receipt.vendor,
        amount: String(receipt.amount),
        reason,
        url: workspaceUrl(program, receipt.trancheN),
      },
      dedupeKey: `receipt-rejected:${receipt.id}:${person.userId}`,
    });
  }
}
