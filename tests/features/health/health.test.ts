import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { lastBookCheck } from "~/features/health/book-checks.server";
import { checkBooks, checkBooksNow } from "~/features/health/check-books.server";
import { type HealthState, type SentenceName, judge } from "~/features/health/health";
import { healthState, servicesOf } from "~/features/health/health-queries.server";
import { sentences } from "~/features/health/sentences";
import { recordAudit } from "~/features/audit/record-audit.server";
import { languages } from "~/kernel/messages";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { countAnswer, emptyTally, readTally } from "~/platform/http/tally.server";
import { queueEmail } from "~/platform/outbox.server";
import { crontab, nextRuns } from "~/platform/schedule.server";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";

const db = await testDatabase();
const at = new Date("2026-11-24T02:30:00Z");
const check = {
  at,
  entries: 1286n,
  brokenFunds: 0,
  auditEntries: 14202n,
  brokenAuditEntries: 0n,
  bankDifference: 0n,
  cardDifference: 0n,
};
const well: HealthState = {
  emails: { today: 318, failing: 0, addresses: [] },
  pages: { since: at, answers: 4120, failures: 0, halfMs: 48, slowestMs: 310 },
  books: { check, ageHours: 1, difference: 0n, cardDifference: 0n },
  jobs: { waiting: 14, oldestSeconds: 40, triedOften: 0 },
  storage: { files: 5_000_000n, disk: { free: 39e9, whole: 100e9 }, cloud: false },
  services: { cards: "real", email: "real" },
  clock: { milliseconds: -4 },
};

describe("each sentence", () => {
  test("is good where everything runs", () => {
    expect(judge(well).filter(({ good }) => !good)).toEqual([]);
    expect(judge(well)).toHaveLength(8);
    expect(sentences.id.emails(well, true).text).toMatch(/^Layanan surel menerima semuanya/);
    // What is only kept has not arrived anywhere.
    const kept: HealthState = { ...well, services: { cards: "real", email: "mailbox" } };
    expect(sentences.id.emails(kept, true).text).toMatch(/Tidak ada yang dikirim ke luar/);
    expect(sentences.id.ledger(well, true).text).toMatch(/1\.286 catatan .* semua sidik cocok\. Selisih bank Rp\s0/);
    expect(sentences.id.jobs(well, true).text).toBe("14 menunggu, yang terlama 40 detik. Tidak ada yang dicoba lebih dari tiga kali.");
    expect(sentences.id.storage(well, true).aside).toBe("39% sisa");
  });

  const bad: [SentenceName, Partial<HealthState>, RegExp][] = [
    ["emails", { emails: { today: 318, failing: 2, addresses: ["b•••@x.example"] } }, /^2 surel tidak sampai/],
    ["pages", { pages: { ...well.pages, failures: 3 } }, /^3 halaman gagal/],
    ["pages", { pages: { ...well.pages, halfMs: 1500 } }, /lambat/],
    ["ledger", { books: { ...well.books, difference: 1n } }, /Buku dan bank berbeda/],
    ["ledger", { books: { ...well.books, check: { ...check, brokenFunds: 1 } } }, /tidak cocok/],
    ["audit", { books: { ...well.books, check: { ...check, brokenAuditEntries: 1n } } }, /tidak cocok/],
    ["jobs", { jobs: { waiting: 900, oldestSeconds: 4000, triedOften: 0 } }, /menumpuk/],
    ["jobs", { jobs: { waiting: 0, oldestSeconds: 0, triedOften: 1 } }, /berkali-kali/],
    ["storage", { storage: { ...well.storage, disk: { free: 5e9, whole: 100e9 } } }, /hampir penuh/],
    ["services", { services: { cards: "stand_in", email: "real" } }, /Tidak semua/],
    ["services", { services: { cards: "real", email: "mailbox" } }, /Tidak semua/],
    ["clock", { clock: { milliseconds: -2000 } }, /berbeda/],
  ];
  test.each(bad)("says what is wrong: %s", (name, state, title) => {
    const whole = { ...well, ...state };
    expect(judge(whole).filter(({ good }) => !good)).toEqual([{ name, good: false }]);
    expect(judge(whole)[0]?.name).toBe(name);
    expect(sentences.id[name](whole, false).title).toMatch(title);
    for (const language of languages) {
      const [good, wrong] = [sentences[language][name](well, true), sentences[language][name](whole, false)];
      expect(good.title).not.toBe(wrong.title);
    }
  });

  test("asks for a check of the books that was never made or is too old", () => {
    for (const books of [
      { ...well.books, check: null },
      { ...well.books, ageHours: 27 },
    ]) {
      const state = { ...well, books };
      expect(judge(state).flatMap(({ name, good }) => (good ? [] : [name]))).toEqual(["ledger", "audit"]);
      expect(sentences.id.ledger(state, false).title).toMatch(/belum pernah|terlalu lama/);
      expect(sentences.en.audit(state, false).title).toMatch(/never|too long/);
    }
  });
});

