import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { focusOf } from "~/features/matching/focus-queries.server";
import { action, loader } from "~/routes/company/focus";
import { loader as profileLoader } from "~/routes/public/company-profile";
import { type BuiltCommunity, type BuiltCompany, buildCommunity, buildCompany } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let company: BuiltCompany;
let community: BuiltCommunity;
beforeAll(async () => {
  db = await testDatabase();
  company = await buildCompany(db);
  community = await buildCommunity(db);
});

const sound = () => ({
  organizationId: company.organizationId,
  version: "0",
  areasShown: "public",
  pillars: "social",
  pillarsShown: "public",
  goals: "4",
  goalsShown: "verified",
  ticketMin: "50 jt",
  ticketMax: "200.000.000",
  ticketShown: "verified",
  planYear: "2027",
  planAmount: "Rp 750 jt",
  planReadsFrom: "2026-10-01",
  planReadsUntil: "2026-12-15",
  planShown: "private",
});

describe("the form of what a company looks for", () => {
  const mistakes: [what: string, changed: Record<string, string>, field: string][] = [
    ["a pillar that doesn't exist", { pillars: "space" }, "pillars[0]"],
    ["a goal that doesn't exist", { goals: "18" }, "goals[0]"],
    ["a goal in words", { goals: "pendidikan" }, "goals[0]"],
    ["a least amount in words", { ticketMin: "sedikit saja" }, "ticketMin"],
    ["nothing as the least amount", { ticketMin: "0" }, "ticketMin"],
    ["a part of a rupiah", { ticketMax: "10,5" }, "ticketMax"],
    ["a minus", { ticketMax: "-5000000" }, "ticketMax"],
    ["a most below the least", { ticketMax: "10 jt" }, "ticketMax"],
    ["a year of two digits", { planYear: "27" }, "planYear"],
    ["a year far away", { planYear: "3027" }, "planYear"],
    ["a budget without its year", { planYear: "" }, "planYear"],
    ["a budget in words", { planAmount: "banyak" }, "planAmount"],
    ["a day that doesn't exist", { planReadsFrom: "2026-02-31" }, "planReadsFrom"],
    ["only the first day", { planReadsUntil: "" }, "planReadsUntil"],
    ["only the last day", { planReadsFrom: "" }, "planReadsFrom"],
    ["a last day before the first", { planReadsUntil: "2026-09-30" }, "planReadsUntil"],
    ["a visibility that doesn't exist", { planShown: "friends" }, "planShown"],
    ["no visibility", { ticketShown: "" }, "ticketShown"],
  ];
  it.each(mistakes)("answers %s beside its field and loses nothing", async (_, changed, field) => {
    const fields = { ...sound(), ...changed };
    const answer = await answerOf(action, company.officer, { fields });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.result?.error ?? {})).toEqual([field]);
    for (const name of ["ticketMin", "ticketMax", "planYear", "planAmount", "planReadsFrom"] as const) {
      if (fields[name]) expect(answer.result?.initialValue?.[name]).toBe(fields[name]);
    }
    expect((await focusOf(db, company.organizationId)).version).toBe(0);
  });

  it("is closed to approvers, to other companies and to communities", async () => {
    expect((await answerOf(action, company.approver, { fields: sound() })).status).toBe(403);
    expect((await answerOf(loader, community.chair)).status).toBe(403);
    const other = await buildCompany(db);
    expect((await answerOf(action, other.officer, { fields: sound() })).status).toBe(400);
    expect((await focusOf(db, company.organizationId)).version).toBe(0);
  });

  it("refuses an area that is none, beside the areas", async () => {
    const fields = { aksi: "tambah-wilayah", organizationId: company.organizationId, areaCode: "" };
    const answer = await answerOf(action, company.officer, { fields });
    expect(answer).toMatchObject({ status: 400, data: { areaError: "Pilih wilayah dari daftar." } });
    const search = await answerOf(action, company.officer, { fields: { aksi: "cari-wilayah", areaCodeCari: "sambong" } });
    expect(search).toMatchObject({ status: 200, data: { search: { q: "sambong" } } });
  });

  it("saves, and shows each reader no more than the company says", async () => {
    const area = { aksi: "tambah-wilayah", organizationId: company.organizationId, areaCode: "33.16.06" };
    expect((await answerOf(action, company.admin, { fields: area })).status).toBe(303);
    expect((await answerOf(action, company.officer, { fields: sound() })).status).toBe(303);
    const stale = await answerOf(action, company.admin, { fields: sound() });
    expect(stale).toMatchObject({ status: 400, result: { error: { "": [expect.stringContaining("Muat ulang")] } } });
    type Shown = { focus: Record<string, unknown> };
    const params = { slug: company.slug };
    const [stranger, verified, member] = await Promise.all(
      [(await buildCommunity(db, { standing: "draft" })).chair, community.chair, company.finance].map(
        async (actor) => ((await answerOf(profileLoader, actor, { params })).data as Shown).focus,
      ),
    );
    expect(stranger).toMatchObject({ areas: [{ code: "33.16.06" }], pillars: ["social"] });
    expect(Object.keys(stranger ?? {}).sort()).toEqual(["areas", "pillars", "withheld"]);
    expect(Object.keys(verified ?? {}).sort()).toEqual(["areas", "goals", "pillars", "ticket", "withheld"]);
    expect(member).toMatchObject({ plan: { year: 2027, amount: 750_000_000n }, withheld: [] });
  });
});
