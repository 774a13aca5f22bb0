import { importCardMoney } from "~/features/payments/import-card-money.server";
import { startCardCheckout } from "~/features/payments/start-card-checkout.server";
import { placeCardPayment } from "~/features/payments/stripe-events.server";
import { standInClient } from "~/platform/stripe-stand-in/client.server";
import { paySession } from "~/platform/stripe-stand-in/sessions.server";
import type { DemoPledge } from "./history";
import type { Timeline } from "./timeline";
import { type World, known } from "./world.server";

/** The finance department pays an instalment by card, on the stand-in's page; Stripe's news of it is taken in at once. */
export function planCardPayment(
  world: World,
  timeline: Timeline,
  { pledge, n, day }: { pledge: DemoPledge; n: number; day: number },
): void {
  timeline.on(day, "10.25", `instalment ${n} of ${pledge.key} is paid by card`, async () => {
    const client = standInClient(world.db);
    const pledgeId = known(world.pledges, pledge.key);
    const { proposalId } = world.program(pledge.program);
    const { id: paymentId } = await world.db
      .selectFrom("payments")
      .select("id")
      .where("proposal_id", "=", proposalId)
      .where("pledge_id", "=", pledgeId)
      .where("n", "=", n)
      .executeTakeFirstOrThrow();
    const back = `/ruang/perusahaan/komitmen/${pledgeId}`;
    const actorId = known(world.users, `petugas.${pledge.people}`);
    const { url } = await startCardCheckout(world.db, client, { proposalId, pledgeId, paymentId, back, actorId });
    const paid = await paySession(world.db, url.split("/").at(-1) ?? "");
    const outcome = await placeCardPayment(world.db, client, paid?.payment_intent ?? "");
    if (outcome !== "placed") throw new Error(`The card payment was not placed: ${outcome}`);
  });
}

/** Stripe pays out, and the worker takes in what it says. */
export function planPayout(world: World, timeline: Timeline): void {
  timeline.on(-3, "10.40", "Stripe pays out", () => importCardMoney(world.db, standInClient(world.db)));
}

/** How a bank names the last payout. */
export async function payoutNumber(world: World): Promise<string> {
  const { stripe_id } = await world.db
    .selectFrom("card_payouts")
    .select("stripe_id")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return stripe_id.slice(-4);
}
