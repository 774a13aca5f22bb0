import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { ReportDraft } from "./report";

/** What a report says, with one entry for every indicator of the program, measured or not. */
export async function draftOf(db: Kysely<DB> | Transaction<DB>, proposalId: string, reportId: string): Promise<ReportDraft> {
  const report = await db
    .selectFrom("reports")
    .select(["headline", "story", "lessons", "beneficiaries", "women", "children", "elderly", "disabled"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", reportId)
    .executeTakeFirstOrThrow();
  const results = await db
    .selectFrom("indicators as i")
    .leftJoin("indicator_results as x", (join) =>
      join.onRef("x.proposal_id", "=", "i.proposal_id").onRef("x.indicator_id", "=", "i.id").on("x.report_id", "=", reportId),
    )
    .select(["i.id as indicatorId", "x.actual", "x.note"])
    .where("i.proposal_id", "=", proposalId)
    .orderBy("i.position")
    .execute();
  return { ...report, results: results.map((result) => ({ ...result, note: result.note ?? "" })) };
}
