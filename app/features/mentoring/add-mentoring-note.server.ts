import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import type { Actor } from "~/features/identity/actor";
import { type Day, dayOf } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockMentoring, sideOf } from "./lock-mentoring.server";
import { tellMentoring } from "./tell-mentoring.server";

/**
 * Either side notes a session: the day on which it was held and what was done. Both read it, nobody changes it. Refuses
 * `mentoring_not_found`, `mentoring_not_active`, `note_missing`, `session_outside` (before the mentoring began, or not yet) and
 * `organization_frozen`.
 */
export async function addMentoringNote(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; mentoringId: string; heldOn: Day; text: string },
): Promise<{ n: number }> {
  const { key, ...said } = input;
  return once(trx, { key, operation: "add-mentoring-note", input: { ...said, actor: actor.userId } }, async () => {
    const mentoring = await lockMentoring(trx, input.mentoringId);
    const by = sideOf(actor, mentoring);
    if (mentoring.status !== "active" || mentoring.answeredAt === null) throw new DomainError("mentoring_not_active");
    const text = input.text.trim();
    if (text === "") throw new DomainError("note_missing", { field: "text" });
    const { heldOn } = input;
    if (heldOn > today() || heldOn < dayOf(mentoring.answeredAt)) throw new DomainError("session_outside", { field: "heldOn" });
    await requireUnfrozen(trx, [mentoring.organizationId, mentoring.mentorId], "all");
    const n = mentoring.notes + 1;
    await trx
      .insertInto("mentoring_notes")
      .values({
        mentoring_id: mentoring.id,
        n,
        held_on: heldOn,
        text,
        written_for: by === "mentor" ? mentoring.mentorId : mentoring.organizationId,
        written_by: actor.userId,
        written_at: now(),
      })
      .execute();
    await trx.updateTable("mentorings").set({ notes: n }).where("id", "=", mentoring.id).execute();
    await tellMentoring(trx, actor, mentoring, { happened: "noted", words: text, by, n });
    return { n };
  });
}
