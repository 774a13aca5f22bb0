import type { Transaction } from "kysely";
import type { AuditAction } from "~/features/audit/audit-action-texts";
import type { AuditDetails } from "~/features/audit/audit-text";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { requireUntied } from "~/features/ties/require-untied.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { HidingReason } from "./residents";
import { platformPowers } from "~/features/identity/powers";

export const moderatingRoles = platformPowers.reads_answers;

/** Lets everyone read a resident's comment, also one that was hidden before. Refuses `not_found` and `own_organization`. */
export async function showAnswer(trx: Transaction<DB>, actor: Actor, input: { answerId: string }): Promise<void> {
  const answer = await lockAnswer(trx, actor, input.answerId);
  await trx
    .updateTable("resident_answers")
    .set({ read_at: now(), read_by: actor.userId, hidden_reason: null, hidden_note: null })
    .where("proposal_id", "=", answer.proposalId)
    .where("id", "=", answer.id)
    .execute();
  await audit(trx, actor, answer, "residents.answer_shown", {});
}

/** Hides an answer with a reason. It is no longer counted as what it says, and always counted as hidden. Refuses `not_found` and `own_organization`. */
export async function hideAnswer(
  trx: Transaction<DB>,
  actor: Actor,
  input: { answerId: string; reason: HidingReason; note: string },
): Promise<void> {
  const answer = await lockAnswer(trx, actor, input.answerId);
  await trx
    .updateTable("resident_answers")
    .set({ read_at: now(), read_by: actor.userId, hidden_reason: input.reason, hidden_note: input.note.trim() })
    .where("proposal_id", "=", answer.proposalId)
    .where("id", "=", answer.id)
    .execute();
  await audit(trx, actor, answer, "residents.answer_hidden", { reason: input.reason, note: input.note });
}

/** Closes a task of the desk with what was found; the finding stands beside the counts. Refuses `not_found`, `own_organization` and `alert_closed`. */
export async function closeAlert(trx: Transaction<DB>, actor: Actor, input: { alertId: string; finding: string }): Promise<void> {
  requirePlatform(actor, ...moderatingRoles);
  const alert = isId(input.alertId)
    ? await trx
        .selectFrom("resident_alerts")
        .select(["id", "proposal_id as proposalId", "closed_at as closedAt"])
        .where("id", "=", input.alertId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!alert) throw new DomainError("not_found");
  await requireNoTie(trx, actor, alert.proposalId);
  if (alert.closedAt) throw new DomainError("alert_closed");
  await trx
    .updateTable("resident_alerts")
    .set({ closed_at: now(), closed_by: actor.userId, finding: input.finding.trim() })
    .where("proposal_id", "=", alert.proposalId)
    .where("id", "=", alert.id)
    .execute();
  await audit(trx, actor, alert, "residents.alert_closed", { finding: input.finding });
}

async function lockAnswer(trx: Transaction<DB>, actor: Actor, answerId: string) {
  requirePlatform(actor, ...moderatingRoles);
  const answer = isId(answerId)
    ? await trx
        .selectFrom("resident_answers")
        .select(["id", "proposal_id as proposalId"])
        .where("id", "=", answerId)
        .where("replaced_at", "is", null)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!answer) throw new DomainError("not_found");
  await requireNoTie(trx, actor, answer.proposalId);
  return answer;
}

async function requireNoTie(trx: Transaction<DB>, actor: Actor, proposalId: string): Promise<void> {
  const owner = await trx
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["o.id", "o.sponsor_id as sponsorId"])
    .where("p.id", "=", proposalId)
    .executeTakeFirstOrThrow();
  await requireUntied(trx, actor, [owner.id, owner.sponsorId]);
}

async function audit(
  trx: Transaction<DB>,
  actor: Actor,
  subject: { id: string; proposalId: string },
  action: AuditAction,
  details: AuditDetails,
): Promise<void> {
  await recordAudit(trx, {
    actorId: actor.userId,
    action,
    subject: { kind: "resident_answer", id: subject.id },
    proposalId: subject.proposalId,
    details,
  });
}
