import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";

/** Leaves a trace that somebody outside the organisation opened one of its files that isn't public (personal data law: who looked). */
export async function recordOpening(
  trx: Transaction<DB>,
  actor: Actor,
  file: { id: string; organizationId: string | null },
): Promise<void> {
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "file.opened",
    subject: { kind: "file", id: file.id },
    organizationId: file.organizationId ?? undefined,
  });
}
