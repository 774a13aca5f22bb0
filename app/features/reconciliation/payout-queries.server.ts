import { type Kysely, sql, type Transaction } from "kysely";
import type { Day } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { OpenPayout } from "./matching/payouts";

type Reader = Kysely<DB> | Transaction<DB>;

/** Payouts in rupiah that were not found at the bank yet, in the order of their days. */
export async function openPayouts(db: Reader): Promise<OpenPayout[]> {
  const rows = await db
    .selectFrom("card_payouts as o")
    .leftJoin("card_movements as m", (join) => join.onRef("m.payout_id", "=", "o.id").on("m.kind", "in", ["charge", "payment"]))
    .select(["o.id as payoutId", "o.stripe_id as stripeId", "o.amount_minor as amountMinor", "o.arrives_on as arrivesOn"])
    .select(sql<bigint>`coalesce(sum(m.amount_minor) / 100, 0)::bigint`.as("gross"))
    .select(sql<number>`count(m.id)::int`.as("payments"))
    .where("o.bank_line_id", "is", null)
    .where("o.currency", "=", "idr")
    .where("o.status", "not in", ["failed", "canceled"])
    .groupBy("o.id")
    .orderBy("o.arrives_on")
    .orderBy("o.id")
    .execute();
  return rows;
}

/** The payout that a bank line was found to be, with a key for taking that back; undefined when it is none. */
export async function payoutOfLine(db: Reader, lineId: string) {
  const row = await db
    .selectFrom("card_payouts as o")
    .select([
      "o.id",
      "o.stripe_id as stripeId",
      "o.amount_minor as amountMinor",
      "o.matched_amount as matched",
      "o.arrives_on as arrivesOn",
    ])
    .where("o.bank_line_id", "=", lineId)
    .executeTakeFirst();
  return row && { ...row, releaseKey: newId() };
}

export type PayoutOfLine = NonNullable<Awaited<ReturnType<typeof payoutOfLine>>>;

export type ClearingRow = {
  cardPaymentId: string;
  company: string;
  program: string;
  urgent: boolean;
  programSlug: string;
  reference: string;
  amount: Rupiah;
  /** Hundredths of a rupiah; null until Stripe has booked the payment. */
  feeMinor: bigint | null;
  paidOn: Day;
  payout: string | null;
};

/** The card payments that stand in card clearing: paid, and not yet found at the bank. */
export async function clearingRows(db: Reader): Promise<ClearingRow[]> {
  const rows = await db
    .selectFrom("card_payments as p")
    .innerJoin("payments as y", (join) => join.onRef("y.proposal_id", "=", "p.proposal_id").onRef("y.id", "=", "p.payment_id"))
    .innerJoin("pledges as g", (join) => join.onRef("g.proposal_id", "=", "p.proposal_id").onRef("g.id", "=", "p.pledge_id"))
    .innerJoin("organizations as c", "c.id", "g.company_id")
    .innerJoin("proposals as s", "s.id", "p.proposal_id")
    .leftJoin("card_movements as m", (join) => join.onRef("m.proposal_id", "=", "p.proposal_id").onRef("m.card_payment_id", "=", "p.id"))
    .leftJoin("card_payouts as o", "o.id", "m.payout_id")
    .select(["p.id as cardPaymentId", "c.name as company", "s.title as program", "s.urgent", "s.slug as programSlug", "y.reference"])
    .select(["p.amount", "m.fee_minor as feeMinor", "p.paid_on as paidOn", "o.stripe_id as payout"])
    .where("o.bank_line_id", "is", null)
    .orderBy("p.paid_on")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, reference: row.reference ?? "", programSlug: row.programSlug ?? "" }));
}

/** The last payouts, the newest first, with the bank line that each was found to be. */
export async function latestPayouts(db: Reader) {
  return db
    .selectFrom("card_payouts")
    .select(["id", "stripe_id as stripeId", "currency", "amount_minor as amountMinor", "status", "arrives_on as arrivesOn"])
    .select("bank_line_id as lineId")
    .orderBy("arrives_on", "desc")
    .orderBy("id", "desc")
    .limit(50)
    .execute();
}

/** Events of Stripe that wait for a person, the oldest first. Every one has a key, so that its form counts once. */
export async function eventsForPerson(db: Reader) {
  const rows = await db
    .selectFrom("stripe_events")
    .select(["id", "stripe_id as stripeId", "type", "problem", "happened_at as happenedAt"])
    .where("status", "=", "needs_person")
    .orderBy("received_at")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, formKey: newId() }));
}
