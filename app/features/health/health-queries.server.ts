import { statfs } from "node:fs/promises";
import { type Kysely, sql } from "kysely";
import { maskedAddress } from "~/features/audit/masked-address";
import { startOfDay } from "~/kernel/dates";
import { now, today } from "~/platform/clock.server";
import { dataFolder, env } from "~/platform/env.server";
import { readTally } from "~/platform/http/tally.server";
import { cardsAreOffered } from "~/platform/stripe.server";
import type { DB } from "#db/types.generated";
import { lastBookCheck } from "./book-checks.server";
import type { HealthState } from "./health";

/** Measures everything the page tells. */
export async function healthState(db: Kysely<DB>): Promise<HealthState> {
  const [emails, books, jobs, storage, clock] = await Promise.all([emailsOf(db), booksOf(db), jobsOf(db), storageOf(db), clockOf(db)]);
  return { emails, pages: readTally(), books, jobs, storage, services: servicesOf(env, cardsAreOffered), clock };
}

async function emailsOf(db: Kysely<DB>): Promise<HealthState["emails"]> {
  const { n } = await db
    .selectFrom("email_messages")
    .select((eb) => eb.fn.countAll<bigint>().as("n"))
    .where("created_at", ">=", startOfDay(today()))
    .where("status", "!=", "held")
    .executeTakeFirstOrThrow();
  const failing = await db
    .selectFrom("email_messages")
    .select("to_address")
    .where("status", "in", ["queued", "failed"])
    .where("last_error", "is not", null)
    .orderBy("created_at", "desc")
    .execute();
  const addresses = [...new Set(failing.map(({ to_address }) => maskedAddress(to_address)))].slice(0, 3);
  return { today: Number(n), failing: failing.length, addresses };
}

async function booksOf(db: Kysely<DB>): Promise<HealthState["books"]> {
  const check = await lastBookCheck(db);
  const proof = await db.selectFrom("bank_proof").select(["difference", "card_difference"]).executeTakeFirstOrThrow();
  const ageHours = check ? (now().getTime() - check.at.getTime()) / 3600_000 : 0;
  return { check, ageHours, difference: proof.difference ?? 0n, cardDifference: proof.card_difference ?? 0n };
}

async function jobsOf(db: Kysely<DB>): Promise<HealthState["jobs"]> {
  const { rows } = await sql<{ waiting: bigint; seconds: number | null; often: bigint }>`
    select waiting, extract(epoch from clock_timestamp() - oldest_due)::float8 as seconds, tried_often as often
    from job_queue_state()`.execute(db);
  const [state] = rows;
  return { waiting: Number(state?.waiting ?? 0n), oldestSeconds: Math.round(state?.seconds ?? 0), triedOften: Number(state?.often ?? 0n) };
}

async function storageOf(db: Kysely<DB>): Promise<HealthState["storage"]> {
  // The same content is kept once, whatever it is called.
  const kept = db.selectFrom("files").select(["sha256", "size_bytes"]).distinctOn("sha256");
  const { bytes } = await db
    .selectFrom(kept.as("kept"))
    .select(sql<bigint>`coalesce(sum(kept.size_bytes), 0)::bigint`.as("bytes"))
    .executeTakeFirstOrThrow();
  // With files and database elsewhere there may be no such folder.
  const disk = await statfs(dataFolder).catch(() => undefined);
  return {
    files: bytes,
    disk: disk ? { free: disk.bavail * disk.bsize, whole: disk.blocks * disk.bsize } : null,
    cloud: Boolean(env.S3_BUCKET),
  };
}

/** Whether money and emails really move, or only seem to. */
export function servicesOf(
  { STRIPE_SECRET_KEY: key, RESEND_API_KEY }: Pick<typeof env, "STRIPE_SECRET_KEY" | "RESEND_API_KEY">,
  offered: boolean,
): HealthState["services"] {
  const cards = key ? (key.includes("_live_") ? "real" : "test") : offered ? "stand_in" : "off";
  return { cards, email: RESEND_API_KEY ? "real" : "mailbox" };
}

/** Half of the way there and back is taken off, so that a slow answer doesn't look like a wrong clock. */
async function clockOf(db: Kysely<DB>): Promise<HealthState["clock"]> {
  const before = Date.now();
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db);
  const middle = (before + Date.now()) / 2;
  return { milliseconds: Math.round(middle - (rows[0]?.at.getTime() ?? middle)) };
}
