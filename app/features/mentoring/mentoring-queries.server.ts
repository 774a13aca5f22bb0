import { type Kysely, sql } from "kysely";
import { isId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

function mentorings(db: Kysely<DB>) {
  return db
    .selectFrom("mentorings as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .innerJoin("organizations as w", "w.id", "m.mentor_id")
    .leftJoin("areas as a", "a.code", "o.area_code")
    .select(["m.id", "m.status", "m.wish", "m.answer", "m.closing", "m.notes"])
    .select(["m.asked_at as askedAt", "m.answered_at as answeredAt", "m.ended_at as endedAt"])
    .select(["m.organization_id as organizationId", "o.name as organization", "o.slug as organizationSlug", "o.element"])
    .select(["a.label as area", "m.mentor_id as mentorId", "w.name as mentor", "w.about as mentorAbout"]);
}

/** Every mentoring in which an organisation or a woman leader takes part, the newest first. */
export function mentoringsOf(db: Kysely<DB>, organizationId: string) {
  return mentorings(db)
    .where((eb) => eb.or([eb("m.organization_id", "=", organizationId), eb("m.mentor_id", "=", organizationId)]))
    .orderBy("m.asked_at", "desc")
    .orderBy("m.id", "desc")
    .execute();
}

export type MentoringView = Awaited<ReturnType<typeof mentoringsOf>>[number];

/** One mentoring of an organisation or woman leader with its notes, the latest session first; undefined when it is somebody else's. */
export async function findMentoring(db: Kysely<DB>, organizationId: string, mentoringId: string) {
  if (!isId(mentoringId)) return undefined;
  const mentoring = await mentorings(db)
    .where("m.id", "=", mentoringId)
    .where((eb) => eb.or([eb("m.organization_id", "=", organizationId), eb("m.mentor_id", "=", organizationId)]))
    .executeTakeFirst();
  if (!mentoring) return undefined;
  const sessions = await db
    .selectFrom("mentoring_notes as n")
    .innerJoin("organizations as o", "o.id", "n.written_for")
    .select(["n.n", "n.held_on as heldOn", "n.text", "n.written_at as writtenAt", "o.name as writer"])
    .where("n.mentoring_id", "=", mentoring.id)
    .orderBy("n.held_on", "desc")
    .orderBy("n.n", "desc")
    .execute();
  return { ...mentoring, sessions };
}

export type MentoringRecord = NonNullable<Awaited<ReturnType<typeof findMentoring>>>;

/** Who mentors an organisation now, for everyone to read: while the mentor's standing holds and nothing of hers is frozen. */
export async function mentorsOf(db: Kysely<DB>, organizationSlug: string): Promise<{ name: string; since: Date }[]> {
  const rows = await db
    .selectFrom("mentorings as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .innerJoin("organizations as w", "w.id", "m.mentor_id")
    .select(["w.name", "m.answered_at"])
    .where("o.slug", "=", organizationSlug)
    .where("m.status", "=", "active")
    .where("w.standing", "=", "approved")
    .where((eb) => eb.or([eb("w.standing_valid_until", "is", null), eb("w.standing_valid_until", ">=", today())]))
    .where(
      sql<boolean>`not exists (select from organization_freezes f where f.organization_id = w.id and f.scope = 'all' and f.lifted_at is null)`,
    )
    .orderBy("m.answered_at")
    .execute();
  return rows.map(({ name, answered_at }) => ({ name, since: answered_at ?? new Date(0) }));
}
