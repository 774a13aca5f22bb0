import type { Transaction } from "kysely";
import { requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { lockWomanLeader } from "~/features/practitioners/women-leaders.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { askingRoles } from "./mentoring";
import { tellMentoring } from "./tell-mentoring.server";

/**
 * A community organisation asks a verified woman leader to mentor it, and says what for. Refuses `mentor_unfit`, `mentor_own` (she works in
 * the organisation), `mentoring_open` (asked or mentored by her already), `wish_missing`, `organization_frozen` and `not_allowed`.
 */
export async function askMentor(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; mentorId: string; wish: string },
): Promise<{ mentoringId: string }> {
  const membership = requireMembership(actor, input.organizationId, ...askingRoles);
  if (membership.kind !== "community") throw new DomainError("not_allowed");
  const { organizationId, organizationName: organization } = membership;
  const wish = input.wish.trim();
  if (wish === "") throw new DomainError("wish_missing", { field: "wish" });
  await requireUnfrozen(trx, [organizationId], "all");
  const mentor = await lockWomanLeader(trx, input.mentorId);
  if (!mentor) throw new DomainError("mentor_unfit", { field: "mentorId" });
  if (await worksIn(trx, mentor.id, organizationId)) throw new DomainError("mentor_own", { field: "mentorId" });
  const mentoringId = newId();
  const insert = trx
    .insertInto("mentorings")
    .values({
      id: mentoringId,
      organization_id: organizationId,
      mentor_id: mentor.id,
      status: "asked",
      wish,
      asked_by: actor.userId,
      asked_at: now(),
    })
    .execute();
  await refusing(insert, { mentorings_one_open: "mentoring_open" });
  const news = { id: mentoringId, organizationId, organization, mentorId: mentor.id, mentor: mentor.name };
  await tellMentoring(trx, actor, news, { happened: "asked", words: wish, by: "organization" });
  return { mentoringId };
}

/** Whether the person behind a practitioner profile is a member of an organisation. */
async function worksIn(trx: Transaction<DB>, practitionerId: string, organizationId: string): Promise<boolean> {
  const both = await trx
    .selectFrom("memberships as w")
    .innerJoin("memberships as m", "m.user_id", "w.user_id")
    .select("m.user_id")
    .where("w.organization_id", "=", practitionerId)
    .where("m.organization_id", "=", organizationId)
    .executeTakeFirst();
  return both !== undefined;
}
