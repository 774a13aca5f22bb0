import { type Transaction, sql } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { countsPeople } from "~/features/proposals/people";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import { takePaperNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";
import { type ReportId, lockReport, moveReport } from "./lock-report.server";
import { isEditable, issuesOf, senderRoles } from "./report";
import { draftOf } from "./report-draft.server";
import { tellSubmitted } from "./tell-report.server";

/** Sends a complete report to the verifiers. Refuses `report_incomplete` with the first thing missing, `stale_version`, `report_status`. */
export async function submitReport(trx: Transaction<DB>, actor: Actor, input: ReportId & { version: number }): Promise<void> {
  const { program, report } = await lockReport(trx, input);
  requireMembership(actor, program.organizationId, ...senderRoles);
  if (!isEditable(report.status)) throw new DomainError("report_status", { status: report.status });
  if (report.version !== input.version) throw new DomainError("stale_version", { current: report.version });
  const receipts = await countedReceipts(trx, program.id, report.trancheN);
  const { beneficiary_unit } = await trx
    .selectFrom("proposals")
    .select("beneficiary_unit")
    .where("id", "=", program.id)
    .executeTakeFirstOrThrow();
  const around = { receipts: receipts.count, countsPeople: countsPeople(beneficiary_unit) };
  const [issue] = issuesOf(await draftOf(trx, program.id, report.id), around);
  if (issue) throw new DomainError("report_incomplete", { missing: issue.field, because: issue.code });
  const number = report.number ?? (await takePaperNumber(trx, "LP", Number(today().slice(0, 4))));
  await moveReport(trx, report, "submitted", { submitted_by: actor.userId, submitted_at: now(), number, revision_note: null });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "report.submitted",
    subject: { kind: "report", id: report.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { termin: report.trancheN, receipts: receipts.count, number },
  });
  await settleAsks(trx, [`/ruang/lembaga/program/${program.slug}/laporan/${report.trancheN}`]);
  await tellSubmitted(trx, { program, report, number, receipts: receipts.count, amount: receipts.amount, version: report.version });
}

/** Receipts of a termin that were not rejected: how many, and their sum in whole rupiah. */
async function countedReceipts(trx: Transaction<DB>, proposalId: string, trancheN: number): Promise<{ count: number; amount: bigint }> {
  return trx
    .selectFrom("receipts")
    .select([sql<number>`count(*)::int`.as("count"), sql<bigint>`coalesce(sum(amount), 0)::bigint`.as("amount")])
    .where("proposal_id", "=", proposalId)
    .where("tranche_n", "=", trancheN)
    .where("status", "<>", "rejected")
    .executeTakeFirstOrThrow();
}
