import { randomBytes } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { now } from "../clock.server";

export type Store = Kysely<DB> | Transaction<DB>;

/** The objects that the stand-in keeps, in the shape in which Stripe answers them; amounts are hundredths of a rupiah, times are seconds. */
export type Session = {
  id: string;
  object: "checkout.session";
  mode: "payment";
  status: "open" | "complete" | "expired";
  payment_status: "unpaid" | "paid";
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  payment_metadata: Record<string, string>;
  description: string;
  success_url: string;
  cancel_url: string;
  url: string | null;
  created: number;
  expires_at: number;
  livemode: false;
};
export type Intent = {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_received: number;
  currency: string;
  status: "succeeded";
  metadata: Record<string, string>;
  latest_charge: string;
  created: number;
  livemode: false;
};
export type Charge = {
  id: string;
  object: "charge";
  amount: number;
  currency: string;
  paid: true;
  payment_intent: string;
  balance_transaction: string;
  metadata: Record<string, string>;
  created: number;
  livemode: false;
};
export type Movement = {
  id: string;
  object: "balance_transaction";
  type: "charge" | "payout";
  amount: number;
  fee: number;
  net: number;
  currency: string;
  source: string;
  created: number;
  available_on: number;
  payout: string | null;
};
export type Payout = {
  id: string;
  object: "payout";
  amount: number;
  currency: string;
  status: "paid";
  arrival_date: number;
  created: number;
  livemode: false;
};
export type StandInEvent = {
  id: string;
  object: "event";
  type: string;
  api_version: string;
  created: number;
  livemode: false;
  pending_webhooks: number;
  request: null;
  data: { object: unknown };
};
type Kept = { id: string; answer: string; request: string };

export type Kinds = {
  session: Session;
  intent: Intent;
  charge: Charge;
  movement: Movement;
  payout: Payout;
  event: StandInEvent;
  idempotency: Kept;
};

const alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** An id as Stripe's look: what it is, then a long random word. */
export function objectId(prefix: string): string {
  return `${prefix}_${[...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length]).join("")}`;
}

export function seconds(at = now()): number {
  return Math.floor(at.getTime() / 1000);
}

export async function keep<K extends keyof Kinds>(store: Store, kind: K, body: Kinds[K]): Promise<void> {
  await store
    .insertInto("stripe_stand_in")
    .values({ id: body.id, kind, body: JSON.stringify(body), created_at: now() })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ body: JSON.stringify(body) }))
    .execute();
}

/** One object by its id; `lock` makes others wait who want to change it. */
export async function find<K extends keyof Kinds>(store: Store, kind: K, id: string, lock = false): Promise<Kinds[K] | undefined> {
  const row = await store
    .selectFrom("stripe_stand_in")
    .select("body")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row?.body as unknown as Kinds[K] | undefined;
}

/** All objects of a kind, the newest first, as Stripe lists them. */
export async function all<K extends keyof Kinds>(store: Store, kind: K): Promise<Kinds[K][]> {
  const rows = await store
    .selectFrom("stripe_stand_in")
    .select("body")
    .where("kind", "=", kind)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ body }) => body as unknown as Kinds[K]);
}
