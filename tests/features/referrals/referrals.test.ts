import { describe, expect, test } from "vitest";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { closeNeed } from "~/features/needs/close-need.server";
import { recordNeed } from "~/features/needs/record-need.server";
import { addService } from "~/features/referrals/add-service.server";
import { answerReferral } from "~/features/referrals/answer-referral.server";
import { closeService } from "~/features/referrals/close-service.server";
import { referNeed } from "~/features/referrals/refer-need.server";
import type { ServiceKind } from "~/features/referrals/referral";
import { findReferral, referralsOfNeed, referralsTo } from "~/features/referrals/referral-queries.server";
import { reportReferral } from "~/features/referrals/report-referral.server";
import { publicServices, servedAreas, servicesFor, servicesOf } from "~/features/referrals/service-queries.server";
import { withdrawReferral } from "~/features/referrals/withdraw-referral.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { type BuiltCommunity, buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { endings } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { needInput } from "#tests/support/needs";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, again, mailsTo } = await organizationsOn(db);

const service = {
  kind: "family_counselling" as ServiceKind,
  groups: ["neglected_child", "poor"],
  areaCode: "33.16.01",
  hours: "Senin, 08.00",
};

async function center(overrides: Partial<typeof service> = {}) {
  const lk3 = await buildCommunity(db, { element: "lk3", name: `LK3 Uji ${newId()}`, areaCode: "33.16.02.1005" });
  const { serviceId } = await run(addService, lk3.chair, { organizationId: lk3.organizationId, ...service, ...overrides });
  return { lk3, serviceId };
}

/** A PSM with a need of its own: one village has one open record of a group. */
let recorded = 0;
async function counted(overrides: Parameters<typeof needInput>[1] = {}) {
  const psm = await buildPractitioner(db, { areas: ["33.16.01"], name: "PSM Uji" });
  const place = { areaCode: `33.16.01.${2001 + (recorded % 12)}`, needCode: recorded < 12 ? "neglected_child" : "poor" };
  recorded += 1;
  const { needId } = await run(recordNeed, psm.person, needInput(psm.organizationId, { ...place, ...overrides }));
  return { psm, needId };
}

type Psm = Awaited<ReturnType<typeof buildPractitioner>>;
const referring = (psm: Psm, needId: string, serviceId: string) => ({
  organizationId: psm.organizationId,
  needId,
  serviceId,
  note: "Orang tua merantau.",
});

async function offered() {
  const [{ lk3, serviceId }, { psm, needId }] = [await center(), await counted()];
  const { referralId } = await run(referNeed, psm.person, referring(psm, needId, serviceId));
  return { lk3, serviceId, psm, needId, referralId };
}

async function accepted() {
  const all = await offered();
  await run(answerReferral, all.lk3.chair, { referralId: all.referralId, accept: true, answer: "" });
  return all;
}

const lapse = (organizationId: string) =>
  db
    .updateTable("organizations")
    .set({ standing_valid_until: addDays(today(), -1) })
    .where("id", "=", organizationId)
    .execute();
const freeze = (organizationId: string) =>
  run(freezeOrganization, desk.administrator, { organizationId, scope: "all", reason: "Sedang diperiksa." });
const actionsOf = async (id: string) =>
  (await db.selectFrom("audit_log").select("action").where("subject_id", "=", id).orderBy("id").execute()).map(({ action }) => action);

