import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { type ReportId, lockReport, moveReport } from "./lock-report.server";
import { tellRevision } from "./tell-report.server";
import { platformPowers } from "~/features/identity/powers";

/** Gives a report back with a note of what to change. Refuses `note_missing` and `report_status`. */
export async function requestReportRevision(trx: Transaction<DB>, actor: Actor, input: ReportId & { note: string }): Promise<void> {
  requirePlatform(actor, ...platformPowers.checks_reports);
  const note = input.note.trim();
  if (note === "") throw new DomainError("note_missing", { field: "note" });
  const { program, report } = await lockReport(trx, input);
  await moveReport(trx, report, "revision_requested", { revision_note: note });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "report.revision_requested",
    subject: { kind: "report", id: report.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { termin: report.trancheN, note },
  });
  await tellRevision(trx, { program, report, note });
}
