import { redirect } from "@remix-run/node";
import type { Kysely, Transaction } from "kysely";
import { refusalText } from "~/components/refusal-text";
import { attempting } from "~/features/identity/guard.server";
import type { Language } from "~/kernel/messages";
import { stripeStandInIsOn } from "~/platform/env.server";
import { flash } from "~/platform/flash.server";
import { log } from "~/platform/log.server";
import { cardsAreOffered, isStripeAway, stripe } from "~/platform/stripe.server";
import type { DB } from "#db/types.generated";
import { cardRefusals } from "./card-messages";
import { type StartCardCheckoutInput, startCardCheckout } from "./start-card-checkout.server";

/** What a page says about paying by card. `came` is what the card page sent back, `open` an instalment whose card page is still open. */
export type CardOffer = { standIn: boolean; came: "done" | "pending" | "cancelled" | null; openPaymentIds: string[] };

/** Reads a page at one moment: a payment that is recorded meanwhile must not be said to be there beside figures without it. */
export function atOneMoment<T>(db: Kysely<DB>, read: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}

/** The offer for a pledge; null where cards are not offered. */
export async function cardOfferFor(
  db: Kysely<DB> | Transaction<DB>,
  { proposalId, pledgeId }: { proposalId: string; pledgeId: string },
  url: URL,
): Promise<CardOffer | null> {
  if (!cardsAreOffered) return null;
  const open = await db
    .selectFrom("card_checkouts")
    .select("payment_id")
    .where("proposal_id", "=", proposalId)
    .where("pledge_id", "=", pledgeId)
    .where("status", "=", "open")
    .execute();
  const said = url.searchParams.get("kartu");
  const came = said === "batal" ? "cancelled" : said !== "selesai" ? null : open.length > 0 ? "pending" : "done";
  return { standIn: stripeStandInIsOn, came, openPaymentIds: open.map(({ payment_id }) => payment_id) };
}

/** Sends whoever pays to the card page, or back with the reason why not. */
export async function goToCardPage(c: { language: Language; db: Kysely<DB> }, input: StartCardCheckoutInput): Promise<Response> {
  if (!cardsAreOffered) throw new Response(null, { status: 404 });
  try {
    const started = await attempting(() => startCardCheckout(c.db, stripe(), input));
    if (started.ok) return redirect(started.value.url, { status: 303 });
    return await back(input.back, refusalText(started.refusal, c.language, cardRefusals));
  } catch (error) {
    if (!isStripeAway(error)) throw error;
    log.error({ err: error }, "Stripe could not be reached");
    return back(input.back, cardRefusals[c.language].card_away({}));
  }
}

async function back(to: string, text: string): Promise<Response> {
  return redirect(to, { status: 303, headers: await flash(text, "bad") });
}
