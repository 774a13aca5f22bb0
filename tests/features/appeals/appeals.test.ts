import fc from "fast-check";
import type { Kysely, Transaction } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { addStatement } from "~/features/appeals/add-statement.server";
import {
  appealChecks,
  checksNeeded,
  checksShort,
  deadlineOf,
  firstNeeds,
  minutesLeft,
  obstacleToRenew,
  totalOf,
} from "~/features/appeals/appeal";
import { decidedAppeals, dutyNow, findAppeal, waitingAppeals } from "~/features/appeals/appeal-queries.server";
import { closeAppeal, convertAppeal } from "~/features/appeals/end-appeal.server";
import { followAppeal } from "~/features/appeals/follow-appeal.server";
import { raiseAppeal } from "~/features/appeals/raise-appeal.server";
import { recordAppealCheck } from "~/features/appeals/record-appeal-check.server";
import { rejectAppeal } from "~/features/appeals/reject-appeal.server";
import { renewAppeal } from "~/features/appeals/renew-appeal.server";
import { takeDuty } from "~/features/appeals/take-duty.server";
import { updateCount } from "~/features/appeals/update-count.server";
import { verifyAppeal } from "~/features/appeals/verify-appeal.server";
import { watchAppeals } from "~/features/appeals/watch-appeals.server";
import { withdrawAppeal } from "~/features/appeals/withdraw-appeal.server";
import type { FreezeScope } from "~/features/freezes/freeze";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { unfreezeOrganization } from "~/features/freezes/unfreeze-organization.server";
import type { Actor } from "~/features/identity/actor";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import { checkResults } from "~/features/proposals/proposal";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;

let db: Kysely<DB>;
let unit: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  unit = await buildCommunity(db, { element: "disaster_cadet", name: "Tagana Uji", areaCode: "33.16.03.2004" });
  desk = await buildPlatformDesk(db);
});

function run<Input, Output>(operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);
const people = { displaced: 214, families: 186, people: 612, toddlers: 31, elderly: 27, disabled: 9 };

function appealInput(overrides: Partial<Parameters<typeof raiseAppeal>[2]> = {}) {
  return {
    key: newId(),
    organizationId: unit.organizationId,
    disaster: "flood" as const,
    title: "Banjir di tiga desa",
    situation: "Air naik sejak malam.",
    villages: ["33.16.03.2004"],
    beganOn: today(),
    count: people,
    lines: firstNeeds(people),
    statement: { number: "360/112/2026", issuer: "Bupati", from: today(), until: addDays(today(), 30), file: null },
    ...overrides,
  };
}

/** Raised by a unit of its own each time, since one appeal of a kind waits at a place. */
async function raised(overrides: Partial<Parameters<typeof raiseAppeal>[2]> = {}): Promise<string> {
  const other = await buildCommunity(db, { element: "disaster_cadet", name: `Tagana ${units.size + 1}`, areaCode: "33.16.03.2004" });
  const { appealId } = await run(raiseAppeal, other.chair, appealInput({ organizationId: other.organizationId, ...overrides }));
  units.set(appealId, other);
  return appealId;
}
const units = new Map<string, BuiltCommunity>();
const chairOf = (appealId: string): Actor => units.get(appealId)?.chair ?? unit.chair;

async function checked(appealId: string): Promise<void> {
  for (const kind of ["statement", "other_report", "neighbour_post"] as const) {
    await run(recordAppealCheck, desk.verifier, { appealId, kind, result: "match", note: "Dibenarkan lewat telepon." });
  }
}
async function verified(overrides: Partial<Parameters<typeof raiseAppeal>[2]> = {}) {
  const appealId = await raised(overrides);
  await checked(appealId);
  return { appealId, ...(await run(verifyAppeal, desk.verifier, { appealId, note: "" })) };
}

