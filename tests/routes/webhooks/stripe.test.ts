import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { webhookSecret } from "~/platform/stripe.server";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const { action } = await import("~/routes/webhooks/stripe");

const event = (id: string) =>
  JSON.stringify({ id, object: "event", type: "customer.created", created: 1_790_000_000, data: { object: { id: "cus_1" } } });
const sign = (payload: string, secret = webhookSecret(), timestamp = Math.floor(Date.now() / 1000)) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });

async function send(payload: string, signature: string | null): Promise<number> {
  const headers: HeadersInit = signature === null ? {} : { "stripe-signature": signature };
  const request = new Request("http://localhost/webhook/stripe", { method: "POST", body: payload, headers });
  const answer = await action({ request, params: {}, context: {} } as never).catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  return answer.status;
}

const keptIds = async () => (await db.selectFrom("stripe_events").select("stripe_id").execute()).map((row) => row.stripe_id);

describe("/webhook/stripe", () => {
  it("keeps what Stripe has signed, once", async () => {
    const payload = event("evt_good");
    expect(await Promise.all([send(payload, sign(payload)), send(payload, sign(payload))])).toEqual([204, 204]);
    expect(await send(payload, sign(payload))).toBe(204);
    expect(await keptIds()).toEqual(["evt_good"]);
  });

  it("refuses everything else", async () => {
    const payload = event("evt_bad");
    expect(await send(payload, null)).toBe(400);
    expect(await send(payload, "t=1,v1=00")).toBe(400);
    expect(await send(payload, sign(payload, "whsec_another"))).toBe(400);
    expect(await send(payload.replace("cus_1", "cus_2"), sign(payload))).toBe(400);
    expect(await send(payload, sign(payload, webhookSecret(), Math.floor(Date.now() / 1000) - 3600))).toBe(400);
    expect(await send("not json", sign("not json"))).toBe(400);
    expect(await keptIds()).toEqual(["evt_good"]);
  });
});
