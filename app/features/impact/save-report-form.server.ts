import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { type OpenForm, isOwnSave } from "~/features/proposals/save-proposal-draft.server";
import { DomainError } from "~/kernel/domain-error";
import { type Side, fingerprints, hasChanged } from "~/kernel/three-way";
import type { DB } from "#db/types.generated";
import { type ReportId, lockReport } from "./lock-report.server";
import { writerRoles } from "./report";
import { reportUnits } from "./report-units";
import { type ReportForm, readReport } from "./report-form";
import { mergeReport } from "./report-units";
import { draftOf } from "./report-draft.server";
import { saveReport } from "./save-report.server";

type SaveReportForm = ReportId & {
  version: number;
  form: FormData;
  page: OpenForm;
  base?: Readonly<Record<string, string>> | undefined;
  asked?: Readonly<Record<string, Side | undefined>>;
};

/**
 * Saves a report as its form sent it. Where somebody else saved meanwhile, each field is taken from the one who changed it; refuses
 * `stale_version` only where both changed the same and the writer has not chosen. A page that saves by itself never merges.
 */
export async function saveReportForm(
  trx: Transaction<DB>,
  actor: Actor,
  input: SaveReportForm,
): Promise<{ version: number; base: string; unread: Record<string, string> }> {
  const { program, report } = await lockReport(trx, input);
  requireMembership(actor, program.organizationId, ...writerRoles);
  const save = async (version: number, typed: ReportForm) => ({
    ...(await saveReport(trx, actor, { proposalId: program.id, reportId: report.id, version, ...typed, form: input.page })),
    base: JSON.stringify(fingerprints(reportUnits(await storedReport(trx, input)))),
    unread: typed.unread,
  });
  const { base, asked = {} } = input;
  const untouched = report.version === input.version || isOwnSave(report, input.page);
  if (!base || (untouched && Object.keys(asked).length === 0)) return save(input.version, readReport(input.form));
  const saved = await storedReport(trx, input);
  if (!input.page.followsItself) {
    if (hasChanged(base, reportUnits(saved))) throw new DomainError("stale_version", { current: report.version });
    return save(report.version, readReport(input.form));
  }
  const { merged, conflicts } = mergeReport(input.form, { base, saved, asked });
  if (conflicts.length > 0) throw new DomainError("stale_version", { current: report.version });
  return save(report.version, merged);
}

async function storedReport(trx: Transaction<DB>, { proposalId, reportId }: ReportId): Promise<ReportForm> {
  const { unread } = await trx
    .selectFrom("reports")
    .select("unread")
    .where("proposal_id", "=", proposalId)
    .where("id", "=", reportId)
    .executeTakeFirstOrThrow();
  return { patch: await draftOf(trx, proposalId, reportId), unread: unread as Record<string, string> };
}
