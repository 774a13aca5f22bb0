import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

export type SettleStripeEventInput = { key: string; eventId: string; note: string };

/** A person has seen to what Stripe told and says how. Refuses `note_missing` and `event_closed`. */
export async function settleStripeEvent(trx: Transaction<DB>, actor: Actor, input: SettleStripeEventInput): Promise<{ eventId: string }> {
  const { organizationId } = requirePlatform(actor, "reconciler");
  const note = input.note.trim();
  if (note === "") throw new DomainError("note_missing", { field: "catatan" });
  return once(trx, { key: input.key, operation: "settle-stripe-event", input: { ...input, actor: actor.userId } }, async () => {
    if (!isId(input.eventId)) throw new DomainError("event_closed");
    const settled = await trx
      .updateTable("stripe_events")
      .set({ status: "settled", settled_by: actor.userId, settled_at: now(), settled_note: note })
      .where("id", "=", input.eventId)
      .where("status", "=", "needs_person")
      .returning(["id", "stripe_id", "type", "subject", "problem"])
      .executeTakeFirst();
    if (!settled) throw new DomainError("event_closed");
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "stripe_event.settled",
      subject: { kind: "stripe_event", id: settled.id },
      organizationId,
      details: { event: settled.stripe_id, type: settled.type, about: settled.subject, problem: settled.problem, note },
    });
    return { eventId: input.eventId };
  });
}
