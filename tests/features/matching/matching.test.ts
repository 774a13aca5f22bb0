import { describe, expect, test } from "vitest";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { addFocusArea, removeFocusArea } from "~/features/matching/change-focus-area.server";
import { programsInArea } from "~/features/matching/company-shares.server";
import { emptyFocus, mostFocusAreas } from "~/features/matching/focus";
import { focusOf, readerOf } from "~/features/matching/focus-queries.server";
import { matchingPrograms } from "~/features/matching/matching-programs.server";
import { saveFocus } from "~/features/matching/save-focus.server";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { buildCommunity, buildCompany } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { endings } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run } = await organizationsOn(db);

const sought = {
  ...emptyFocus,
  pillars: ["social" as const],
  goals: [5, 2],
  ticket: { min: 5_000_000n, max: 50_000_000n },
  plan: { year: 2027, amount: 500_000_000n, readsFrom: "2026-10-01", readsUntil: "2026-12-15" },
};

describe("what a company looks for", () => {
  test("is saved by its officers, once at a time, and read back as it was said", async () => {
    const company = await buildCompany(db);
    const { organizationId } = company;
    expect(await focusOf(db, organizationId)).toMatchObject({ version: 0, focus: emptyFocus });
    const input = { organizationId, version: 0, ...sought };
    await expect(run(saveFocus, company.approver, input)).rejects.toMatchObject({ code: "not_allowed" });
    const other = await buildCompany(db);
    await expect(run(saveFocus, other.officer, input)).rejects.toMatchObject({ code: "not_allowed" });
    const both = await Promise.allSettled([run(saveFocus, company.officer, input), run(saveFocus, company.admin, input)]);
    expect(endings(both)).toEqual({ done: 1, refused: ["stale_version"] });
    await expect(run(saveFocus, company.officer, input)).rejects.toMatchObject({ code: "stale_version" });
    await run(addFocusArea, company.officer, { organizationId, areaCode: "33.16.06" });
    const { version, focus } = await focusOf(db, organizationId);
    expect(version).toBe(1);
    expect(focus).toMatchObject({ ...sought, goals: [2, 5], areas: [{ code: "33.16.06" }] });
    await expect(run(saveFocus, company.officer, { ...input, version: 1, ticket: { min: 2n, max: 1n } })).rejects.toMatchObject({
      code: "ticket_upside_down",
    });
    const plan = { ...sought.plan, readsFrom: "2026-12-16" };
    await expect(run(saveFocus, company.officer, { ...input, version: 1, plan })).rejects.toMatchObject({ code: "reading_upside_down" });
    const actions = await db.selectFrom("audit_log").select("action").where("organization_id", "=", organizationId).execute();
    expect(actions.map(({ action }) => action)).toEqual(["company.focus_saved", "company.area_added"]);
  });

  test("names areas of every level, each once, and not without end", async () => {
    const { organizationId, officer, finance } = await buildCompany(db);
    const add = (areaCode: string) => run(addFocusArea, officer, { organizationId, areaCode });
    for (const code of ["33", "33.16", "33.16.06", "33.16.06.2004"]) await add(code);
    await expect(add("33.16")).rejects.toMatchObject({ code: "area_chosen", details: { field: "areaCode" } });
    await expect(add("99.99")).rejects.toMatchObject({ code: "area_unknown" });
    await expect(run(addFocusArea, finance, { organizationId, areaCode: "33.15" })).rejects.toMatchObject({ code: "not_allowed" });
    const twice = await Promise.allSettled([add("33.16.05"), add("33.16.05")]);
    expect(endings(twice)).toEqual({ done: 1, refused: ["area_chosen"] });
    await run(removeFocusArea, officer, { organizationId, areaCode: "33" });
    await run(removeFocusArea, officer, { organizationId, areaCode: "33" });
    const more = await db.selectFrom("areas").select("code").where("level", "=", "village").limit(mostFocusAreas).execute();
    const rest = more.filter(({ code }) => code !== "33.16.06.2004").slice(0, mostFocusAreas - 4);
    for (const { code } of rest) await add(code);
    await expect(add("33.15")).rejects.toMatchObject({ code: "areas_too_many", details: { most: "40" } });
  });

  test("is nearer to members and to organisations whose standing holds", async () => {
    const company = await buildCompany(db);
    const verified = await buildCommunity(db);
    const draft = await buildCommunity(db, { standing: "draft" });
    const lapsed = await buildCommunity(db);
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", lapsed.organizationId)
      .execute();
    const near = (actor: Parameters<typeof readerOf>[1]) => readerOf(db, actor, company.organizationId);
    expect(await near(company.finance)).toBe("member");
    expect(await near(verified.editor)).toBe("verified");
    expect(await near(desk.auditor)).toBe("verified");
    expect(await near(draft.chair)).toBe("stranger");
    expect(await near(lapsed.chair)).toBe("stranger");
    expect(await near(await buildActor(db))).toBe("stranger");
    expect(await near(null)).toBe("stranger");
  });
});

