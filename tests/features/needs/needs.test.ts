import { describe, expect, test } from "vitest";
import { closeNeed } from "~/features/needs/close-need.server";
import { findNeed, openNeeds } from "~/features/needs/need-queries.server";
import { needsMap } from "~/features/needs/needs-map.server";
import { recordNeed } from "~/features/needs/record-need.server";
import { updateNeed } from "~/features/needs/update-need.server";
import { startFromNeed } from "~/features/proposals/start-from-need.server";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";
import { needInput } from "#tests/support/needs";
import { run } from "#tests/support/pledges";

const db = await testDatabase();
const { organizationId, person: psm } = await buildPractitioner(db, { areas: ["33.16.01"] });
const own = (overrides = {}) => needInput(organizationId, overrides);
const recorded = (overrides = {}) => run(db, recordNeed, psm, own(overrides));

async function counts(needId: string) {
  return db.selectFrom("need_counts").select(["n", "people", "reason"]).where("need_id", "=", needId).orderBy("n").execute();
}

describe("recording", () => {
  test("keeps the count, once for each form, with a line of the audit", async () => {
    const input = own({ areaCode: "33.16.01.2001" });
    const { needId } = await run(db, recordNeed, psm, input);
    expect(await run(db, recordNeed, psm, input)).toEqual({ needId });
    expect(await counts(needId)).toEqual([{ n: 1, people: 52, reason: "" }]);
    const audit = await db.selectFrom("audit_log").select(["action", "details"]).where("subject_id", "=", needId).execute();
    expect(audit).toEqual([{ action: "need.recorded", details: { area: "33.16.01.2001", group: "neglected_child", people: 52 } }]);
  });

  test("is for PSM with a standing in force, in their own area", async () => {
    const { organizationId: other, person: officer } = await buildPractitioner(db, {
      element: "functional_extension_officer",
      areas: ["33.16.01"],
    });
    await expect(run(db, recordNeed, officer, needInput(other))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(recorded({ areaCode: "33.16.02.2001" })).rejects.toMatchObject({ code: "practitioner_elsewhere" });
    const { organizationId: late, person } = await buildPractitioner(db, { areas: ["33.16.01"] });
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", late)
      .execute();
    await expect(run(db, recordNeed, person, needInput(late))).rejects.toMatchObject({ code: "practitioner_standing_invalid" });
    await expect(run(db, recordNeed, person, own())).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("refuses what no count can be", async () => {
    const refusals = [
      [{ needCode: "nothing" }, "group_unknown"],
      [{ areaCode: "33.16.01" }, "village_missing"],
      [{ areaCode: "33.16.01.9999" }, "village_missing"],
      [{ since: addDays(today(), 1) }, "in_the_future"],
      [{ people: 0, women: null, men: null, households: null }, "people_range"],
      [{ households: 53 }, "households_range"],
      [{ women: 30 }, "sexes_sum"],
      [{ sources: [] }, "sources_missing"],
    ] as const;
    for (const [overrides, code] of refusals) {
      await expect(recorded({ areaCode: "33.16.01.2002", ...overrides })).rejects.toMatchObject({ code });
    }
  });

  test("overwrites nothing: an open record of the village and group asks what to do", async () => {
    const areaCode = "33.16.01.2003";
    const { needId } = await recorded({ areaCode });
    await expect(recorded({ areaCode })).rejects.toMatchObject({ code: "need_exists", details: { needId } });
    const more = { areaCode, people: 49, women: 20, men: 29, households: null };
    expect(await recorded({ ...more, existing: { instead: "add", seen: 1, reason: "Dukuh lain." } })).toEqual({ needId });
    await expect(recorded({ ...more, existing: { instead: "replace", seen: 1, reason: "Salah." } })).rejects.toMatchObject({
      code: "need_changed",
    });
    await recorded({ ...more, existing: { instead: "replace", seen: 2, reason: "Dihitung lagi." } });
    expect(await counts(needId)).toEqual([
      { n: 1, people: 52, reason: "" },
      { n: 2, people: 101, reason: "Dukuh lain." },
      { n: 3, people: 49, reason: "Dihitung lagi." },
    ]);
    const need = await findNeed(db, needId, ["33.16.01"]);
    expect(need?.history.map(({ n, households }) => [n, households])).toEqual([
      [3, null],
      [2, null],
      [1, 33],
    ]);
  });

  test("by two at once leaves one record", async () => {
    const { organizationId: second, person } = await buildPractitioner(db, { areas: ["33.16.01"] });
    const areaCode = "33.16.01.2004";
    const outcomes = await Promise.allSettled([recorded({ areaCode }), run(db, recordNeed, person, needInput(second, { areaCode }))]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "need_exists" } });
  });
});

describe("sensitive groups", () => {
  test("keep no village, no description and no evidence, in the operation and by constraint", async () => {
    const file = new File(["%PDF-1.4\n%%EOF\n"], "desa.pdf");
    const { needId } = await recorded({ needCode: "drug_victim", about: "Dukuh Kidul", people: 38, women: null, men: null, file });
    const row = await db.selectFrom("needs").select(["area_code", "about", "sensitive"]).where("id", "=", needId).executeTakeFirst();
    expect(row).toEqual({ area_code: "33.16", about: "", sensitive: true });
    const kept = await db.selectFrom("need_counts").select("file_id").where("need_id", "=", needId).execute();
    expect(kept).toEqual([{ file_id: null }]);
    const audit = await db.selectFrom("audit_log").select("details").where("subject_id", "=", needId).executeTakeFirstOrThrow();
    expect(audit.details).toMatchObject({ area: "33.16" });
    await asDatabaseOwner(async (owner) => {
      const write = (values: { area_code?: string; about?: string; sensitive?: boolean }) =>
        owner.updateTable("needs").set(values).where("id", "=", needId).execute();
      await expect(write({ area_code: "33.16.01.2005" })).rejects.toMatchObject({ constraint: "needs_area_cut" });
      await expect(write({ about: "Jegong" })).rejects.toMatchObject({ constraint: "needs_sensitive_bare" });
      await expect(write({ sensitive: false })).rejects.toMatchObject({
        constraint: expect.stringMatching(/needs_(area_cut|group_fkey)|need_counts_need_fkey/),
      });
    });
  });

  test("are counted by whoever works anywhere in the regency, and by nobody else", async () => {
    const { organizationId: near, person } = await buildPractitioner(db, { areas: ["33.16.05"] });
    const input = needInput(near, { needCode: "former_prisoner", areaCode: "33.16" });
    await run(db, recordNeed, person, input);
    const { organizationId: far, person: stranger } = await buildPractitioner(db, { areas: ["33.17"] });
    await expect(run(db, recordNeed, stranger, needInput(far, { ...input, key: newId(), organizationId: far }))).rejects.toMatchObject({
      code: "practitioner_elsewhere",
    });
    expect((await openNeeds(db, ["33.17.01"])).map((need) => need.needCode)).not.toContain("former_prisoner");
  });
});

describe("updating and closing", () => {
  test("append and end a record; what was counted can't be changed or deleted", async () => {
    const { needId } = await recorded({ areaCode: "33.16.01.2007" });
    const { areaCode: _area, needCode: _group, since: _since, about: _about, ...count } = own({ people: 60, women: null, men: null });
    const update = { ...count, needId, seen: 1, instead: "replace" as const, reason: "Delapan anak baru." };
    await run(db, updateNeed, psm, update);
    await run(db, updateNeed, psm, update);
    expect(await counts(needId)).toHaveLength(2);
    await expect(run(db, updateNeed, psm, { ...update, key: newId(), reason: "" })).rejects.toMatchObject({ code: "need_changed" });
    await expect(run(db, updateNeed, psm, { ...update, key: newId(), seen: 2, reason: " " })).rejects.toMatchObject({
      code: "reason_missing",
    });
    await expect(db.updateTable("need_counts").set({ people: 1 }).execute()).rejects.toThrow(/permission denied/);
    await expect(db.deleteFrom("needs").execute()).rejects.toThrow(/permission denied/);
    const close = { organizationId, needId, seen: 2, closing: "met" as const, note: "Semua sudah sekolah lagi." };
    await expect(run(db, closeNeed, psm, { ...close, note: " " })).rejects.toMatchObject({ code: "note_missing" });
    await run(db, closeNeed, psm, close);
    await expect(run(db, closeNeed, psm, close)).rejects.toMatchObject({ code: "need_closed" });
    expect((await findNeed(db, needId, ["33.16.01"]))?.closed).toMatchObject({ closing: "met", note: "Semua sudah sekolah lagi." });
    // The village and group are free for a new record.
    expect((await recorded({ areaCode: "33.16.01.2007" })).needId).not.toBe(needId);
  });
});

describe("coverage", () => {
  test("counts funded programs as serving, published ones as planned, and never more than the need", async () => {
    const { needId } = await recorded({ areaCode: "33.16.01.2008" });
    const [funded, waiting] = [await buildPublishedProgram(db), await buildPublishedProgram(db)];
    const answer = (proposal_id: string, people: number) =>
      db.insertInto("answered_needs").values({ proposal_id, need_id: needId, people }).execute();
    await answer(funded.proposalId, 28);
    await answer(waiting.proposalId, 90);
    const coverage = async () => {
      const need = (await openNeeds(db, ["33.16.01.2008"])).find((one) => one.id === needId);
      return [need?.people, need?.served, need?.planned, need?.uncovered];
    };
    expect(await coverage()).toEqual([52, 0, 52, 0]);
    const pledge = await buildCommittedPledge(db, { program: funded, instalments: [1_000_000n] });
    expect(await coverage()).toEqual([52, 0, 52, 0]);
    await db.transaction().execute((trx) =>
      postTransfer(trx, {
        proposalId: funded.proposalId,
        kind: "receipt",
        amount: 1_000_000n,
        pledgeId: pledge.pledgeId,
        source: { kind: "allocation", id: pledge.payments[0]?.paymentId ?? "" },
        occurredOn: today(),
        postedBy: null,
      }),
    );
    expect(await coverage()).toEqual([52, 28, 24, 0]);
    await db.updateTable("proposals").set({ status: "expired" }).where("id", "=", waiting.proposalId).execute();
    expect(await coverage()).toEqual([52, 28, 0, 24]);
    const { district } = await needsMap(db, "33.16.01", "neglected_child");
    const village = district?.villages.find(({ code }) => code === "33.16.01.2008");
    expect(village).toMatchObject({ people: 52, served: 28, planned: 0, uncovered: 24, mapped: true });
    expect(district?.villages.find(({ code }) => code === "33.16.01.2012")).toMatchObject({ mapped: false });
    const shown = district?.needs.find(({ id }) => id === needId);
    expect(shown?.programs.map(({ slug }) => slug)).toEqual([funded.slug]);
  });
});

describe("a proposal from a gap", () => {
  test("has group, area, people and the need filled in, once", async () => {
    const { needId } = await recorded({ areaCode: "33.16.01.2009", people: 200, women: null, men: null, needCode: "poor" });
    const { organizationId: community, editor } = await buildCommunity(db);
    const start = { key: newId(), organizationId: community, title: "Fakir miskin di Desa Doplang", needId };
    const { proposalId } = await run(db, startFromNeed, editor, start);
    expect(await run(db, startFromNeed, editor, start)).toEqual({ proposalId });
    const row = await db
      .selectFrom("proposals")
      .select(["title", "area_code", "beneficiaries", "beneficiary_unit"])
      .where("id", "=", proposalId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ title: start.title, area_code: "33.16.01.2009", beneficiaries: 200, beneficiary_unit: "orang" });
    const named = await db.selectFrom("answered_needs").select(["need_id", "people"]).where("proposal_id", "=", proposalId).execute();
    expect(named).toEqual([{ need_id: needId, people: 200 }]);
  });

  test("takes no figure over that is hidden from the public", async () => {
    const { needId } = await recorded({ areaCode: "33.16.01.2010", people: 3, women: null, men: null, households: null });
    const { organizationId: community, editor } = await buildCommunity(db);
    const { proposalId } = await run(db, startFromNeed, editor, {
      key: newId(),
      organizationId: community,
      title: "Anak telantar",
      needId,
    });
    const row = await db.selectFrom("proposals").select("beneficiaries").where("id", "=", proposalId).executeTakeFirstOrThrow();
    expect(row.beneficiaries).toBeNull();
    await expect(
      run(db, startFromNeed, editor, { key: newId(), organizationId: community, title: "x", needId: newId() }),
    ).rejects.toMatchObject({ code: "need_unknown" });
  });
});
