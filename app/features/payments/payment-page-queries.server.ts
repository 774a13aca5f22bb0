import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { hashOfToken } from "~/features/pledges/payment-link.server";
import type { PledgeStatus } from "~/features/pledges/pledge";
import { type PledgePayment, paymentsOfPledge } from "~/features/pledges/pledge-queries.server";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";

type Reader = Kysely<DB> | Transaction<DB>;

/** A bank line, the part of it that was counted for a payment, or a card payment (which no bank describes). */
export type Arrival = { id: string; n: number; arrivedOn: Day; description: string | null; amount: Rupiah };

export type PaymentPage = {
  proposalId: string;
  pledgeId: string;
  status: PledgeStatus;
  company: string;
  program: string;
  programSlug: string;
  urgent: boolean;
  community: string;
  validUntil: Day;
  payments: PledgePayment[];
  arrivals: Arrival[];
};

/** What a secret link shows; undefined when the link is unknown, revoked or past its day. */
export async function findPaymentPage(db: Reader, token: string): Promise<PaymentPage | undefined> {
  const link = await db
    .selectFrom("payment_links as k")
    .innerJoin("pledges as p", (join) => join.onRef("p.proposal_id", "=", "k.proposal_id").onRef("p.id", "=", "k.pledge_id"))
    .innerJoin("proposals as s", "s.id", "k.proposal_id")
    .innerJoin("organizations as c", "c.id", "p.company_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select(["k.proposal_id as proposalId", "k.pledge_id as pledgeId", "k.valid_until as validUntil", "p.status"])
    .select(["c.name as company", "o.name as community", "s.title as program", "s.slug as programSlug", "s.urgent"])
    .where("k.token_hash", "=", hashOfToken(token))
    .where("k.revoked_at", "is", null)
    .where("k.valid_until", ">=", today())
    .executeTakeFirst();
  if (!link) return undefined;
  const { proposalId, pledgeId } = link;
  return {
    ...link,
    payments: await paymentsOfPledge(db, proposalId, pledgeId),
    arrivals: await arrivalsOfPledge(db, proposalId, pledgeId),
  };
}

/** The money counted for a pledge, in the order in which it arrived. */
export async function arrivalsOfPledge(db: Reader, proposalId: string, pledgeId: string): Promise<Arrival[]> {
  const rows = await db
    .selectFrom("payment_arrivals as a")
    .innerJoin("payments as y", (join) => join.onRef("y.proposal_id", "=", "a.proposal_id").onRef("y.id", "=", "a.payment_id"))
    .select(["a.id", "y.n", "a.arrived_on as arrivedOn", "a.description", "a.amount"])
    .where("a.proposal_id", "=", proposalId)
    .where("a.pledge_id", "=", pledgeId)
    .orderBy("a.arrived_on")
    .orderBy("a.id")
    .execute();
  return rows.map(({ id, arrivedOn, amount, ...row }) => ({ ...row, id: id ?? "", arrivedOn: arrivedOn ?? "", amount: amount ?? 0n }));
}