describe("programs that fit", () => {
  test("are open, need money, hold none of the company's yet, and come the best first", async () => {
    const company = await buildCompany(db);
    const { organizationId, officer } = company;
    expect(await matchingPrograms(db, organizationId, emptyFocus, 10)).toEqual([]);
    const within = { goals: [5], pillar: "governance" as const, areaCode: "33.16.03.2004" };
    const best = await buildPublishedProgram(db, within);
    const elsewhere = await buildPublishedProgram(db, { ...within, areaCode: "33.16.04.2012" });
    const suspended = await buildPublishedProgram(db, within);
    await db
      .updateTable("proposals")
      .set({ status: "suspended", status_before_suspension: "published" })
      .where("id", "=", suspended.proposalId)
      .execute();
    const over = await buildPublishedProgram(db, within);
    await db
      .updateTable("proposals")
      .set({ open_until: addDays(today(), -1) })
      .where("id", "=", over.proposalId)
      .execute();
    const frozen = await buildPublishedProgram(db, within);
    const freeze = { organizationId: frozen.community.organizationId, scope: "pledges" as const, reason: "Sedang diperiksa." };
    await run(freezeOrganization, desk.administrator, freeze);
    const funded = await buildPublishedProgram(db, within);
    await buildCommittedPledge(db, { program: funded, company, instalments: [1_000_000n] });
    const full = await buildPublishedProgram(db, within);
    await buildCommittedPledge(db, { program: full, instalments: [full.target] });
    await run(addFocusArea, officer, { organizationId, areaCode: "33.16.03" });
    await run(saveFocus, officer, { organizationId, version: 0, ...emptyFocus, pillars: ["governance"], goals: [5] });
    const { focus } = await focusOf(db, organizationId);
    const found = await matchingPrograms(db, organizationId, focus, 10);
    expect(found.map(({ id, fit }) => [id, fit.score])).toEqual([
      [best.proposalId, 100],
      [elsewhere.proposalId, 50],
    ]);
    expect(await matchingPrograms(db, organizationId, focus, 1)).toHaveLength(1);
    expect(await programsInArea(db, organizationId)).toEqual({ inside: 1, all: 1 });
  });

  test("of groups that could be harmed give no village away", async () => {
    const { organizationId, officer } = await buildCompany(db);
    const hidden = await buildPublishedProgram(db, { areaCode: "33.16.02.2007" });
    const sensitive = await db.selectFrom("need_groups").select("code").where("sensitive", "=", true).executeTakeFirstOrThrow();
    await db.updateTable("proposal_needs").set({ need_code: sensitive.code }).where("proposal_id", "=", hidden.proposalId).execute();
    const seek = async () => matchingPrograms(db, organizationId, (await focusOf(db, organizationId)).focus, 10);
    await run(addFocusArea, officer, { organizationId, areaCode: "33.16.02.2007" });
    expect(await seek()).toEqual([]);
    await run(addFocusArea, officer, { organizationId, areaCode: "33.16.02" });
    expect(await seek()).toMatchObject([{ id: hidden.proposalId, areaCode: "33.16.02", fit: { score: 100 } }]);
  });
});
