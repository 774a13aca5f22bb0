import type { Kysely, Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { dayOf } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { tieHolds } from "./tie";

type Reader = Kysely<DB> | Transaction<DB>;

/** Every tie that a person ever declared, with the name of the other side; what was taken back stays in the history. */
export async function tiesOf(db: Reader, userId: string) {
  return db
    .selectFrom("ties as t")
    .leftJoin("organizations as o", "o.id", "t.organization_id")
    .select(["t.id", "t.kind", "t.detail", "t.ended_on as endedOn", "t.declared_at as declaredAt", "t.withdrawn_at as withdrawnAt"])
    .select((eb) => ["o.slug", "t.organization_id as organizationId", eb.fn.coalesce("o.name", "t.party_name").as("party")])
    .where("t.user_id", "=", userId)
    .orderBy("t.declared_at", "desc")
    .orderBy("t.id", "desc")
    .execute();
}

export type TieView = Awaited<ReturnType<typeof tiesOf>>[number];

/** The declaration of a person that holds today, or the latest one. */
export async function latestDeclaration(db: Reader, userId: string) {
  const row = await db
    .selectFrom("tie_declarations")
    .select(["declared_on as declaredOn", "valid_until as validUntil"])
    .where("user_id", "=", userId)
    .orderBy("valid_until", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row ? { ...row, holds: row.validUntil >= today() } : null;
}

/**
 * Whether somebody is tied to one of some organisations: as a member, by a tie that he or she declared, because one of their members
 * declared a tie to the organisation or practitioner that he or she works for, or because she mentors one or leads one of its programs.
 */
export async function tieTo(
  db: Reader,
  actor: Actor,
  organizationIds: readonly (string | null)[],
): Promise<"member" | "declared" | undefined> {
  const ids = organizationIds.filter((id): id is string => id !== null);
  if (ids.length === 0) return undefined;
  if (actor.memberships.some((m) => ids.includes(m.organizationId))) return "member";
  const own = await db
    .selectFrom("ties")
    .select(["ended_on as endedOn", "withdrawn_at as withdrawnAt"])
    .where("user_id", "=", actor.userId)
    .where("organization_id", "in", ids)
    .execute();
  const mine = actor.memberships.filter(({ kind }) => kind !== "platform").map(({ organizationId }) => organizationId);
  const theirs =
    mine.length === 0
      ? []
      : await db
          .selectFrom("ties as t")
          .innerJoin("memberships as m", "m.user_id", "t.user_id")
          .select(["t.ended_on as endedOn", "t.withdrawn_at as withdrawnAt"])
          .where("m.organization_id", "in", ids)
          .where("t.organization_id", "in", mine)
          .execute();
  const guided = mine.length === 0 ? [] : await guidedBy(db, mine, ids);
  return [...own, ...theirs, ...guided].some((tie) => tieHolds(tie, today())) ? "declared" : undefined;
}

/** What a woman leader took on for organisations, now or before, as ties: whom she mentors, and whose programs she leads. */
async function guidedBy(db: Reader, leaderIds: readonly string[], organizationIds: readonly string[]) {
  const mentored = await db
    .selectFrom("mentorings")
    .select("ended_at")
    .where("mentor_id", "in", leaderIds)
    .where("organization_id", "in", organizationIds)
    .where("status", "in", ["active", "ended"])
    .execute();
  const led = await db
    .selectFrom("program_leaders as l")
    .innerJoin("proposals as p", "p.id", "l.proposal_id")
    .select("l.ended_at")
    .where("l.leader_id", "in", leaderIds)
    .where("p.organization_id", "in", organizationIds)
    .where("l.answered_at", "is not", null)
    .where("l.status", "in", ["accepted", "ended"])
    .execute();
  return [...mentored, ...led].map(({ ended_at }) => ({ endedOn: ended_at && dayOf(ended_at), withdrawnAt: null }));
}

/** Organisations that a person can name in a declaration, by a part of their name. */
export async function findParties(db: Reader, q: string) {
  if (q.trim().length < 2) return [];
  return db
    .selectFrom("organizations as o")
    .leftJoin("areas as a", "a.code", "o.area_code")
    .select(["o.id", "o.name", "a.label as area"])
    .where("o.kind", "<>", "platform")
    .where("o.name", "ilike", `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`)
    .orderBy("o.name")
    .limit(12)
    .execute();
}