describe("the check of the books", () => {
  test("keeps what came out, with who asked; only for administrators and auditors", async () => {
    const desk = await buildPlatformDesk(db);
    const run = (actor: typeof desk.auditor) => db.transaction().execute((trx) => checkBooksNow(trx, actor));
    await expect(run(desk.verifier)).rejects.toMatchObject({ code: "not_allowed" });
    await run(desk.auditor);
    expect(await lastBookCheck(db)).toMatchObject({ brokenFunds: 0, brokenAuditEntries: 0n, bankDifference: 0n });
    const log = await db.selectFrom("audit_log").select(["actor_id", "action"]).orderBy("at", "desc").limit(1).executeTakeFirst();
    expect(log).toEqual({ actor_id: desk.auditor.userId, action: "books.checked" });
  });

  test("runs one at a time", async () => {
    await db.transaction().execute(async (trx) => {
      await checkBooks(trx, null);
      await expect(db.transaction().execute((other) => checkBooks(other, null))).rejects.toMatchObject({ code: "books_being_checked" });
    });
  });

  test("finds a line of the audit log that was changed behind it", async () => {
    await db
      .transaction()
      .execute((trx) =>
        recordAudit(trx, { actorId: null, action: "organization.registered", subject: { kind: "organization", id: newId() } }),
      );
    const tamper = (action: string, from: string) =>
      asDatabaseOwner((owner) => owner.updateTable("audit_log").set({ action }).where("action", "=", from).execute());
    await tamper("organization.frozen", "organization.registered");
    await db.transaction().execute((trx) => checkBooks(trx, null));
    const state = await healthState(db);
    expect(state.books.check?.brokenAuditEntries).toBe(1n);
    expect(judge(state).find(({ name }) => name === "audit")?.good).toBe(false);
    await tamper("organization.registered", "organization.frozen");
  });
});

describe("the measures", () => {
  test("are taken from the database and the disk", async () => {
    await sql`update email_messages set last_error = null`.execute(db);
    const state = await healthState(db);
    expect(state.emails.failing).toBe(0);
    expect(Math.abs(state.clock.milliseconds)).toBeLessThan(1000);
    expect(state.storage.files).toBe(0n);
    await queueEmail(db, {
      template: "password-changed",
      to: { email: "bendahara@contoh.example", language: "id" },
      props: { name: "Bendahara", changedAt: now().toISOString(), resetUrl: "http://localhost/sandi/lupa" },
      dedupeKey: newId(),
    });
    await db.updateTable("email_messages").set({ last_error: "no such mailbox" }).execute();
    const later = await healthState(db);
    expect(later.emails).toMatchObject({ failing: 1, addresses: ["b•••@contoh.example"] });
    expect(later.emails.today).toBe(state.emails.today + 1);
    expect(later.jobs.waiting).toBe(state.jobs.waiting + 1);
    await asDatabaseOwner((owner) =>
      sql`update graphile_worker._private_jobs set attempts = 4, run_at = now() - interval '1 hour'`.execute(owner),
    );
    expect((await healthState(db)).jobs).toMatchObject({ triedOften: later.jobs.waiting });
  });

  test("count pages, not files, and forget failures of yesterday", () => {
    const tally = emptyTally(now().getTime());
    for (const [path, status, milliseconds] of [
      ["/", 200, 40],
      ["/program", 200, 60],
      ["/admin", 500, 300],
      ["/assets/app.js", 500, 9000],
    ] as const)
      countAnswer({ path, status, milliseconds }, now().getTime(), tally);
    expect(readTally(now().getTime(), tally)).toMatchObject({ answers: 3, failures: 1, halfMs: 60, slowestMs: 300 });
    expect(readTally(now().getTime() + 25 * 3600_000, tally).failures).toBe(0);
  });

  test("tell real services from stand-ins", () => {
    const key = (kind: string) => ({ STRIPE_SECRET_KEY: `sk_${kind}_x`, RESEND_API_KEY: "re_x" });
    expect(servicesOf(key("live"), true)).toEqual({ cards: "real", email: "real" });
    expect(servicesOf(key("test"), true)).toEqual({ cards: "test", email: "real" });
    const none = { STRIPE_SECRET_KEY: undefined, RESEND_API_KEY: undefined };
    expect(servicesOf(none, true)).toEqual({ cards: "stand_in", email: "mailbox" });
    expect(servicesOf(none, false).cards).toBe("off");
  });
});

describe("the schedule", () => {
  test("is one list for the worker, in UTC, and for readers, in WIB", () => {
    expect(crontab().split("\n")).toEqual(
      expect.arrayContaining(["5 17 * * * expire-programs ?fill=1d", "0 0 * * * send-digests ?fill=1d"]),
    );
    const runs = nextRuns(at);
    expect(runs[0]).toEqual({ task: "watch-appeals", at: new Date("2026-11-24T02:45:00Z"), everyMinutes: 15 });
    expect(runs[1]).toEqual({ task: "expire-programs", at: new Date("2026-11-24T17:05:00Z"), everyMinutes: null });
    expect(runs.at(-1)).toEqual({ task: "warn-expiring-standing", at: new Date("2026-11-25T00:10:00Z"), everyMinutes: null });
    for (const run of runs) expect(run.at.getTime() - at.getTime()).toBeGreaterThan(0);
  });
});