describe("the rules of an appeal", () => {
  it("count checks: four of six, the statement among them", () => {
    const checks = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...appealChecks), result: fc.constantFrom(...checkResults) }), {
      selector: (check) => check.kind,
    });
    fc.assert(
      fc.property(checks, (given) => {
        const matching = given.filter((check) => check.result === "match");
        const enough = matching.length >= checksNeeded && matching.some((check) => check.kind === "statement");
        expect(checksShort(given) === 0).toBe(enough);
        expect(checksShort(given)).toBeGreaterThanOrEqual(Math.max(0, checksNeeded - matching.length));
      }),
      { numRuns: 2000 },
    );
  });

  it("compute first needs of whole rupiah, never of nothing", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(10_000), (displaced, toddlers) => {
        const lines = firstNeeds({ displaced, toddlers });
        expect(lines.every((line) => line.volume > 0 && Number.isInteger(line.volume) && line.unitPrice > 0n)).toBe(true);
        expect(totalOf(lines)).toBe(lines.reduce((sum, line) => sum + BigInt(line.volume) * line.unitPrice, 0n));
      }),
    );
    expect(firstNeeds({ displaced: 0, toddlers: 0 })).toEqual([]);
  });

  it("keep the clock: 24 hours from when the server received it", () => {
    const at = new Date("2026-11-23T23:40:00Z");
    expect(deadlineOf(at)).toEqual(new Date("2026-11-24T23:40:00Z"));
    expect(minutesLeft(at, new Date("2026-11-24T02:30:00Z"))).toBe(21 * 60 + 10);
    expect(minutesLeft(at, new Date("2026-11-24T23:41:00Z"))).toBe(-1);
  });

  it("let an appeal be renewed once, while it runs and its statement holds", () => {
    const facts = { status: "verified" as const, validUntil: "2026-12-09", renewed: false, statementUntil: "2026-12-31" };
    expect(obstacleToRenew(facts, "2026-12-09")).toBeUndefined();
    expect(obstacleToRenew(facts, "2026-12-10")).toBe("not_running");
    expect(obstacleToRenew({ ...facts, renewed: true }, "2026-12-01")).toBe("renewed_before");
    expect(obstacleToRenew({ ...facts, statementUntil: "2026-11-30" }, "2026-12-01")).toBe("statement_over");
    expect(obstacleToRenew({ ...facts, statementUntil: null }, "2026-12-01")).toBe("statement_over");
  });
});

describe("raising", () => {
  it("is stopped while the unit or its sponsor is frozen for proposals or everything, and free again afterwards", async () => {
    const [post, sponsor] = [
      await buildCommunity(db, { element: "disaster_cadet", name: "Tagana Beku", areaCode: "33.16.03.2004" }),
      await buildCommunity(db, { name: "LKS Penaung" }),
    ];
    const reason = "Rekening sedang dicocokkan ulang.";
    const raise = () => run(raiseAppeal, post.chair, appealInput({ organizationId: post.organizationId }));
    const freeze = (organizationId: string, scope: FreezeScope) =>
      run(freezeOrganization, desk.administrator, { organizationId, scope, reason });
    const lift = (organizationId: string, freezeId: string) =>
      run(unfreezeOrganization, desk.administrator, { organizationId, freezeId, note: "Sudah cocok." });
    for (const scope of ["proposals", "all"] as const) {
      const { freezeId } = await freeze(post.organizationId, scope);
      await expect(raise()).rejects.toMatchObject({ code: "organization_frozen", details: { organization: "Tagana Beku", reason } });
      await lift(post.organizationId, freezeId);
    }
    await db.updateTable("organizations").set({ sponsor_id: sponsor.organizationId }).where("id", "=", post.organizationId).execute();
    const { freezeId } = await freeze(sponsor.organizationId, "proposals");
    await expect(raise()).rejects.toMatchObject({ code: "organization_frozen", details: { organization: "LKS Penaung" } });
    await lift(sponsor.organizationId, freezeId);
    await freeze(post.organizationId, "disbursements");
    expect(await raise()).toMatchObject({ code: expect.stringMatching(/^DRT-/) });
  });

  it("is for a Tagana unit whose standing holds, with an account that was checked", async () => {
    const karang = await buildCommunity(db);
    await expect(run(raiseAppeal, karang.chair, appealInput({ organizationId: karang.organizationId }))).rejects.toMatchObject({
      code: "appeal_not_tagana",
    });
    const draft = await buildCommunity(db, { element: "disaster_cadet", standing: "draft" });
    await expect(run(raiseAppeal, draft.chair, appealInput({ organizationId: draft.organizationId }))).rejects.toMatchObject({
      code: "appeal_standing_invalid",
    });
    const poor = await buildCommunity(db, { element: "disaster_cadet" });
    await db.updateTable("payee_accounts").set({ verified_at: null, verified_by: null }).where("id", "=", poor.payeeAccountId).execute();
    await expect(run(raiseAppeal, poor.chair, appealInput({ organizationId: poor.organizationId }))).rejects.toMatchObject({
      code: "appeal_payee_missing",
    });
    await expect(run(raiseAppeal, unit.treasurer, appealInput())).rejects.toMatchObject({ code: "not_allowed" });
  });

  it("refuses what makes no sense, beside its field", async () => {
    const cases: [Partial<Parameters<typeof raiseAppeal>[2]>, string, string][] = [
      [{ villages: [] }, "villages_missing", "villages"],
      [{ villages: ["33.16.03"] }, "villages_missing", "villages"],
      [{ villages: ["33.16.03.2004", "33.16.05.2002"] }, "villages_apart", "villages"],
      [{ beganOn: addDays(today(), 1) }, "began_out_of_range", "beganOn"],
      [{ beganOn: addDays(today(), -40) }, "began_out_of_range", "beganOn"],
      [{ count: { ...people, displaced: 0, people: 0, families: 0, toddlers: 0, elderly: 0, disabled: 0 } }, "nobody_affected", "people"],
      [{ count: { ...people, toddlers: 5000 } }, "parts_exceed", "toddlers"],
      [{ lines: [] }, "lines_missing", "lines"],
    ];
    for (const [change, code, field] of cases) {
      await expect(run(raiseAppeal, unit.chair, appealInput(change))).rejects.toMatchObject({ code, details: { field } });
    }
  });

  it("counts once: sent twice, or raised by two members at once", async () => {
    const input = appealInput();
    const first = await run(raiseAppeal, unit.chair, input);
    expect(await run(raiseAppeal, unit.chair, input)).toEqual(first);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => run(raiseAppeal, unit.editor, appealInput({ disaster: "fire" }))));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    await expect(run(raiseAppeal, unit.editor, appealInput())).rejects.toMatchObject({ code: "appeal_open" });
    expect(first.code).toMatch(/^DRT-\d{4}-\d{3}$/);
    expect((await waitingAppeals(db)).map((appeal) => appeal.id)).toContain(first.appealId);
    expect((await findAppeal(db, { code: first.code }))?.checks).toMatchObject([
      { kind: "member_number", result: "match", automatic: true },
    ]);
  });

  it("keeps every count that was made", async () => {
    const appealId = await raised();
    await run(updateCount, chairOf(appealId), { appealId, count: { ...people, displaced: 260 } });
    const appeal = await findAppeal(db, { id: appealId });
    expect(appeal?.counts.map((count) => count.displaced)).toEqual([260, 214]);
    await run(withdrawAppeal, chairOf(appealId), { appealId });
    await expect(run(updateCount, chairOf(appealId), { appealId, count: people })).rejects.toMatchObject({ code: "appeal_over" });
  });
});

