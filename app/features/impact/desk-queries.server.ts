import { type Kysely, type Transaction, sql } from "kysely";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { ReceiptStatus } from "./receipt";
import type { ReportDraft, ReportStatus } from "./report";
import { draftOf } from "./report-draft.server";

type Reader = Kysely<DB> | Transaction<DB>;

export type DeskReport = {
  id: string;
  proposalId: string;
  trancheN: number;
  trancheTitle: string;
  termin: Rupiah;
  status: ReportStatus;
  number: string | null;
  headline: string;
  submittedAt: Date | null;
  publishedAt: Date | null;
  programTitle: string;
  urgent: boolean;
  programSlug: string;
  programCode: string | null;
  communityName: string;
  approved: Rupiah;
  waiting: Rupiah;
  waitingCount: number;
};

function reports(db: Reader) {
  const receiptSum = (status: ReceiptStatus) =>
    sql<bigint>`coalesce((select sum(x.amount) from receipts x where x.proposal_id = r.proposal_id and x.tranche_n = r.tranche_n and x.status = ${status}), 0)::bigint`;
  return db
    .selectFrom("reports as r")
    .innerJoin("proposals as p", "p.id", "r.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .innerJoin("tranches as t", (join) => join.onRef("t.proposal_id", "=", "r.proposal_id").onRef("t.n", "=", "r.tranche_n"))
    .select([
      "r.id",
      "r.proposal_id as proposalId",
      "r.tranche_n as trancheN",
      "t.title as trancheTitle",
      "r.status",
      "r.number",
      "r.headline",
    ])
    .select([
      "r.submitted_at as submittedAt",
      "r.published_at as publishedAt",
      "p.title as programTitle",
      "p.urgent",
      "p.slug as programSlug",
    ])
    .select(["p.code as programCode", "o.name as communityName"])
    .select([
      sql<bigint>`coalesce(t.amount, 0)::bigint`.as("termin"),
      receiptSum("approved").as("approved"),
      receiptSum("submitted").as("waiting"),
      sql<number>`(select count(*)::int from receipts x where x.proposal_id = r.proposal_id and x.tranche_n = r.tranche_n and x.status = 'submitted')`.as(
        "waitingCount",
      ),
    ]);
}

/** Reports that wait for the verifier, the longest waiting first. */
export function waitingReports(db: Reader): Promise<DeskReport[]> {
  return reports(db).where("r.status", "in", ["submitted", "verifying"]).orderBy("r.submitted_at").orderBy("r.id").execute();
}

/** Reports that were given back or published, the latest first. */
export function decidedReports(db: Reader, limit: number): Promise<DeskReport[]> {
  return reports(db)
    .where("r.status", "in", ["revision_requested", "published"])
    .orderBy(sql`coalesce(r.published_at, r.submitted_at)`, "desc")
    .limit(limit)
    .execute();
}

export type WaitingTermin = {
  proposalId: string;
  trancheN: number;
  programTitle: string;
  urgent: boolean;
  communityName: string;
  waiting: Rupiah;
  count: number;
};

/** Termin with receipts to look at although no report of them has been sent. */
export function terminsWithWaitingReceipts(db: Reader): Promise<WaitingTermin[]> {
  return db
    .selectFrom("receipts as x")
    .innerJoin("proposals as p", "p.id", "x.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .leftJoin("reports as r", (join) => join.onRef("r.proposal_id", "=", "x.proposal_id").onRef("r.tranche_n", "=", "x.tranche_n"))
    .select(["x.proposal_id as proposalId", "x.tranche_n as trancheN", "p.title as programTitle", "p.urgent", "o.name as communityName"])
    .select([sql<bigint>`sum(x.amount)::bigint`.as("waiting"), sql<number>`count(*)::int`.as("count")])
    .where("x.status", "=", "submitted")
    .where((eb) => eb.or([eb("r.status", "is", null), eb("r.status", "not in", ["submitted", "verifying"])]))
    .groupBy(["x.proposal_id", "x.tranche_n", "p.title", "p.urgent", "o.name"])
    .orderBy(sql`min(x.added_at)`)
    .execute();
}

export type DeskReportDetail = DeskReport & {
  submittedBy: string | null;
  revisionNote: string | null;
  beneficiaryUnit: string;
  draft: ReportDraft;
  indicators: { id: string; name: string; unit: string; baseline: string | null; target: string | null }[];
  photos: { fileId: string; caption: string }[];
};

/** One report for the verifier, whole. */
export async function findDeskReport(db: Reader, reportId: string): Promise<DeskReportDetail | undefined> {
  if (!isId(reportId)) return undefined;
  const report = await reports(db)
    .select(["r.submitted_by as submittedBy", "r.revision_note as revisionNote", "p.beneficiary_unit as beneficiaryUnit"])
    .where("r.id", "=", reportId)
    .where("r.status", "<>", "draft")
    .executeTakeFirst();
  if (!report) return undefined;
  const { proposalId } = report;
  const indicators = await db
    .selectFrom("indicators")
    .select(["id", "name", "unit", "baseline", "target"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .execute();
  const photos = await db
    .selectFrom("report_photos")
    .select(["file_id as fileId", "caption"])
    .where("proposal_id", "=", proposalId)
    .where("report_id", "=", reportId)
    .orderBy("position")
    .execute();
  return { ...report, draft: await draftOf(db, proposalId, reportId), indicators, photos };
}

/** Where a termin's receipts are checked: its sent report if there is one. */
export async function findTerminForReceipts(db: Reader, proposalId: string, trancheN: number) {
  if (!isId(proposalId) || !Number.isInteger(trancheN)) return undefined;
  return db
    .selectFrom("tranches as t")
    .innerJoin("proposals as p", "p.id", "t.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select([
      "p.id as proposalId",
      "t.n as trancheN",
      "t.title as trancheTitle",
      "p.title as programTitle",
      "p.urgent",
      "p.slug as programSlug",
    ])
    .select(["o.name as communityName", sql<bigint>`coalesce(t.amount, 0)::bigint`.as("termin")])
    .where("t.proposal_id", "=", proposalId)
    .where("t.n", "=", trancheN)
    .executeTakeFirst();
}

/** A receipt that nobody has decided about. */
export async function findWaitingReceipt(db: Reader, proposalId: string, receiptId: string) {
  if (!isId(proposalId) || !isId(receiptId)) return undefined;
  return db
    .selectFrom("receipts")
    .select(["id", "vendor", "description", "amount"])
    .where("proposal_id", "=", proposalId)
    .where("id", "=", receiptId)
    .where("status", "=", "submitted")
    .executeTakeFirst();
}
