import { type Kysely, sql } from "kysely";
import type { DB } from "#db/types.generated";
import type { AuditAction } from "./audit-action-texts";
import type { AuditSubjectKind } from "./audit-detail-texts";
import { type AuditFilter, filterConditions, unread } from "./audit-filter.server";
import { deservesReading } from "./audit-groups";
import { type AuditDetails, isAuditAction, isAuditSubject } from "./audit-text";
import type { Acting } from "./state-acting.server";

/** Whose log is read: the whole platform's, or what concerns one organisation. */
export type AuditScope = { organizationId: string | null };

/** Who acted: somebody by name, the desk or somebody else of whom the reader learns no name, or the system. */
export type AuditActor = { who: "person"; name: string } | { who: "desk" | "other" | "system" };

/** In which roles and for whom somebody acted; `noted` when the line itself holds it, otherwise it is what the person is today. */
export type AuditOffice = { roles: string[]; organizationName: string | null; noted: boolean };

export type AuditLine = {
  id: string;
  /** Its number in the chain. */
  seq: bigint | null;
  hash: string | null;
  at: Date;
  action: AuditAction;
  subjectKind: AuditSubjectKind;
  subjectId: string;
  actor: AuditActor;
  office: AuditOffice | null;
  factor: Acting["factor"] | null;
  device: string | null;
  organizationName: string | null;
  programTitle: string | null;
  programSlug: string | null;
  programCode: string | null;
  details: AuditDetails;
  weight: "unread" | "read" | null;
};

export const auditPageSize = 50;

/**
 * The log, newest first; ids are ordered by time, so the last one of a page is where the next begins. In the log of an organisation the
 * names of its own members are told, and of nobody else.
 */
export async function auditLines(
  db: Kysely<DB>,
  scope: AuditScope,
  filter: AuditFilter,
  size = auditPageSize,
): Promise<{ lines: AuditLine[]; next: string | null }> {
  const rows = await rowsOf(db, scope, filter)
    .$if(filter.after !== null, (query) =>
      query.where(sql<boolean>`(a.at, a.id) < (select at, id from audit_log where id = ${filter.after}::uuid)`),
    )
    .orderBy("a.at", "desc")
    .orderBy("a.id", "desc")
    .limit(size + 1)
    .execute();
  const lines = rows.slice(0, size).map(lineOf);
  return { lines, next: rows.length > size ? (lines.at(-1)?.id ?? null) : null };
}

export async function findAuditLine(db: Kysely<DB>, id: string): Promise<AuditLine | undefined> {
  const row = await rowsOf(db, { organizationId: null }, null).where("a.id", "=", id).executeTakeFirst();
  return row && lineOf(row);
}

function rowsOf(db: Kysely<DB>, { organizationId }: AuditScope, filter: AuditFilter | null) {
  const named = organizationId
    ? sql<boolean>`exists (select from memberships m where m.user_id = a.actor_id and m.organization_id = ${organizationId}::uuid)`
    : sql<boolean>`true`;
  return (
    db
      .selectFrom("audit_log as a")
      .leftJoin("users as u", "u.id", "a.actor_id")
      .leftJoin("organizations as o", "o.id", "a.organization_id")
      .leftJoin("proposals as p", "p.id", "a.proposal_id")
      .leftJoin("audit_chain as c", "c.audit_id", "a.id")
      .leftJoin("audit_readings as r", "r.audit_id", "a.id")
      .select(["a.id", "a.at", "a.action", "a.subject_kind as subjectKind", "a.subject_id as subjectId", "a.details"])
      .select(["a.actor_id as actorId", "u.name as actorName", "a.acting", "c.seq", "c.hash", "r.read_at as readAt"])
      .select(["o.name as organizationName", "p.title as programTitle", named.as("named"), fromDesk.as("fromDesk"), today.as("today")])
      // Only a published program has a page.
      .select(["p.code as programCode", sql<string | null>`case when p.code is null then null else p.slug end`.as("programSlug")])
      .$if(organizationId !== null, (query) => query.where("a.organization_id", "=", organizationId))
      .$if(filter !== null, (query) => query.where(filterConditions(filter as AuditFilter, named) as never))
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

function lineOf({ actorId, actorName, named, fromDesk: desk, acting, today: present, readAt, ...row }: Row): AuditLine {
  const noted = acting as Acting | null;
  const office = noted && noted.roles.length > 0 ? { ...noted, noted: true } : present && { ...present, noted: false };
  return {
    ...row,
    action: row.action as AuditAction,
    subjectKind: row.subjectKind as AuditSubjectKind,
    details: (row.details ?? {}) as AuditDetails,
    actor: actorOf(actorId === null ? null : (actorName ?? ""), named, desk),
    office: office ? { roles: [...office.roles], organizationName: office.organizationName, noted: office.noted } : null,
    factor: noted?.factor ?? null,
    device: noted?.device ?? null,
    weight: deservesReading(row.action) ? (readAt ? "read" : "unread") : null,
  };
}

const fromDesk = sql<boolean>`exists (
  select from memberships m join organizations d on d.id = m.organization_id where m.user_id = a.actor_id and d.kind = 'platform')`;

/** What the person is today: where the line is about first, then at the desk. */
const today = sql<{ organizationName: string; roles: string[] } | null>`(
  select jsonb_build_object('organizationName', d.name, 'roles', jsonb_agg(m.role order by m.role))
  from memberships m join organizations d on d.id = m.organization_id
  where m.user_id = a.actor_id
  group by d.id
  order by (d.id = a.organization_id) desc nulls last, (d.kind = 'platform') desc, d.id
  limit 1)`;

function actorOf(name: string | null, named: boolean, desk: boolean): AuditActor {
  if (name === null) return { who: "system" };
  if (named) return { who: "person", name };
  return { who: desk ? "desk" : "other" };
}

/** The kinds of subject and the actions that the log holds, for the filters. */
export async function auditKinds(
  db: Kysely<DB>,
  { organizationId }: AuditScope,
): Promise<{ kinds: AuditSubjectKind[]; actions: AuditAction[] }> {
  const rows = await db
    .selectFrom("audit_log")
    .select(["subject_kind", "action"])
    .distinct()
    .$if(organizationId !== null, (query) => query.where("organization_id", "=", organizationId))
    .orderBy("action")
    .execute();
  const kinds = [...new Set(rows.map((row) => row.subject_kind))].filter(isAuditSubject);
  return { kinds: kinds.sort(), actions: [...new Set(rows.map((row) => row.action))].filter(isAuditAction) };
}

/** Above this many the exact number tells nobody more. */
export const mostCounted = 10_000;

/** How many lines match (never more than `mostCounted` + 1), how many there are, and how many still deserve reading. */
export async function auditFigures(db: Kysely<DB>, filter: AuditFilter): Promise<{ matching: number; all: number; unread: number }> {
  const matching = rowsOf(db, { organizationId: null }, filter)
    .clearSelect()
    .select("a.id")
    .limit(mostCounted + 1);
  const found = await db
    .selectNoFrom((eb) => [
      eb.selectFrom(matching.as("matching")).select(eb.fn.countAll<bigint>().as("n")).as("matching"),
      eb
        .selectFrom("audit_chain as c")
        .select((inner) => inner.fn.max<bigint>("c.seq").as("n"))
        .as("all"),
      eb
        .selectFrom("audit_log as a")
        .select(eb.fn.countAll<bigint>().as("n"))
        .where((inner) => unread(inner as never))
        .as("unread"),
    ])
    .executeTakeFirstOrThrow();
  return { matching: Number(found.matching), all: Number(found.all ?? 0), unread: Number(found.unread) };
}
