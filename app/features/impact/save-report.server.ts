import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { type OpenForm, isOwnSave } from "~/features/proposals/save-proposal-draft.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ReportId, lockReport } from "./lock-report.server";
import { type ReportDraft, isEditable, writerRoles } from "./report";

/**
 * Saves part of a report, as loosely as it was written, and returns the new version. Refuses `stale_version` when somebody else saved
 * since `version` was read (the page's own saves apart), `report_status` when it has been sent, and `indicator_unknown`. `unread` keeps what was typed as a number
 * and could not be read.
 */
export async function saveReport(
  trx: Transaction<DB>,
  actor: Actor,
  input: ReportId & { version: number; patch: Partial<ReportDraft>; unread?: Readonly<Record<string, string>>; form?: OpenForm },
): Promise<{ version: number }> {
  const { program, report } = await lockReport(trx, input);
  requireMembership(actor, program.organizationId, ...writerRoles);
  if (!isEditable(report.status)) throw new DomainError("report_status", { status: report.status });
  const own = isOwnSave(report, input.form);
  if (report.version !== input.version && !own) throw new DomainError("stale_version", { current: report.version });
  const { results, ...columns } = input.patch;
  const version = report.version + 1;
  await trx
    .updateTable("reports")
    .set({
      ...columns,
      ...(input.unread && { unread: JSON.stringify(input.unread) }),
      version,
      saved_by_form: isId(input.form?.id) ? input.form.id : null,
      saved_seq: Math.max(input.form?.seq ?? 0, own ? report.savedSeq : 0),
      updated_at: now(),
    })
    .where("proposal_id", "=", program.id)
    .where("id", "=", report.id)
    .execute();
  if (results) await saveResults(trx, { proposalId: program.id, reportId: report.id }, results);
  return { version };
}

async function saveResults(trx: Transaction<DB>, { proposalId, reportId }: ReportId, results: ReportDraft["results"]): Promise<void> {
  const known = await trx.selectFrom("indicators").select("id").where("proposal_id", "=", proposalId).execute();
  const ids = new Set(known.map((indicator) => indicator.id));
  for (const { indicatorId, actual, note } of results) {
    if (!ids.has(indicatorId)) throw new DomainError("indicator_unknown");
    await trx
      .insertInto("indicator_results")
      .values({ proposal_id: proposalId, report_id: reportId, indicator_id: indicatorId, actual, note })
      .onConflict((conflict) => conflict.columns(["proposal_id", "report_id", "indicator_id"]).doUpdateSet({ actual, note }))
      .execute();
  }
}
