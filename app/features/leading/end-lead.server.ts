import type { Transaction } from "kysely";
import { type Actor, holds } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { namingRoles } from "./lead";
import { lockLead } from "./lock-lead.server";
import { tellLead } from "./tell-lead.server";

/**
 * The community takes back its question or its naming, or the leader steps back; the other side reads why. Refuses what `lockLead` does,
 * `not_allowed`, `lead_over` and `lead_note_missing`.
 */
export async function endLead(trx: Transaction<DB>, actor: Actor, input: { leadId: string; note: string }): Promise<void> {
  const lead = await lockLead(trx, input.leadId);
  const { organizationId } = lead.proposal;
  const names = actor.memberships.some((m) => m.organizationId === organizationId && holds(m, namingRoles));
  // A question is answered, not ended, by whom it was put to.
  const leads = lead.status !== "asked" && actor.memberships.some((m) => m.organizationId === lead.leaderId);
  if (!names && !leads) throw new DomainError("not_allowed");
  if (lead.status !== "asked" && lead.status !== "accepted") throw new DomainError("lead_over");
  const note = input.note.trim();
  if (note === "") throw new DomainError("lead_note_missing", { field: "note" });
  await trx
    .updateTable("program_leaders")
    .set({ status: "ended", ended_by: actor.userId, ended_at: now(), note })
    .where("id", "=", lead.id)
    .where("status", "=", lead.status)
    .execute();
  await tellLead(trx, actor, lead, "ended", note);
}