describe("services", () => {
  test("are listed by chair and editor of an LK3 or LKS in good standing, once for a kind and area", async () => {
    const { lk3, serviceId } = await center();
    const input = { organizationId: lk3.organizationId, ...service, areaCode: "33.16" };
    const wrong = [
      [{ groups: [] }, "groups_missing"],
      [{ groups: ["rich"] }, "group_unknown"],
      [{ areaCode: "33.16.01.2005" }, "service_area_unknown"],
      [{ areaCode: "33" }, "service_area_unknown"],
      [{ areaCode: "99.99" }, "service_area_unknown"],
      [{ hours: "  " }, "hours_missing"],
      [{ areaCode: "33.16.01" }, "service_exists"],
    ] as const;
    for (const [change, code] of wrong) await expect(run(addService, lk3.editor, { ...input, ...change })).rejects.toMatchObject({ code });
    await expect(run(addService, lk3.treasurer, input)).rejects.toMatchObject({ code: "not_allowed" });
    const youth = await buildCommunity(db);
    const theirs = { ...input, organizationId: youth.organizationId };
    await expect(run(addService, youth.chair, theirs)).rejects.toMatchObject({ code: "not_allowed" });
    const both = await Promise.allSettled([run(addService, lk3.chair, input), run(addService, lk3.editor, input)]);
    expect(endings(both)).toEqual({ done: 1, refused: ["service_exists"] });
    const stranger = await center();
    const closing = { organizationId: stranger.lk3.organizationId, serviceId };
    await expect(run(closeService, stranger.lk3.chair, closing)).rejects.toMatchObject({ code: "service_not_open" });
    await run(closeService, lk3.editor, { organizationId: lk3.organizationId, serviceId });
    await expect(run(closeService, lk3.chair, { organizationId: lk3.organizationId, serviceId })).rejects.toMatchObject({
      code: "service_not_open",
    });
    const all = await servicesOf(db, lk3.organizationId);
    expect(all.map(({ areaCode, closedAt }) => [areaCode, closedAt !== null])).toEqual([
      ["33.16", false],
      ["33.16.01", true],
    ]);
    expect(all[0]?.groups.map(({ code }) => code)).toEqual(["neglected_child", "poor"]);
    expect(await actionsOf(serviceId)).toEqual(["service.added", "service.closed"]);
    await lapse(lk3.organizationId);
    const more = { ...input, areaCode: "33.16.03" };
    await expect(run(addService, lk3.chair, more)).rejects.toMatchObject({ code: "serving_standing_invalid" });
    await freeze(stranger.lk3.organizationId);
    const frozen = run(addService, stranger.lk3.chair, { ...more, organizationId: stranger.lk3.organizationId });
    await expect(frozen).rejects.toMatchObject({ code: "organization_frozen" });
  });

  test("stand on the public profile while they take referrals", async () => {
    const { lk3, serviceId } = await center();
    const shown = async (slug: string) => (await publicServices(db, slug)).map(({ id }) => id);
    expect(await publicServices(db, lk3.slug)).toMatchObject([{ id: serviceId, areaCode: "33.16.01", hours: service.hours }]);
    const [lapsed, frozen] = [await center(), await center()];
    expect(await shown(lapsed.lk3.slug)).toEqual([lapsed.serviceId]);
    await lapse(lapsed.lk3.organizationId);
    await freeze(frozen.lk3.organizationId);
    expect([await shown(lapsed.lk3.slug), await shown(frozen.lk3.slug), await shown("tidak-ada")]).toEqual([[], [], []]);
    await run(closeService, lk3.editor, { organizationId: lk3.organizationId, serviceId });
    expect(await shown(lk3.slug)).toEqual([]);
  });

  test("may serve the own regency, its districts and the province's regencies", async () => {
    const { lk3 } = await center();
    const areas = (await servedAreas(db, lk3.organizationId)).map(({ code }) => code);
    expect(areas[0]).toBe("33.16");
    expect(areas).toEqual(expect.arrayContaining(["33.16.01", "33.01"]));
    expect(areas.every((code) => /^33\.(16\.\d\d|\d\d)$/.test(code))).toBe(true);
  });
});

