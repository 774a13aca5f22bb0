import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "~/kernel/ids";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";

type Answer = "accepted" | "busy" | "broken" | "accepted_but_cut_off" | "cut_off";
type Asked = { key: string; to: string; subject: string; authorization: string };

/** Resend as far as we speak to it: one answer after the other, and one email for each idempotency key. */
const asked: Asked[] = [];
const sent = new Map<string, string>();
let answers: Answer[] = [];
const resend = createServer(async (request, response) => {
  const key = String(request.headers["idempotency-key"]);
  const { to, subject } = (await json(request)) as { to: string; subject: string };
  asked.push({ key, to, subject, authorization: request.headers.authorization ?? "" });
  const answer = answers.shift() ?? "accepted";
  const say = (status: number, body: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (answer.startsWith("accepted")) sent.set(key, sent.get(key) ?? `re_${sent.size + 1}`);
  if (answer === "accepted") return say(200, { id: sent.get(key) });
  if (answer === "busy") return say(429, { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests" });
  if (answer === "broken") return response.writeHead(500, { "content-type": "text/html" }).end("<h1>Internal Server Error</h1>");
  return request.socket.destroy();
});
await new Promise<void>((resolve) => resend.listen(0, "127.0.0.1", resolve));

const db = await testDatabase();
vi.stubEnv("RESEND_API_KEY", "re_test");
vi.stubEnv("RESEND_BASE_URL", `http://127.0.0.1:${(resend.address() as AddressInfo).port}`);
vi.stubEnv("EMAIL_FROM", "Sinergi <halo@sinergi.example>");
// The configuration is read once, so what uses it comes after it.
vi.resetModules();
const { startWorker } = await import("~/jobs/worker.server");
const { sendEmail } = await import("~/jobs/send-email.server");
const { queueEmail } = await import("~/platform/outbox.server");
const { closeDatabase } = await import("#db/client.server");

let worker: { stop: () => Promise<void> };
beforeAll(async () => {
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
  await closeDatabase();
  resend.closeAllConnections();
  resend.close();
});

const message = (dedupeKey: string) =>
  db.selectFrom("email_messages").selectAll().where("dedupe_key", "=", dedupeKey).executeTakeFirstOrThrow();

async function queued(times = 1): Promise<string> {
  const dedupeKey = newId();
  for (let n = 0; n < times; n += 1) {
    await db.transaction().execute((trx) =>
      queueEmail(trx, {
        template: "reset-password",
        to: { email: `${dedupeKey.slice(-6)}@contoh.example`, language: "id" },
        props: { name: "Siti", url: "http://localhost/atur-ulang" },
        dedupeKey,
      }),
    );
  }
  return dedupeKey;
}

/** What waits for its next attempt is due now. */
const dueNow = () => asDatabaseOwner((owner) => sql`update graphile_worker._private_jobs set run_at = now()`.execute(owner));

const jobs = () => asDatabaseOwner(async (owner) => (await sql`select 1 from graphile_worker._private_jobs`.execute(owner)).rows.length);

test("an email that Resend accepts is sent once, however often it is queued or its job runs", async () => {
  const dedupeKey = await queued(3);
  await vi.waitFor(async () => expect((await message(dedupeKey)).status).toBe("sent"), { timeout: 15_000 });
  const { id, provider_id, attempts } = await message(dedupeKey);
  await Promise.all([sendEmail({ messageId: id }), sendEmail({ messageId: id })]);
  expect(asked.filter(({ key }) => key === `email/${id}`)).toEqual([
    { key: `email/${id}`, to: `${dedupeKey.slice(-6)}@contoh.example`, subject: expect.any(String), authorization: "Bearer re_test" },
  ]);
  expect([provider_id, attempts]).toEqual([sent.get(`email/${id}`), 1]);
});

test("busy, broken, cut off before and after it was accepted: it stays queued and is tried again under the same key until it is sent", {
  timeout: 60_000,
}, async () => {
  answers = ["busy", "broken", "cut_off", "accepted_but_cut_off", "accepted"];
  const dedupeKey = await queued();
  const errors: (string | null)[] = [];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    // On a busy machine the next attempt may have come already.
    await vi.waitFor(async () => expect((await message(dedupeKey)).attempts).toBeGreaterThanOrEqual(attempt), {
      timeout: 15_000,
      interval: 100,
    });
    errors.push((await message(dedupeKey)).last_error);
    // The attempt is written before its job is given back.
    await vi.waitFor(
      async () => {
        if ((await message(dedupeKey)).attempts > attempt) return;
        await dueNow();
        throw new Error("not tried again yet");
      },
      { timeout: 15_000, interval: 200 },
    );
  }
  await vi.waitFor(async () => expect((await message(dedupeKey)).status).toBe("sent"), { timeout: 15_000 });
  const { id, provider_id, attempts } = await message(dedupeKey);
  const keys = asked.filter(({ to }) => to.startsWith(dedupeKey.slice(-6))).map(({ key }) => key);
  expect(keys).toEqual(Array.from({ length: 5 }, () => `email/${id}`));
  expect([provider_id, attempts]).toEqual([sent.get(`email/${id}`), 5]);
  expect(errors[0]).toBe("Too many requests");
  expect(errors.every(Boolean)).toBe(true);
  expect(await jobs()).toBe(0);
});
