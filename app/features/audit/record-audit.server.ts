import type { Transaction } from "kysely";
import { now } from "~/platform/clock.server";
import { newId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import type { AuditAction } from "./audit-action-texts";
import type { AuditSubjectKind } from "./audit-detail-texts";
import type { AuditDetails } from "./audit-text";

export type AuditEntry = {
  actorId: string | null;
  action: AuditAction;
  subject: { kind: AuditSubjectKind; id: string };
  organizationId?: string | undefined;
  proposalId?: string | undefined;
  /** What the entry should let a reader see without joins; amounts as text of whole rupiah. Never secrets, never identity numbers. */
  details?: AuditDetails;
};

/** Writes one line of the audit log, in the transaction of what it tells. The application can't change or delete it afterwards. */
export async function recordAudit(trx: Transaction<DB>, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto("audit_log")
    .values({
      id: newId(),
      at: now(),
      actor_id: entry.actorId,
      organization_id: entry.organizationId ?? null,
      proposal_id: entry.proposalId ?? null,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}
