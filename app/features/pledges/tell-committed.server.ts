import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { peopleWithRoles } from "~/features/identity/people.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { findEscrowAccount } from "./escrow-account.server";
import type { ReferencedPayment } from "./give-references.server";
import type { LockedPledge } from "./lock-pledge.server";
import type { PaymentLink } from "./payment-link.server";
import { peopleToTell } from "./payers.server";
import { nameOf } from "./tell-approvers.server";

type Committed = { program: ProgramForMoney; pledge: LockedPledge; payments: readonly ReferencedPayment[]; link: PaymentLink };

/**
 * Queues the transfer instruction for the company's finance and officers, and the news for the community's chair. Refuses
 * `escrow_missing` on an installation without a bank account: nobody may be told to transfer nowhere.
 */
export async function tellCommitted(trx: Transaction<DB>, { program, pledge, payments, link }: Committed): Promise<void> {
  const account = await findEscrowAccount(trx);
  if (!account) throw new DomainError("escrow_missing");
  const of = payments.length;
  const instruction = {
    bank: account.bankName,
    accountNumber: account.number,
    holder: account.holderName,
    payments: payments.map(({ n, amount, dueOn, reference }) => ({ n, of, amount: String(amount), dueOn, reference })),
  };
  const community = await nameOf(trx, program.organizationId);
  for (const person of await peopleToTell(trx, pledge.companyId)) {
    await queueEmail(trx, {
      template: "pledge-approved",
      to: person,
      props: {
        company: pledge.companyName,
        program: program.title,
        urgent: program.urgent,
        community,
        amount: String(pledge.amount),
        instruction,
        linkUrl: absoluteUrl(link.path),
        linkValidUntil: link.validUntil,
        url: absoluteUrl(`/ruang/perusahaan/komitmen/${pledge.id}`),
      },
      dedupeKey: `pledge-approved:${pledge.id}:${person.userId}`,
    });
  }
  await tellCommunity(trx, program, pledge);
}

async function tellCommunity(trx: Transaction<DB>, program: ProgramForMoney, pledge: LockedPledge): Promise<void> {
  const flow = await flowOfProgram(trx, program.id);
  for (const person of await peopleWithRoles(trx, program.organizationId, "chair")) {
    await queueEmail(trx, {
      template: "pledge-received",
      to: person,
      props: {
        company: pledge.companyName,
        program: program.title,
        urgent: program.urgent,
        amount: String(pledge.amount),
        flow: {
          target: String(flow.target),
          committed: String(flow.committed),
          received: String(flow.received),
          disbursed: String(flow.disbursed),
          accounted: String(flow.accounted),
        },
        url: absoluteUrl(`/program/${program.slug}/dana`),
      },
      dedupeKey: `pledge-received:${pledge.id}:${person.userId}`,
    });
  }
}
