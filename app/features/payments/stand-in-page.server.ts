import type { Kysely } from "kysely";
import { stripeStandInIsOn } from "~/platform/env.server";
import { currentSession } from "~/platform/stripe-stand-in/sessions.server";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { rupiahOf } from "./card";

/** The stand-in exists only while no real keys are set and this is no real installation; otherwise its pages are not there. */
export function requireStandIn(): void {
  if (!stripeStandInIsOn) throw new Response(null, { status: 404 });
}

export type StandInCheckout = {
  id: string;
  status: "open" | "complete" | "expired";
  amount: Rupiah;
  description: string;
  successUrl: string;
  cancelUrl: string;
};

/** What the hosted page of a checkout shows; undefined when there is none. */
export async function findStandInCheckout(db: Kysely<DB>, id: string): Promise<StandInCheckout | undefined> {
  const session = await currentSession(db, id);
  if (!session) return undefined;
  return {
    id: session.id,
    status: session.status,
    amount: rupiahOf(session.amount_total) ?? 0n,
    description: session.description,
    successUrl: session.success_url,
    cancelUrl: session.cancel_url,
  };
}
