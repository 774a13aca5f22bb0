import type { Kysely, Transaction } from "kysely";
import { countsPeople } from "~/features/proposals/people";
import { publicStatuses } from "~/features/proposals/proposal";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import type { ReceiptStatus } from "./receipt";
import { type TerminReceipt, receiptsOfTermin } from "./receipt-queries.server";
import { type ReportDraft, type ReportIssue, type ReportStatus, issuesOf } from "./report";
import { fingerprints } from "~/kernel/three-way";
import { reportUnits } from "./report-units";
import { draftOf } from "./report-draft.server";

type Reader = Kysely<DB> | Transaction<DB>;

export type ReportPhoto = { fileId: string; caption: string; sizeBytes: number };
export type ReportIndicator = { id: string; name: string; unit: string; baseline: string | null; target: string | null };

export type ReportSheet = {
  id: string;
  status: ReportStatus;
  version: number;
  number: string | null;
  revisionNote: string | null;
  submittedAt: Date | null;
  publishedAt: Date | null;
  updatedAt: Date;
  /** What was typed and could not be read as a number, by field. */
  unread: Record<string, string>;
  draft: ReportDraft;
  /** What the form is opened with, for the hidden field by which a later save sees who changed what. */
  base: string;
  issues: ReportIssue[];
  photos: ReportPhoto[];
};

export type ReportWorkspace = {
  program: { id: string; slug: string; title: string; beneficiaryUnit: string };
  termin: { n: number; title: string; amount: Rupiah };
  /** Whether the community has the termin's money: before that there is nothing to report. */
  acknowledged: boolean;
  receipts: TerminReceipt[];
  approved: Rupiah;
  waiting: Rupiah;
  indicators: ReportIndicator[];
  report: ReportSheet | null;
};

/** Everything about the report of one termin of an organisation's own program; undefined for anybody else's. */
export async function findReportWorkspace(
  db: Reader,
  organizationId: string,
  slug: string,
  n: number,
): Promise<ReportWorkspace | undefined> {
  if (!Number.isInteger(n)) return undefined;
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("tranches as t", "t.proposal_id", "p.id")
    .leftJoin("disbursements as d", (join) =>
      join.onRef("d.proposal_id", "=", "t.proposal_id").onRef("d.tranche_n", "=", "t.n").on("d.status", "=", "acknowledged"),
    )
    .select(["p.id", "p.title", "p.beneficiary_unit as unit", "t.n", "t.title as trancheTitle", "t.amount", "d.id as disbursementId"])
    .where("p.organization_id", "=", organizationId)
    .where("p.status", "in", publicStatuses)
    .where("p.slug", "=", slug)
    .where("t.n", "=", n)
    .executeTakeFirst();
  if (!row) return undefined;
  const receipts = await receiptsOfTermin(db, row.id, n, "rejected");
  const total = (status: ReceiptStatus): Rupiah =>
    receipts.filter((receipt) => receipt.status === status).reduce((amount, receipt) => amount + receipt.amount, 0n);
  const counted = receipts.filter((receipt) => receipt.status !== "rejected").length;
  return {
    program: { id: row.id, slug, title: row.title, beneficiaryUnit: row.unit },
    termin: { n, title: row.trancheTitle, amount: row.amount ?? 0n },
    acknowledged: row.disbursementId !== null,
    receipts,
    approved: total("approved"),
    waiting: total("submitted"),
    indicators: await indicatorsOf(db, row.id),
    report: await sheetOf(db, row.id, n, { receipts: counted, countsPeople: countsPeople(row.unit) }),
  };
}

function indicatorsOf(db: Reader, proposalId: string): Promise<ReportIndicator[]> {
  return db
    .selectFrom("indicators")
    .select(["id", "name", "unit", "baseline", "target"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .execute();
}

async function sheetOf(db: Reader, proposalId: string, n: number, around: Parameters<typeof issuesOf>[1]): Promise<ReportSheet | null> {
  const row = await db
    .selectFrom("reports")
    .select(["id", "status", "version", "number", "revision_note as revisionNote", "submitted_at as submittedAt"])
    .select(["published_at as publishedAt", "updated_at as updatedAt", "unread"])
    .where("proposal_id", "=", proposalId)
    .where("tranche_n", "=", n)
    .executeTakeFirst();
  if (!row) return null;
  const draft = await draftOf(db, proposalId, row.id);
  const photos = await db
    .selectFrom("report_photos as p")
    .innerJoin("files as f", "f.id", "p.file_id")
    .select(["p.file_id as fileId", "p.caption", "f.size_bytes as sizeBytes"])
    .where("p.proposal_id", "=", proposalId)
    .where("p.report_id", "=", row.id)
    .orderBy("p.position")
    .execute();
  return {
    ...row,
    unread: row.unread as Record<string, string>,
    draft,
    base: JSON.stringify(fingerprints(reportUnits({ patch: draft, unread: row.unread as Record<string, string> }))),
    issues: issuesOf(draft, around),
    photos: photos.map((photo) => ({ ...photo, sizeBytes: Number(photo.sizeBytes) })),
  };
}
