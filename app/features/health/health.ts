import type { Tally } from "~/platform/http/tally.server";
import type { BookCheck } from "./book-checks.server";

/** Everything that the page of the system's health is made of, as measured. */
export type HealthState = {
  /** Emails of today, and those of any day that were tried and did not arrive. */
  emails: { today: number; failing: number; addresses: string[] };
  pages: Tally;
  /** The last recomputation, its age in hours, and the difference between bank and books now. */
  books: { check: BookCheck | null; ageHours: number; difference: bigint; cardDifference: bigint };
  jobs: { waiting: number; oldestSeconds: number; triedOften: number };
  /** Bytes of files; free and whole bytes of the disk of the data folder, where there is one. */
  storage: { files: bigint; disk: { free: number; whole: number } | null; cloud: boolean };
  services: { cards: "real" | "test" | "stand_in" | "off"; email: "real" | "mailbox" };
  /** The server's clock less the database's. */
  clock: { milliseconds: number };
};

export type SentenceName = "emails" | "pages" | "ledger" | "audit" | "jobs" | "storage" | "services" | "clock";

export const limits = {
  /** The books are recomputed every night. */
  checkHours: 26,
  halfMs: 1_000,
  oldestSeconds: 300,
  freeShare: 0.1,
  clockMs: 1_000,
} as const;

/** What each sentence says, in the order of the page: true where nobody needs to look. */
export function judge(state: HealthState): { name: SentenceName; good: boolean }[] {
  const { emails, pages, books, jobs, storage, services, clock } = state;
  const fresh = books.check !== null && books.ageHours <= limits.checkHours;
  const sentences: { name: SentenceName; good: boolean }[] = [
    { name: "emails", good: emails.failing === 0 },
    { name: "pages", good: pages.failures === 0 && pages.halfMs <= limits.halfMs },
    { name: "ledger", good: fresh && books.check?.brokenFunds === 0 && books.difference === 0n && books.cardDifference === 0n },
    { name: "audit", good: fresh && books.check?.brokenAuditEntries === 0n },
    { name: "jobs", good: jobs.oldestSeconds <= limits.oldestSeconds && jobs.triedOften === 0 },
    { name: "storage", good: storage.disk === null || storage.disk.free >= storage.disk.whole * limits.freeShare },
    { name: "services", good: services.cards === "real" && services.email === "real" },
    { name: "clock", good: Math.abs(clock.milliseconds) <= limits.clockMs },
  ];
  // What needs a look comes first.
  return [...sentences.filter(({ good }) => !good), ...sentences.filter(({ good }) => good)];
}
