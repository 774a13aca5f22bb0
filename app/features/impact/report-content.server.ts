import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { draftOf } from "./report-draft.server";

/**
 * The fingerprint of a published report: SHA-256 over its canonical form, JSON with these keys in this order, amounts as text of whole
 * rupiah, receipts and pictures by the SHA-256 of their file. Whoever has the report can compute it again.
 */
export async function contentHash(trx: Transaction<DB>, proposalId: string, reportId: string, trancheN: number): Promise<string> {
  const draft = await draftOf(trx, proposalId, reportId);
  const receipts = await trx
    .selectFrom("receipts as r")
    .innerJoin("files as f", "f.id", "r.file_id")
    .select(["r.id", "r.budget_line_id as budgetLineId", "r.amount", "r.spent_on as spentOn", "r.vendor", "r.description", "f.sha256"])
    .where("r.proposal_id", "=", proposalId)
    .where("r.tranche_n", "=", trancheN)
    .where("r.status", "=", "approved")
    .orderBy("r.id")
    .execute();
  const photos = await trx
    .selectFrom("report_photos as p")
    .innerJoin("files as f", "f.id", "p.file_id")
    .select(["p.caption", "f.sha256"])
    .where("p.proposal_id", "=", proposalId)
    .where("p.report_id", "=", reportId)
    .orderBy("p.position")
    .execute();
  const { headline, story, lessons, beneficiaries, women, children, elderly, disabled, results } = draft;
  const people = { beneficiaries, women, children, elderly, disabled };
  const spending = receipts.map((receipt) => ({ ...receipt, amount: receipt.amount.toString() }));
  const canonical = {
    form: "sinergi-report-1",
    proposalId,
    trancheN,
    headline,
    story,
    lessons,
    people,
    results,
    receipts: spending,
    photos,
  };
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}
