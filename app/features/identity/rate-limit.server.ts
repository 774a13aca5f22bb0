import { createHash } from "node:crypto";
import { CompiledQuery, type Kysely } from "kysely";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

/** How often something may be tried: `points` times in `seconds`, counted apart for each key. */
export type Limit = { name: string; points: number; seconds: number };

const minutes = (n: number) => n * 60;
const hours = (n: number) => n * 3600;

export const limits = {
  /** Wrong passwords for one address from one place; a success clears it. */
  signIn: { name: "sign-in", points: 5, seconds: minutes(15) },
  /** Wrong passwords from one place, whatever the address: a list of addresses tried with one password. An office shares a place, so a success gives its try back. */
  signInPlace: { name: "sign-in-place", points: 100, seconds: minutes(15) },
  /** Wrong passwords for one address from anywhere: many places that take turns. A success gives its try back. */
  signInAddress: { name: "sign-in-address", points: 50, seconds: hours(1) },
  signUpPlace: { name: "sign-up-place", points: 30, seconds: hours(1) },
  signUpAddress: { name: "sign-up-address", points: 5, seconds: hours(1) },
  resetPlace: { name: "reset-place", points: 30, seconds: hours(1) },
  resetAddress: { name: "reset-address", points: 5, seconds: hours(1) },
  confirmation: { name: "confirmation", points: 5, seconds: hours(1) },
  /** Codes of the second factor, for one person: whoever gets here knows the password. A success clears it. */
  secondFactor: { name: "second-factor", points: 5, seconds: minutes(15) },
  passwordChange: { name: "password-change", points: 10, seconds: minutes(15) },
  followPlace: { name: "follow-place", points: 30, seconds: hours(1) },
  followAddress: { name: "follow-address", points: 5, seconds: hours(1) },
  /** Concerns from one place; a village may share one address of the net. */
  concernPlace: { name: "concern-place", points: 10, seconds: hours(1) },
  concernNotePlace: { name: "concern-note-place", points: 30, seconds: hours(1) },
  /** Tracking codes tried from one place that lead nowhere. */
  concernCodePlace: { name: "concern-code-place", points: 20, seconds: hours(1) },
  /** Answers of residents from one place, and changes of mind of one device. */
  residentPlace: { name: "resident-place", points: 30, seconds: hours(1) },
  residentDevice: { name: "resident-device", points: 5, seconds: hours(1) },
} as const satisfies Record<string, Limit>;

/** Takes one try; refuses `rate_limited` with the minutes to wait. Gives how many tries are left. Counts outside any transaction. */
export async function spendTry(db: Kysely<DB>, limit: Limit, key: string): Promise<{ left: number }> {
  try {
    const state = await limiter(db, limit).consume(hashed(key));
    return { left: state.remainingPoints };
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    throw new DomainError("rate_limited", { minutes: Math.max(1, Math.ceil(rejection.msBeforeNext / 60_000)) });
  }
}

/** Forgets the tries of a key, after a success. */
export async function clearTries(db: Kysely<DB>, limit: Limit, key: string): Promise<void> {
  await limiter(db, limit).delete(hashed(key));
}

/** Gives one spent try back, after a success: what counts failures does not count who is right. */
export async function giveTryBack(db: Kysely<DB>, limit: Limit, key: string): Promise<void> {
  await limiter(db, limit).reward(hashed(key));
}

function limiter(db: Kysely<DB>, limit: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: clientOver(db),
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
  });
}

/** The part of a pg client that the limiter uses, over Kysely; it reckons with numbers where our driver gives bigint. */
function clientOver(db: Kysely<DB>) {
  return {
    async query({ text, values }: { text: string; values?: unknown[] }) {
      const result = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []));
      const rows = result.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v])),
      );
      return { rows, rowCount: Number(result.numAffectedRows ?? rows.length) };
    },
  };
}

/** Addresses and places are kept only as a hash. */
function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 32);
}
