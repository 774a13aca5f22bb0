import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requirePractitioner } from "~/features/identity/actor";
import { requireStanding } from "~/features/practitioners/require-standing.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { lockMentoring } from "./lock-mentoring.server";
import { mayBecome } from "./mentoring";
import { tellMentoring } from "./tell-mentoring.server";

/**
 * A woman leader agrees to mentor an organisation, or declines, in words that the organisation reads. From then on she is tied to it: she
 * can't verify what it does. Refuses `mentoring_not_found`, `not_allowed`, `mentoring_answered`, `answer_missing`, and for an agreement
 * what `requireStanding` refuses and `organization_frozen`.
 */
export async function answerMentoring(
  trx: Transaction<DB>,
  actor: Actor,
  input: { mentoringId: string; accept: boolean; answer: string },
): Promise<void> {
  const mentoring = await lockMentoring(trx, input.mentoringId);
  requirePractitioner(actor, mentoring.mentorId, "woman_leader");
  const status = input.accept ? ("active" as const) : ("declined" as const);
  if (!mayBecome(mentoring.status, status)) throw new DomainError("mentoring_answered");
  const answer = input.answer.trim();
  if (answer === "") throw new DomainError("answer_missing", { field: "answer" });
  if (input.accept) {
    await requireStanding(trx, actor, { organizationId: mentoring.mentorId, elements: ["woman_leader"] });
    await requireUnfrozen(trx, [mentoring.organizationId], "all");
  }
  await trx
    .updateTable("mentorings")
    .set({ status, answer, answered_by: actor.userId, answered_at: now() })
    .where("id", "=", mentoring.id)
    .where("status", "=", "asked")
    .execute();
  await settleAsks(trx, [`/ruang/petugas/pendampingan/${mentoring.id}`]);
  await tellMentoring(trx, actor, mentoring, { happened: input.accept ? "accepted" : "declined", words: answer, by: "mentor" });
}
