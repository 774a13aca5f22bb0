import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { DB } from "#db/types.generated";
import { type Movement, type Payout, all, keep, objectId, seconds } from "./objects.server";
import { tell } from "./sessions.server";

/** Pays out what has become available, as Stripe does by itself every day: one payout of everything, less the fees. */
export async function payOutAvailable(db: Kysely<DB>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sinergi.stripe-stand-in.payouts'))`.execute(trx);
    const available = (await all(trx, "movement")).filter((one) => one.type === "charge" && !one.payout && one.available_on <= seconds());
    if (available.length === 0) return;
    const created = seconds();
    const amount = available.reduce((sum, one) => sum + one.net, 0);
    const payout: Payout = {
      id: objectId("po"),
      object: "payout",
      amount,
      currency: "idr",
      status: "paid",
      arrival_date: created,
      created,
      livemode: false,
    };
    await keep(trx, "payout", payout);
    for (const movement of available) await keep(trx, "movement", { ...movement, payout: payout.id });
    await keep(trx, "movement", leaving(payout));
    await tell(trx, "payout.paid", payout);
  });
}

function leaving(payout: Payout): Movement {
  return {
    id: objectId("txn"),
    object: "balance_transaction",
    type: "payout",
    amount: -payout.amount,
    fee: 0,
    net: -payout.amount,
    currency: payout.currency,
    source: payout.id,
    created: payout.created,
    available_on: payout.created,
    payout: payout.id,
  };
}