describe("verifying", () => {
  it("needs enough checks; then a program opens with the lines as its budget", async () => {
    const appealId = await raised();
    await expect(run(verifyAppeal, desk.verifier, { appealId, note: "" })).rejects.toMatchObject({
      code: "checks_short",
      details: { count: 3 },
    });
    await expect(
      run(recordAppealCheck, chairOf(appealId), { appealId, kind: "statement", result: "match", note: "Ya." }),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await checked(appealId);
    const company = await buildActor(db, { name: "Pemantau" });
    await run(followAppeal, company, { appealId });
    await run(followAppeal, company, { appealId });
    const { slug, proposalId } = await run(verifyAppeal, desk.verifier, { appealId, note: "Dihitung ulang besok." });
    const appeal = await findAppeal(db, { id: appealId });
    expect(appeal).toMatchObject({ status: "verified", validUntil: addDays(today(), 14), programSlug: slug });
    const program = await findProgramBySlug(db, slug);
    expect(program).toMatchObject({ id: proposalId });
    const row = await db
      .selectFrom("proposals")
      .select(["status", "urgent", "open_until", "target"])
      .where("id", "=", proposalId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: "published", urgent: true, open_until: addDays(today(), 14), target: appeal?.total });
    const told = await db.selectFrom("email_messages").select("props").where("to_address", "=", company.email).execute();
    expect(told).toHaveLength(1);
    await expect(run(verifyAppeal, desk.verifier, { appealId, note: "" })).rejects.toMatchObject({ code: "appeal_moved" });
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("happens once when two officers press at the same moment", async () => {
    const appealId = await raised();
    await checked(appealId);
    const outcomes = await Promise.allSettled(
      [desk.verifier, desk.administrator].map((officer) => run(verifyAppeal, officer, { appealId, note: "" })),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(
      await db
        .selectFrom("proposals")
        .select("id")
        .where("organization_id", "=", units.get(appealId)?.organizationId ?? "")
        .execute(),
    ).toHaveLength(1);
  });

  it("is not for members of the unit, and the statement fits only when there is one", async () => {
    const appealId = await raised({ statement: null });
    const tied: Actor = { ...desk.verifier, memberships: [...desk.verifier.memberships, ...chairOf(appealId).memberships] };
    await expect(run(recordAppealCheck, tied, { appealId, kind: "statement", result: "match", note: "Ya." })).rejects.toMatchObject({
      code: "own_organization",
    });
    const check = { appealId, kind: "statement" as const, result: "match" as const, note: "Ada." };
    await expect(run(recordAppealCheck, desk.verifier, check)).rejects.toMatchObject({ code: "statement_missing" });
    const statement = { number: "1/2026", issuer: "Camat", from: today(), until: addDays(today(), 10), file: null };
    await expect(
      run(addStatement, chairOf(appealId), { appealId, statement: { ...statement, until: addDays(today(), -1) } }),
    ).rejects.toMatchObject({ code: "statement_days" });
    await run(addStatement, chairOf(appealId), { appealId, statement });
    await run(recordAppealCheck, desk.verifier, check);
  });

  it("can be no, with a reason that stays in public", async () => {
    const appealId = await raised();
    await expect(run(rejectAppeal, desk.verifier, { appealId, note: " " })).rejects.toMatchObject({ code: "reason_missing" });
    await run(rejectAppeal, desk.verifier, { appealId, note: "Tidak ada bencana di desa itu." });
    expect((await decidedAppeals(db, 50)).find((appeal) => appeal.id === appealId)).toMatchObject({ status: "rejected", proposalId: null });
  });
});

describe("time", () => {
  it("calls a second officer once when the 24 hours are over", async () => {
    const appealId = await raised();
    expect((await atTime(inHours(23), () => watchAppeals(db))).called).toBe(0);
    expect((await atTime(inHours(25), () => watchAppeals(db))).called).toBeGreaterThan(0);
    expect((await atTime(inHours(26), () => watchAppeals(db))).called).toBe(0);
    const emails = await db
      .selectFrom("email_messages")
      .select("dedupe_key")
      .where("dedupe_key", "like", `appeal-late:${appealId}:%`)
      .execute();
    expect(emails.length).toBeGreaterThan(0);
  });

  it("ends an appeal after fourteen days; it can be renewed once before, and closed or turned into a proposal after", async () => {
    const { appealId, proposalId } = await verified();
    const chair = chairOf(appealId);
    const { validUntil } = await run(renewAppeal, chair, { appealId });
    expect(validUntil).toBe(addDays(today(), 28));
    const { open_until } = await db.selectFrom("proposals").select("open_until").where("id", "=", proposalId).executeTakeFirstOrThrow();
    expect(open_until).toBe(validUntil);
    await expect(run(renewAppeal, chair, { appealId })).rejects.toMatchObject({ code: "renewed_before" });
    await atTime(inHours(24 * 28), () => watchAppeals(db));
    expect(await findAppeal(db, { id: appealId })).toMatchObject({ status: "verified" });
    expect((await atTime(inHours(24 * 30), () => watchAppeals(db))).expired).toBe(1);
    expect(await findAppeal(db, { id: appealId })).toMatchObject({ status: "expired" });
    const key = newId();
    const recovery = await run(convertAppeal, chair, { appealId, key });
    expect(await run(convertAppeal, chair, { appealId, key })).toEqual(recovery);
    const draft = await db
      .selectFrom("proposals")
      .select(["status", "area_code"])
      .where("id", "=", recovery.proposalId)
      .executeTakeFirstOrThrow();
    expect(draft).toEqual({ status: "draft", area_code: "33.16.03" });
    const other = await verified();
    await run(closeAppeal, chairOf(other.appealId), { appealId: other.appealId });
    await expect(run(closeAppeal, chairOf(other.appealId), { appealId: other.appealId })).rejects.toMatchObject({ code: "appeal_moved" });
  });

  it("has one officer on duty at a time", async () => {
    await Promise.allSettled(
      [desk.verifier, desk.administrator].map((officer) => db.transaction().execute((trx) => takeDuty(trx, officer))),
    );
    await db.transaction().execute((trx) => takeDuty(trx, desk.verifier));
    await db.transaction().execute((trx) => takeDuty(trx, desk.verifier));
    expect(await dutyNow(db)).toMatchObject({ userId: desk.verifier.userId });
    expect(await db.selectFrom("duty_turns").select("id").where("ended_at", "is", null).execute()).toHaveLength(1);
  });
});
