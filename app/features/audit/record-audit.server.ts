import type { Transaction } from "kysely";
import { now } from "~/platform/clock.server";
import { newId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

export type AuditEntry = {
  actorId: string | null;
  action: string;
  subject: { kind: string; id: string };
  organizationId?: string | undefined;
  proposalId?: string | undefined;
  /** What the entry should let a reader see without joins; amounts as text of whole rupiah. Never secrets, never identity numbers. */
  details?: Record<string, string | number | boolean | null>;
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
