import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockMentoring, sideOf } from "./lock-mentoring.server";
import { mayBecome } from "./mentoring";
import { tellMentoring } from "./tell-mentoring.server";

/**
 * Either side ends a mentoring with a closing word, or the organisation takes back its question. The notes stay for both to read. Refuses
 * `mentoring_not_found`, `not_allowed` (a question is declined, not ended, by whom it was put to), `mentoring_over` and `closing_missing`.
 */
export async function endMentoring(trx: Transaction<DB>, actor: Actor, input: { mentoringId: string; closing: string }): Promise<void> {
  const mentoring = await lockMentoring(trx, input.mentoringId);
  const by = sideOf(actor, mentoring);
  const asked = mentoring.status === "asked";
  if (asked && by === "mentor") throw new DomainError("not_allowed");
  const status = asked ? ("withdrawn" as const) : ("ended" as const);
  if (!mayBecome(mentoring.status, status)) throw new DomainError("mentoring_over");
  const closing = input.closing.trim();
  if (closing === "") throw new DomainError("closing_missing", { field: "closing" });
  await trx
    .updateTable("mentorings")
    .set({ status, closing, ended_by: actor.userId, ended_at: now() })
    .where("id", "=", mentoring.id)
    .where("status", "=", mentoring.status)
    .execute();
  await tellMentoring(trx, actor, mentoring, { happened: status, words: closing, by });
}
