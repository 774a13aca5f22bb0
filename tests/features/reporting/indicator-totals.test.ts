import type { Kysely } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { indicatorTotals } from "~/features/reporting/indicator-totals.server";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { type BuiltCompany, buildCompany } from "#db/seed/builders/organizations";
import { buildUser } from "#db/seed/builders/people";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

const db: Kysely<DB> = await testDatabase();
beforeEach(async () => {
  await db.updateTable("reports").set({ status: "submitted", published_at: null, verified_by: null, content_hash: null }).execute();
});

type Plan = { code: string | null; unit?: string; baseline: string | null; target: string | null };

async function programWith({ code, unit = "orang", baseline, target }: Plan): Promise<BuiltProgram> {
  const program = await buildPublishedProgram(db);
  await db.updateTable("indicators").set({ code, unit, baseline, target }).where("proposal_id", "=", program.proposalId).execute();
  return program;
}

async function report({ proposalId, community, indicators }: BuiltProgram, n: number, actual: string | null, published = true) {
  const [id, { userId }] = [newId(), await buildUser(db)];
  await db
    .insertInto("reports")
    .values({
      proposal_id: proposalId,
      id,
      tranche_n: n,
      number: `LAP-${id}`,
      status: published ? "published" : "submitted",
      headline: "Laporan",
      beneficiaries: 1,
      created_by: community.editor.userId,
      created_at: now(),
      updated_at: now(),
      submitted_by: community.chair.userId,
      submitted_at: now(),
      verified_by: published ? userId : null,
      published_at: published ? now() : null,
      content_hash: published ? "a".repeat(64) : null,
    })
    .execute();
  await db
    .insertInto("indicator_results")
    .values({ proposal_id: proposalId, report_id: id, indicator_id: indicators[0]?.id ?? "", actual, note: actual ? "" : "Belum." })
    .execute();
}

const figures = async (funder?: BuiltCompany) =>
  (await indicatorTotals(db, funder && { companyId: funder.organizationId })).map(({ code, programs, baseline, target, actual }) => [
    code,
    programs,
    baseline,
    target,
    actual,
  ]);

test("adds the last published figure of each program, beside the plan of the same programs", async () => {
  const [one, two] = [
    await programWith({ code: "people-served", baseline: "10", target: "40" }),
    await programWith({ code: "people-served", baseline: null, target: "20.5" }),
  ];
  await report(one, 1, "15");
  await report(one, 2, "32");
  await report(two, 1, "20.25");
  // Neither what is unpublished, nor unmeasured, nor of the community's own, nor what has no plan.
  await report(two, 2, "99", false);
  const unmeasured = await programWith({ code: "people-served", baseline: "1", target: "7000" });
  await report(unmeasured, 1, null);
  await report(await programWith({ code: null, unit: "kebun", baseline: "0", target: "3" }), 1, "3");
  await report(await programWith({ code: "people-served", baseline: "0", target: null }), 1, "500");
  const families = await programWith({ code: "families-served", unit: "keluarga", baseline: "0", target: "9" });
  await report(families, 1, "4");
  expect(await figures()).toEqual([
    ["people-served", 2, "10.00", "60.50", "52.25"],
    ["families-served", 1, "0.00", "9.00", "4.00"],
  ]);
});

test("an unmeasured last report keeps the figure before it", async () => {
  const program = await programWith({ code: "people-served", baseline: "0", target: "40" });
  await report(program, 1, "12");
  await report(program, 2, null);
  expect(await figures()).toEqual([["people-served", 1, "0.00", "40.00", "12.00"]]);
});

test("a program counts once in public, and whole for each company whose commitment stands", async () => {
  const [first, second, stranger] = [await buildCompany(db), await buildCompany(db), await buildCompany(db)];
  const shared = await programWith({ code: "people-served", baseline: "0", target: "40" });
  await report(shared, 1, "30");
  for (const company of [first, first, second]) await buildCommittedPledge(db, { program: shared, company, instalments: [1_000_000n] });
  const alone = await programWith({ code: "people-served", baseline: "0", target: "8" });
  await report(alone, 1, "5");
  await buildCommittedPledge(db, { program: alone, company: second, instalments: [1_000_000n] });
  expect(await figures()).toEqual([["people-served", 2, "0.00", "48.00", "35.00"]]);
  expect(await figures(first)).toEqual([["people-served", 1, "0.00", "40.00", "30.00"]]);
  expect(await figures(second)).toEqual([["people-served", 2, "0.00", "48.00", "35.00"]]);
  expect(await figures(stranger)).toEqual([]);
});

test("shares and scores are not added", async () => {
  const kind = await db.selectFrom("indicator_kinds").select(["code", "unit"]).where("unit", "in", ["%", "poin"]).executeTakeFirstOrThrow();
  await report(await programWith({ ...kind, baseline: "0", target: "80" }), 1, "70");
  expect(await figures()).toEqual([]);
});