describe("referring", () => {
  test("is for a PSM or TKSK of the area in good standing, of an open need, to a service for its area and group", async () => {
    const { serviceId } = await center();
    const { psm, needId } = await counted();
    const input = referring(psm, needId, serviceId);
    const other = await center({ groups: ["neglected_elderly"] });
    const elsewhere = await center({ areaCode: "33.16.02" });
    for (const unfit of [other.serviceId, elsewhere.serviceId, newId(), "x"]) {
      await expect(run(referNeed, psm.person, { ...input, serviceId: unfit })).rejects.toMatchObject({ code: "service_unfit" });
    }
    await expect(run(referNeed, psm.person, { ...input, note: " " })).rejects.toMatchObject({ code: "note_missing" });
    for (const nothing of [newId(), "x"]) {
      await expect(run(referNeed, psm.person, { ...input, needId: nothing })).rejects.toMatchObject({ code: "need_unknown" });
    }
    const far = await buildPractitioner(db, { areas: ["33.16.02"] });
    await expect(run(referNeed, far.person, referring(far, needId, serviceId))).rejects.toMatchObject({ code: "practitioner_elsewhere" });
    const worker = await buildPractitioner(db, { element: "professional_social_worker", areas: ["33.16.01"] });
    await expect(run(referNeed, worker.person, referring(worker, needId, serviceId))).rejects.toMatchObject({ code: "not_allowed" });
    const tksk = await buildPractitioner(db, { element: "tksk", areas: ["33.16.01"] });
    const both = await Promise.allSettled([
      run(referNeed, psm.person, input),
      run(referNeed, tksk.person, referring(tksk, needId, serviceId)),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["referral_open"] });
    await lapse(psm.organizationId);
    await expect(run(referNeed, psm.person, input)).rejects.toMatchObject({ code: "practitioner_standing_invalid" });
    const closed = await counted();
    await run(closeNeed, closed.psm.person, {
      organizationId: closed.psm.organizationId,
      needId: closed.needId,
      seen: 1,
      closing: "met",
      note: "Ok.",
    });
    const late = referring(closed.psm, closed.needId, serviceId);
    await expect(run(referNeed, closed.psm.person, late)).rejects.toMatchObject({ code: "need_closed" });
  });

  test("offers only services that are open, in good standing and not frozen", async () => {
    const [closed, ended, frozen, open] = [await center(), await center(), await center(), await center()];
    await run(closeService, closed.lk3.chair, { organizationId: closed.lk3.organizationId, serviceId: closed.serviceId });
    await lapse(ended.lk3.organizationId);
    await freeze(frozen.lk3.organizationId);
    const { psm, needId } = await counted();
    const choices = (await servicesFor(db, { areaCode: "33.16.01.2005", needCode: "poor" })).map(({ id }) => id);
    expect(choices).toContain(open.serviceId);
    for (const [unfit, code] of [
      [closed, "service_unfit"],
      [ended, "service_unfit"],
      [frozen, "organization_frozen"],
    ] as const) {
      expect(choices).not.toContain(unfit.serviceId);
      await expect(run(referNeed, psm.person, referring(psm, needId, unfit.serviceId))).rejects.toMatchObject({ code });
    }
  });

  test("respects ties: nobody refers to an own organisation or one that was declared", async () => {
    const { lk3, serviceId } = await center();
    const { psm, needId } = await counted();
    await db
      .insertInto("memberships")
      .values({ organization_id: lk3.organizationId, user_id: psm.person.userId, role: "treasurer", created_at: now() })
      .execute();
    const member = await again(psm.person);
    await expect(run(referNeed, member, referring(psm, needId, serviceId))).rejects.toMatchObject({ code: "own_organization" });
    const other = await center();
    await run(declareTie, psm.person, {
      kind: "family",
      organizationId: other.lk3.organizationId,
      partyName: "",
      detail: "Kakak saya ketuanya.",
      endedOn: null,
    });
    await expect(run(referNeed, psm.person, referring(psm, needId, other.serviceId))).rejects.toMatchObject({ code: "declared_tie" });
  });

  test("is taken back by whoever referred, before an answer; then the service may be asked again", async () => {
    const { lk3, serviceId, psm, needId, referralId } = await offered();
    const own = { organizationId: psm.organizationId, needId, referralId };
    const other = await buildPractitioner(db, { areas: ["33.16.01"] });
    const theirs = { ...own, organizationId: other.organizationId };
    await expect(run(withdrawReferral, other.person, theirs)).rejects.toMatchObject({ code: "referral_not_found" });
    await expect(run(withdrawReferral, other.person, own)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(referNeed, psm.person, referring(psm, needId, serviceId))).rejects.toMatchObject({ code: "referral_open" });
    const both = await Promise.allSettled([
      run(withdrawReferral, psm.person, own),
      run(answerReferral, lk3.chair, { referralId, accept: false, answer: "Penuh." }),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["referral_answered"] });
    await run(referNeed, psm.person, referring(psm, needId, serviceId));
    expect(await referralsOfNeed(db, needId)).toHaveLength(2);
  });
});

