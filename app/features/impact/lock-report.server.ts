import type { Transaction } from "kysely";
import { type ProgramForMoney, getProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { type ReportStatus, mayBecome } from "./report";

export type ReportId = { proposalId: string; reportId: string };

export type LockedReport = {
  id: string;
  proposalId: string;
  trancheN: number;
  status: ReportStatus;
  version: number;
  headline: string;
  /** "LP-2026-0081", given when it is sent first. */
  number: string | null;
  submittedBy: string | null;
  savedByForm: string | null;
  savedSeq: number;
};

/** A report and its program, locked in the order of every money command: program first. Refuses `not_found`. */
export async function lockReport(trx: Transaction<DB>, id: ReportId): Promise<{ program: ProgramForMoney; report: LockedReport }> {
  if (!isId(id.proposalId) || !isId(id.reportId)) throw new DomainError("not_found");
  const program = await getProgramForMoney(trx, id.proposalId);
  const report = await trx
    .selectFrom("reports")
    .select([
      "id",
      "proposal_id as proposalId",
      "tranche_n as trancheN",
      "status",
      "version",
      "headline",
      "number",
      "submitted_by as submittedBy",
      "saved_by_form as savedByForm",
      "saved_seq as savedSeq",
    ])
    .where("proposal_id", "=", id.proposalId)
    .where("id", "=", id.reportId)
    .forUpdate()
    .executeTakeFirst();
  if (!report) throw new DomainError("not_found");
  return { program, report };
}

type Values = Partial<{
  submitted_by: string;
  submitted_at: Date;
  number: string;
  verified_by: string;
  published_at: Date;
  content_hash: string;
  revision_note: string | null;
}>;

/** Writes the next state of a locked report; refuses `report_status` when the table of transitions doesn't have the step. */
export async function moveReport(trx: Transaction<DB>, report: LockedReport, to: ReportStatus, values: Values): Promise<void> {
  if (!mayBecome(report.status, to)) throw new DomainError("report_status", { status: report.status });
  await trx
    .updateTable("reports")
    .set({ status: to, ...values })
    .where("proposal_id", "=", report.proposalId)
    .where("id", "=", report.id)
    .where("status", "=", report.status)
    .executeTakeFirstOrThrow();
  await settleAsks(trx, [`/admin/laporan/${report.id}`]);
}
