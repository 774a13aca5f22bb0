import type { Kysely } from "kysely";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

const columns = ["l.id", "l.status", "l.note", "l.asked_at as askedAt", "l.answered_at as answeredAt", "l.ended_at as endedAt"] as const;

/** Everyone who was asked to lead a program, the newest first. */
export function leadsOfProgram(db: Kysely<DB>, proposalId: string) {
  return db
    .selectFrom("program_leaders as l")
    .innerJoin("organizations as o", "o.id", "l.leader_id")
    .select(columns)
    .select("o.name as leader")
    .where("l.proposal_id", "=", proposalId)
    .orderBy("l.asked_at", "desc")
    .orderBy("l.id", "desc")
    .execute();
}

export type ProgramLead = Awaited<ReturnType<typeof leadsOfProgram>>[number];

/** Every program that a leader was asked to lead, the newest first. */
export function leadsOfLeader(db: Kysely<DB>, leaderId: string) {
  return db
    .selectFrom("program_leaders as l")
    .innerJoin("proposals as p", "p.id", "l.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .leftJoin("areas as a", "a.code", "p.area_code")
    .select(columns)
    .select([
      "p.title",
      "p.summary",
      "p.slug",
      "p.status as programStatus",
      "p.target",
      "o.name as organization",
      "o.element",
      "a.label as area",
    ])
    .where("l.leader_id", "=", leaderId)
    .orderBy("l.asked_at", "desc")
    .orderBy("l.id", "desc")
    .execute();
}

export type LeaderLead = Awaited<ReturnType<typeof leadsOfLeader>>[number];

/** A proposal of an organisation, as much as naming its leader needs; undefined when it is somebody else's. */
export async function ownProposal(db: Kysely<DB>, organizationId: string, proposalId: string) {
  if (!isId(proposalId)) return undefined;
  return db
    .selectFrom("proposals")
    .select(["id", "title", "status", "slug", "led_by_woman as stated"])
    .where("id", "=", proposalId)
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
}
