import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { peopleWithRoles } from "~/features/identity/people.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { peopleToTell } from "~/features/pledges/payers.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmails } from "~/platform/outbox.server";
import type { PaymentMovement } from "./record-payment-received.server";

/** Queues the news of an arrival for the company that paid and for the community that it is for. */
export async function tellPaymentReceived(trx: Transaction<DB>, movement: PaymentMovement): Promise<void> {
  const about = await trx
    .selectFrom("payments as y")
    .innerJoin("pledges as p", (join) => join.onRef("p.proposal_id", "=", "y.proposal_id").onRef("p.id", "=", "y.pledge_id"))
    .innerJoin("proposals as s", "s.id", "y.proposal_id")
    .innerJoin("organizations as c", "c.id", "p.company_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select(["y.n", "y.amount", "y.received", "y.reference", "p.id as pledgeId", "s.title", "s.urgent", "s.slug", "s.code"])
    .select(["c.id as companyId", "c.name as company", "o.id as communityId", "o.name as community"])
    .where("y.proposal_id", "=", movement.proposalId)
    .where("y.id", "=", movement.paymentId)
    .executeTakeFirstOrThrow();
  const flow = await flowOfProgram(trx, movement.proposalId);
  const props = {
    company: about.company,
    community: about.community,
    program: about.title,
    urgent: about.urgent,
    code: about.code ?? "",
    amount: String(movement.amount),
    arrivedOn: movement.occurredOn,
    reference: about.reference ?? "",
    left: String(about.amount - about.received),
    flow: {
      target: String(flow.target),
      committed: String(flow.committed),
      received: String(flow.received),
      disbursed: String(flow.disbursed),
      accounted: String(flow.accounted),
    },
  };
  const sides = [
    {
      people: await peopleToTell(trx, about.companyId),
      path: `/ruang/perusahaan/komitmen/${about.pledgeId}`,
      forCompany: true,
    },
    {
      people: await peopleWithRoles(trx, about.communityId, "chair", "treasurer"),
      path: `/program/${about.slug}/dana`,
      forCompany: false,
    },
  ];
  await queueEmails(
    trx,
    sides.flatMap(({ people, path, forCompany }) =>
      people.map((person) => ({
        template: "payment-received" as const,
        to: person,
        props: { ...props, forCompany, url: absoluteUrl(path) },
        dedupeKey: `payment-received:${movement.source.id}:${person.userId}`,
      })),
    ),
  );
}
