import { type Kysely, type Transaction, sql } from "kysely";
import type { DB } from "#db/types.generated";

/** Every kind of job with what it is told. Payloads are JSON. */
export type Jobs = {
  "send-email": { messageId: string };
  "expire-programs": Record<string, never>;
  "remind-due-payments": Record<string, never>;
  "end-overdue-pledges": Record<string, never>;
  "erase-due-accounts": Record<string, never>;
  "send-digests": Record<string, never>;
  "forget-expired": Record<string, never>;
  "lapse-assignments": Record<string, never>;
  "watch-amendments": Record<string, never>;
  "watch-appeals": Record<string, never>;
  "handle-stripe-event": { eventId: string };
  "import-card-money": Record<string, never>;
  "deliver-stand-in-event": { eventId: string };
  "tell-guidance": { articleId: string; version: number };
  "warn-expiring-standing": Record<string, never>;
  "check-books": Record<string, never>;
};

/** Adds a job in the caller's transaction: it exists if and only if the change that caused it does. The same key replaces a job that still waits. */
export async function enqueue<Name extends keyof Jobs>(
  trx: Transaction<DB> | Kysely<DB>,
  task: Name,
  payload: Jobs[Name],
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz)`.execute(
    trx,
  );
}

/** The same for many jobs of one kind that are due at once. */
export async function enqueueAll<Name extends keyof Jobs>(
  trx: Transaction<DB> | Kysely<DB>,
  task: Name,
  jobs: readonly { payload: Jobs[Name]; key: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    select enqueue_job(${task}, payload::json, key, null)
    from unnest(${jobs.map(({ payload }) => JSON.stringify(payload))}::text[], ${jobs.map(({ key }) => key)}::text[]) as job (payload, key)`.execute(
    trx,
  );
}
