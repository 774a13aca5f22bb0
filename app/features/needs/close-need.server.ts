import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockNeed } from "./lock-need.server";
import type { Closing } from "./need";

/** Closes a need: it is no longer counted, and stays readable with all its counts. Refuses `note_missing` and what `lockNeed` refuses. */
export async function closeNeed(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; needId: string; seen: number; closing: Closing; note: string },
): Promise<void> {
  const need = await lockNeed(trx, actor, input);
  const note = input.note.trim();
  if (note === "") throw new DomainError("note_missing", { field: "note" });
  await trx
    .updateTable("needs")
    .set({ closed_at: now(), closed_by: actor.userId, closing: input.closing, closing_note: note })
    .where("id", "=", need.id)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "need.closed",
    subject: { kind: "need", id: need.id },
    organizationId: input.organizationId,
    details: { area: need.areaCode, group: need.needCode, closing: input.closing },
  });
}