describe("answering", () => {
  test("is done once, whoever answers at the same time, and the other side is told", async () => {
    const { lk3, psm, referralId } = await offered();
    expect(await mailsTo(lk3.chair.email)).toEqual(["referral"]);
    expect(await mailsTo(lk3.treasurer.email)).toEqual([]);
    await expect(run(answerReferral, lk3.treasurer, { referralId, accept: true, answer: "" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    const stranger = await center();
    for (const id of [referralId, newId(), "x"]) {
      const theirs = run(answerReferral, stranger.lk3.chair, { referralId: id, accept: true, answer: "" });
      await expect(theirs).rejects.toMatchObject({ code: "referral_not_found" });
    }
    await expect(run(answerReferral, lk3.chair, { referralId, accept: false, answer: "  " })).rejects.toMatchObject({
      code: "answer_missing",
    });
    const both = await Promise.allSettled([
      run(answerReferral, lk3.chair, { referralId, accept: true, answer: "Kami datang Senin." }),
      run(answerReferral, lk3.editor, { referralId, accept: false, answer: "Penuh." }),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["referral_answered"] });
    expect(await mailsTo(psm.person.email)).toEqual(["referral"]);
    const actions = await actionsOf(referralId);
    expect(actions).toHaveLength(2);
    expect(actions[0]).toBe("referral.offered");
  });

  test("stops accepting at a lapse, a freeze of either side, a tie, or a closed need; declining stays open", async () => {
    const lapsed = await offered();
    await lapse(lapsed.lk3.organizationId);
    const frozen = await offered();
    await freeze(frozen.psm.organizationId);
    const closed = await offered();
    const closing = { organizationId: closed.psm.organizationId, needId: closed.needId, seen: 1, closing: "met" as const, note: "Ok." };
    await run(closeNeed, closed.psm.person, closing);
    const tied = await offered();
    await run(declareTie, tied.psm.person, {
      kind: "family",
      organizationId: tied.lk3.organizationId,
      partyName: "",
      detail: "Kakak saya ketuanya.",
      endedOn: null,
    });
    const cases = [
      [lapsed, "serving_standing_invalid"],
      [frozen, "organization_frozen"],
      [closed, "need_closed"],
      [tied, "declared_tie"],
    ] as const;
    for (const [{ lk3, referralId }, code] of cases) {
      await expect(run(answerReferral, lk3.chair, { referralId, accept: true, answer: "" }), code).rejects.toMatchObject({ code });
      await run(answerReferral, lk3.chair, { referralId, accept: false, answer: "Belum dapat." });
    }
  });
});

describe("reporting what came of it", () => {
  const served = { outcome: "served" as const, people: 12, words: "Dua belas anak didampingi." };

  test("is done once, after accepting, and never of more people than were counted", async () => {
    const waiting = await offered();
    const early = run(reportReferral, waiting.lk3.chair, { referralId: waiting.referralId, ...served });
    await expect(early).rejects.toMatchObject({ code: "referral_not_accepted" });
    const { lk3, psm, needId, referralId } = await accepted();
    const input = { referralId, ...served };
    await expect(run(reportReferral, lk3.chair, { ...input, words: " " })).rejects.toMatchObject({ code: "words_missing" });
    await expect(run(reportReferral, lk3.chair, { ...input, people: null })).rejects.toMatchObject({ code: "served_missing" });
    await expect(run(reportReferral, lk3.chair, { ...input, people: 53 })).rejects.toMatchObject({ code: "served_more" });
    const both = await Promise.allSettled([
      run(reportReferral, lk3.chair, input),
      run(reportReferral, lk3.editor, { ...input, outcome: "not_reachable", people: null, words: "Pindah." }),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["referral_not_accepted"] });
    expect(await mailsTo(psm.person.email)).toEqual(["referral", "referral"]);
    expect(await actionsOf(referralId)).toHaveLength(3);
    expect(await referralsOfNeed(db, needId)).toMatchObject([{ status: expect.stringMatching(/served|not_reachable/) }]);
  });

  test("keeps no number where nobody was served, goes on after a standing has ended, and stops at a freeze", async () => {
    const { lk3, referralId } = await accepted();
    await lapse(lk3.organizationId);
    await run(reportReferral, lk3.chair, { referralId, outcome: "referred_on", people: 9, words: "Ke rumah sakit." });
    expect(await findReferral(db, lk3.organizationId, referralId)).toMatchObject({ status: "referred_on", people: null });
    const other = await accepted();
    await freeze(other.lk3.organizationId);
    const stopped = run(reportReferral, other.lk3.chair, { referralId: other.referralId, ...served });
    await expect(stopped).rejects.toMatchObject({ code: "organization_frozen" });
  });
});

describe("what the service reads of a need", () => {
  const reading = async (lk3: BuiltCommunity, referralId: string) => findReferral(db, lk3.organizationId, referralId);

  test("is the village and the count, but no small count, and nothing of others", async () => {
    const { lk3, referralId } = await offered();
    expect(await reading(lk3, referralId)).toMatchObject({
      area: expect.stringMatching(/Kecamatan Jati/),
      counted: 52,
      about: "5–14 tahun",
    });
    const stranger = await center();
    expect(await reading(stranger.lk3, referralId)).toBeUndefined();
    expect(await reading(lk3, "x")).toBeUndefined();
    expect(await referralsTo(db, stranger.lk3.organizationId)).toEqual([]);
    const { psm, needId } = await counted({ people: 4, households: null, women: null, men: null });
    const few = await run(referNeed, psm.person, referring(psm, needId, stranger.serviceId));
    expect(await reading(stranger.lk3, few.referralId)).toMatchObject({ counted: null });
  });

  test("of a sensitive group is only the regency, on the page and in the letter, and no district's service is offered", async () => {
    const district = await center({ groups: ["drug_victim"], kind: "social_rehabilitation" });
    const { lk3, serviceId } = await center({ groups: ["drug_victim"], areaCode: "33.16", kind: "social_rehabilitation" });
    const { psm, needId } = await counted({ needCode: "drug_victim", areaCode: "33.16.01.2005", about: "di Dukuh Krajan" });
    const choices = (await servicesFor(db, { areaCode: "33.16", needCode: "drug_victim" })).map(({ id }) => id);
    expect(choices).toEqual([serviceId]);
    const unfit = run(referNeed, psm.person, referring(psm, needId, district.serviceId));
    await expect(unfit).rejects.toMatchObject({ code: "service_unfit" });
    const { referralId } = await run(referNeed, psm.person, referring(psm, needId, serviceId));
    expect(await reading(lk3, referralId)).toMatchObject({ area: "Kabupaten Blora", about: "", sensitive: true });
    const mail = await db
      .selectFrom("email_messages")
      .select("props")
      .where("to_address", "=", lk3.chair.email)
      .where("template", "=", "referral")
      .executeTakeFirstOrThrow();
    expect(mail.props).toMatchObject({ area: "Kabupaten Blora" });
    expect(JSON.stringify(mail.props)).not.toMatch(/Jati|NAPZA|Krajan/);
    const audit = await db.selectFrom("audit_log").select("details").where("subject_id", "=", referralId).executeTakeFirstOrThrow();
    expect(audit.details).toEqual({ name: expect.any(String), area: "33.16" });
  });
});

test("the database keeps what the operations promise", async () => {
  const { referralId } = await offered();
  const change = (set: object) => db.updateTable("referrals").set(set).where("id", "=", referralId).execute();
  await expect(change({ status: "accepted" })).rejects.toThrow(/referrals_answered/);
  await expect(change({ status: "withdrawn" })).rejects.toThrow(/referrals_withdrawn/);
  await expect(change({ people: 3 })).rejects.toThrow(/referrals_people_counted/);
  await expect(change({ note: "" })).rejects.toThrow(/referrals_note_given/);
  await expect(db.deleteFrom("referrals").where("id", "=", referralId).execute()).rejects.toThrow(/permission denied/);
});
