import type { Kysely } from "kysely";
import Stripe from "stripe";
import type { DB } from "#db/types.generated";
import { standInKey } from "../stripe.server";
import { answerStripe } from "./api.server";

/** The `stripe` package talking to the stand-in within this process: for the demo's history, which has a clock of its own, and for tests. */
export function standInClient(db: Kysely<DB>): Stripe {
  const answer = (url: unknown, init?: RequestInit) => answerStripe(db, new Request(String(url), init));
  return new Stripe(standInKey(), { httpClient: Stripe.createFetchHttpClient(answer), telemetry: false, maxNetworkRetries: 0 });
}
