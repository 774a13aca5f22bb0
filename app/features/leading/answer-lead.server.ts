import type { Transaction } from "kysely";
import { type Actor, requirePractitioner } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockLead } from "./lock-lead.server";
import { tellLead } from "./tell-lead.server";

/**
 * The woman who was asked agrees to be named as a program's leader, or declines with a reason. Refuses what `lockLead` does,
 * `lead_answered`, `lead_note_missing`, and for an agreement what `requireStanding` refuses.
 */
export async function answerLead(
  trx: Transaction<DB>,
  actor: Actor,
  input: { leadId: string; accept: boolean; note: string },
): Promise<void> {
  const lead = await lockLead(trx, input.leadId);
  requirePractitioner(actor, lead.leaderId, "woman_leader");
  if (lead.status !== "asked") throw new DomainError("lead_answered");
  const note = input.note.trim();
  if (!input.accept && note === "") throw new DomainError("lead_note_missing", { field: "note" });
  if (input.accept) await requireStanding(trx, actor, { organizationId: lead.leaderId, elements: ["woman_leader"] });
  const status = input.accept ? ("accepted" as const) : ("declined" as const);
  await trx
    .updateTable("program_leaders")
    .set({ status, answered_by: actor.userId, answered_at: now(), note })
    .where("id", "=", lead.id)
    .where("status", "=", "asked")
    .execute();
  await tellLead(trx, actor, lead, status, note);
}
