import { type Transaction, sql } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { completeProgram } from "~/features/proposals/complete-program.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ReportId, lockReport, moveReport } from "./lock-report.server";
import { proofSuffices } from "./report";
import { contentHash } from "./report-content.server";
import { requireAcknowledged } from "./start-report.server";
import { tellPublished } from "./tell-report.server";
import { platformPowers } from "~/features/identity/powers";

/**
 * Publishes a checked report with its fingerprint, which opens the next termin. Refuses `same_person` for who sent it,
 * `receipts_undecided` while receipts wait, `proof_short` below the least share, and `report_status`.
 */
export async function publishReport(trx: Transaction<DB>, actor: Actor, input: ReportId & { key: string }): Promise<{ reportId: string }> {
  requirePlatform(actor, ...platformPowers.checks_reports);
  return once(trx, { key: input.key, operation: "publish-report", input: { ...input, actor: actor.userId } }, async () => {
    const { program, report } = await lockReport(trx, input);
    if (report.submittedBy === actor.userId) throw new DomainError("same_person");
    const termin = await requireAcknowledged(trx, program.id, report.trancheN);
    const { approved, waiting } = await trx
      .selectFrom("receipts")
      .select([
        sql<bigint>`coalesce(sum(amount) filter (where status = 'approved'), 0)::bigint`.as("approved"),
        sql<number>`(count(*) filter (where status = 'submitted'))::int`.as("waiting"),
      ])
      .where("proposal_id", "=", program.id)
      .where("tranche_n", "=", report.trancheN)
      .executeTakeFirstOrThrow();
    if (waiting > 0) throw new DomainError("receipts_undecided", { count: waiting });
    if (!proofSuffices(approved, termin)) throw new DomainError("proof_short", { approved, termin });
    const hash = await contentHash(trx, program.id, report.id, report.trancheN);
    await moveReport(trx, report, "published", { verified_by: actor.userId, published_at: now(), content_hash: hash });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "report.published",
      subject: { kind: "report", id: report.id },
      organizationId: program.organizationId,
      proposalId: program.id,
      details: { termin: report.trancheN, accounted: String(approved), hash },
    });
    await tellPublished(trx, { program, report });
    await completeProgram(trx, { proposalId: program.id, actorId: actor.userId });
    return { reportId: report.id };
  });
}
