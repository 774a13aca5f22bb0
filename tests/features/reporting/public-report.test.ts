import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { findPublicReport, publishedReports } from "~/features/reporting/report-queries.server";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import { buildUser } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

let db: Kysely<DB>;
let program: BuiltProgram;

beforeAll(async () => {
  db = await testDatabase();
  program = await buildPublishedProgram(db);
});

async function insertReport(tranche: number, published: boolean): Promise<string> {
  const { community, proposalId, indicators } = program;
  const { userId: checker } = await buildUser(db);
  const id = newId();
  await db
    .insertInto("reports")
    .values({
      proposal_id: proposalId,
      id,
      tranche_n: tranche,
      number: `LAP-${id}`,
      status: published ? "published" : "submitted",
      headline: `Laporan ${tranche}`,
      beneficiaries: 38,
      created_by: community.editor.userId,
      created_at: now(),
      updated_at: now(),
      submitted_by: community.chair.userId,
      submitted_at: now(),
      verified_by: published ? checker : null,
      published_at: published ? now() : null,
      content_hash: published ? "a".repeat(64) : null,
    })
    .execute();
  await db
    .insertInto("indicator_results")
    .values({ proposal_id: proposalId, report_id: id, indicator_id: indicators[0]?.id ?? "", actual: "31.5" })
    .execute();
  return id;
}

async function insertReceipt(tranche: number, amount: bigint, status: "approved" | "submitted" | "rejected"): Promise<void> {
  const { community, proposalId, budgetLines } = program;
  const { userId: checker } = await buildUser(db);
  const fileId = newId();
  const sha256 = fileId.replaceAll("-", "").padEnd(64, "0");
  await db
    .insertInto("files")
    .values({ id: fileId, sha256, name: "nota.jpg", media_type: "image/jpeg", size_bytes: 10, access: "parties", created_at: now() })
    .execute();
  await db
    .insertInto("receipts")
    .values({
      proposal_id: proposalId,
      id: newId(),
      tranche_n: tranche,
      budget_line_id: budgetLines[0]?.id ?? "",
      amount,
      spent_on: today(),
      vendor: "Toko Rahasia",
      description: "Bibit",
      file_id: fileId,
      status,
      added_by: community.treasurer.userId,
      added_at: now(),
      decided_by: status === "submitted" ? null : checker,
      decided_at: status === "submitted" ? null : now(),
    })
    .execute();
}

test("a published report shows approved spending and its results, and no vendor or receipt", async () => {
  await insertReport(1, true);
  await insertReceipt(1, 2_000_000n, "approved");
  await insertReceipt(1, 500_000n, "approved");
  await insertReceipt(1, 9_000_000n, "rejected");
  await insertReceipt(1, 100_000n, "submitted");
  const report = await findPublicReport(db, program.proposalId, 1);
  expect(report).toMatchObject({
    tranches: 2,
    amount: 5_000_000n,
    spent: 2_500_000n,
    receipts: 2,
    spending: [{ planned: 6_000_000n, spent: 2_500_000n }],
    indicators: [{ baseline: 0, target: 40, actual: 31.5 }],
    beneficiaries: { total: 38, planned: 40 },
  });
  expect(JSON.stringify(report, (_, value) => String(value))).not.toContain("Toko Rahasia");
});

test("a report that was not published is not there", async () => {
  await insertReport(2, false);
  expect(await findPublicReport(db, program.proposalId, 2)).toBeUndefined();
  expect((await publishedReports(db, 20)).reports.map((report) => report.tranche)).toEqual([1]);
});

test("reports are read page by page, each once", async () => {
  for (let made = 0; made < 4; made += 1) {
    program = await buildPublishedProgram(db);
    await insertReport(1, true);
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await publishedReports(db, 2, after);
    seen.push(...page.reports.map((report) => report.slug));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});
