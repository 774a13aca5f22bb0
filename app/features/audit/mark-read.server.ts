import type { Transaction } from "kysely";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { deservesReading } from "./audit-groups";
import { recordAudit } from "./record-audit.server";

/** An auditor has read a line that deserves it, with a note or without. Once: refuses `entry_not_found` and `entry_read_already`. */
export async function markRead(trx: Transaction<DB>, actor: Actor, input: { auditId: string; note: string }): Promise<void> {
  requirePlatform(actor, "auditor");
  const entry = isId(input.auditId)
    ? await trx.selectFrom("audit_log").select(["id", "action"]).where("id", "=", input.auditId).executeTakeFirst()
    : undefined;
  if (!entry || !deservesReading(entry.action)) throw new DomainError("entry_not_found");
  const marked = await trx
    .insertInto("audit_readings")
    .values({ audit_id: entry.id, read_by: actor.userId, read_at: now(), note: input.note })
    .onConflict((conflict) => conflict.column("audit_id").doNothing())
    .returning("audit_id")
    .executeTakeFirst();
  if (!marked) throw new DomainError("entry_read_already");
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "audit.read",
    subject: { kind: "audit_entry", id: entry.id },
    details: { note: input.note },
  });
}
