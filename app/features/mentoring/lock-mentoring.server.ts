import type { Transaction } from "kysely";
import { type Actor, holds } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { askingRoles } from "./mentoring";

/** One mentoring with the names of its two sides, locked until the transaction ends; refuses `mentoring_not_found`. */
export async function lockMentoring(trx: Transaction<DB>, mentoringId: string) {
  if (!isId(mentoringId)) throw new DomainError("mentoring_not_found");
  const row = await trx
    .selectFrom("mentorings as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .innerJoin("organizations as w", "w.id", "m.mentor_id")
    .select(["m.id", "m.status", "m.notes", "m.answered_at as answeredAt"])
    .select(["m.organization_id as organizationId", "o.name as organization", "m.mentor_id as mentorId", "w.name as mentor"])
    .where("m.id", "=", mentoringId)
    .forUpdate("m")
    .executeTakeFirst();
  if (!row) throw new DomainError("mentoring_not_found");
  return row;
}

export type LockedMentoring = Awaited<ReturnType<typeof lockMentoring>>;

/** On which side somebody stands; refuses `mentoring_not_found` to strangers, who needn't know that there is one. */
export function sideOf(actor: Actor, mentoring: { organizationId: string; mentorId: string }): "organization" | "mentor" {
  if (actor.memberships.some((m) => m.organizationId === mentoring.mentorId)) return "mentor";
  if (actor.memberships.some((m) => m.organizationId === mentoring.organizationId && holds(m, askingRoles))) return "organization";
  throw new DomainError("mentoring_not_found");
}
