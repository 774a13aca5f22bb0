import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DB } from "#db/types.generated";
import { absoluteUrl } from "../env.server";
import { standInKey } from "../stripe.server";
import { type Movement, all, find, keep } from "./objects.server";
import { payOutAvailable } from "./payouts.server";
import { createSession, currentSession, expireSession } from "./sessions.server";

type Asked = { db: Kysely<DB>; id: string; form: URLSearchParams; query: URLSearchParams };
type Answer = { status: number; body: unknown };

const ok = (body: unknown): Answer => ({ status: 200, body });
const failed = (status: number, message: string, code?: string): Answer => ({
  status,
  body: { error: { type: status === 400 && code === undefined ? "idempotency_error" : "invalid_request_error", code, message } },
});
const missing = (what: string): Answer => failed(404, `No such ${what}`, "resource_missing");

/** The part of Stripe's API that Sinergi calls; whatever else is asked for does not exist. */
const calls: readonly { method: "GET" | "POST"; path: RegExp; answer: (asked: Asked) => Promise<Answer> }[] = [
  { method: "POST", path: /^\/v1\/checkout\/sessions$/, answer: newSession },
  {
    method: "GET",
    path: /^\/v1\/checkout\/sessions\/(\w+)$/,
    answer: async ({ db, id }) => found("checkout.session", await currentSession(db, id)),
  },
  {
    method: "POST",
    path: /^\/v1\/checkout\/sessions\/(\w+)\/expire$/,
    answer: async ({ db, id }) => {
      const session = await expireSession(db, id);
      return session ? ok(session) : failed(400, "Only open sessions can be expired", "checkout_session_not_open");
    },
  },
  { method: "GET", path: /^\/v1\/payment_intents\/(\w+)$/, answer: paymentIntent },
  {
    method: "GET",
    path: /^\/v1\/payouts$/,
    answer: async ({ db }) => {
      await payOutAvailable(db);
      return list(await all(db, "payout"));
    },
  },
  { method: "GET", path: /^\/v1\/balance_transactions$/, answer: movements },
];

/** Answers one request of the `stripe` package, as api.stripe.com would. */
export async function answerStripe(db: Kysely<DB>, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const text = await request.text();
  if (request.headers.get("authorization") !== `Bearer ${standInKey()}`)
    return asResponse(failed(401, "Invalid API key", "api_key_invalid"));
  for (const { method, path, answer } of calls) {
    const match = path.exec(url.pathname);
    if (!match || method !== request.method) continue;
    const asked = { db, id: match[1] ?? "", form: new URLSearchParams(text), query: url.searchParams };
    return asResponse(await once(db, request.headers.get("idempotency-key"), `${url.pathname}\n${text}`, () => answer(asked)));
  }
  return asResponse(failed(404, `Unrecognized request URL (${request.method}: ${url.pathname})`, "url_invalid"));
}

/** The same key gives the first answer again, also when both requests come at once; with another request it is refused. */
async function once(db: Kysely<DB>, key: string | null, request: string, work: () => Promise<Answer>): Promise<Answer> {
  if (!key) return work();
  const id = `idempotency_${key}`;
  const hash = createHash("sha256").update(request).digest("hex");
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${id}))`.execute(trx);
    const kept = await find(trx, "idempotency", id);
    if (kept) return kept.request === hash ? ok(JSON.parse(kept.answer)) : failed(400, "This key was used with other parameters");
    const answer = await work();
    if (answer.status === 200) await keep(trx, "idempotency", { id, request: hash, answer: JSON.stringify(answer.body) });
    return answer;
  });
}

async function newSession({ db, form }: Asked): Promise<Answer> {
  const text = (name: string) => form.get(name) ?? "";
  const amount = Number(text("line_items[0][price_data][unit_amount]"));
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > 999_999_999_999) return failed(400, "Invalid amount", "amount_too_large");
  if (text("line_items[0][price_data][currency]") !== "idr") return failed(400, "Only idr is spoken here", "parameter_invalid");
  const session = await createSession(db, {
    amount_total: amount,
    currency: "idr",
    client_reference_id: form.get("client_reference_id"),
    metadata: dictionary(form, "metadata"),
    payment_metadata: dictionary(form, "payment_intent_data[metadata]"),
    description: text("line_items[0][price_data][product_data][name]"),
    success_url: text("success_url"),
    cancel_url: text("cancel_url"),
    expires_at: form.has("expires_at") ? Number(text("expires_at")) : undefined,
    pageOf: (id) => absoluteUrl(`/dev/stripe/${id}`),
  });
  return ok(session);
}

async function paymentIntent({ db, id }: Asked): Promise<Answer> {
  const intent = await find(db, "intent", id);
  if (!intent) return missing("payment_intent");
  const charge = await find(db, "charge", intent.latest_charge);
  const movement = charge && (await find(db, "movement", charge.balance_transaction));
  return ok({ ...intent, latest_charge: { ...charge, balance_transaction: movement } });
}

async function movements({ db, query }: Asked): Promise<Answer> {
  const payout = query.get("payout");
  const since = Number(query.get("created[gte]") ?? 0);
  const chosen = (await all(db, "movement")).filter((one) => (payout ? one.payout === payout : true) && one.created >= since);
  return list(await Promise.all(chosen.map(async (one) => ({ ...one, source: await sourceOf(db, one) }))));
}

async function sourceOf(db: Kysely<DB>, movement: Movement): Promise<unknown> {
  return movement.type === "charge" ? find(db, "charge", movement.source) : find(db, "payout", movement.source);
}

function dictionary(form: URLSearchParams, name: string): Record<string, string> {
  const entries = [...form].filter(([key]) => key.startsWith(`${name}[`));
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(name.length + 1, -1), value]));
}

function found(what: string, object: unknown): Answer {
  return object ? ok(object) : missing(what);
}

function list(data: readonly unknown[]): Answer {
  return ok({ object: "list", data, has_more: false, url: "/v1" });
}

function asResponse({ status, body }: Answer): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
