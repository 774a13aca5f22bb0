import { type Kysely, sql } from "kysely";
import { type Day, addDays, isDay, startOfDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import type { AuditAction } from "./audit-action-texts";
import type { AuditSubjectKind } from "./audit-detail-texts";
import { type AuditDetails, isAuditAction, isAuditSubject } from "./audit-text";

export type AuditFilter = {
  kind: AuditSubjectKind | null;
  action: AuditAction | null;
  person: string;
  from: Day | null;
  to: Day | null;
  after: string | null;
};

/** Whose log is read: the whole platform's, or what concerns one organisation. */
export type AuditScope = { organizationId: string | null };

/** Who acted: somebody by name, the desk or somebody else of whom the reader learns no name, or the system. */
export type AuditActor = { who: "person"; name: string } | { who: "desk" | "other" | "system" };

export type AuditLine = {
  id: string;
  at: Date;
  action: AuditAction;
  subjectKind: AuditSubjectKind;
  actor: AuditActor;
  organizationName: string | null;
  programTitle: string | null;
  programSlug: string | null;
  details: AuditDetails;
};

export const auditPageSize = 50;

/** What the address asks for; what can't be read is left away. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const day = (name: string) => {
    const value = params.get(name) ?? "";
    return isDay(value) ? value : null;
  };
  const [after, kind, action] = [params.get("setelah"), params.get("hal") ?? "", params.get("tindakan") ?? ""];
  return {
    kind: isAuditSubject(kind) ? kind : null,
    action: isAuditAction(action) ? action : null,
    person: (params.get("orang") ?? "").trim().slice(0, 80),
    from: day("dari"),
    to: day("sampai"),
    after: isId(after) ? after : null,
  };
}

/**
 * The log, newest first; ids are ordered by time, so the last one of a page is where the next begins. In the log of an organisation the
 * names of its own members are told, and of nobody else.
 */
export async function auditLines(
  db: Kysely<DB>,
  { organizationId }: AuditScope,
  filter: AuditFilter,
): Promise<{ lines: AuditLine[]; next: string | null }> {
  const named = organizationId
    ? sql<boolean>`exists (select from memberships m where m.user_id = a.actor_id and m.organization_id = ${organizationId}::uuid)`
    : sql<boolean>`true`;
  let query = db
    .selectFrom("audit_log as a")
    .leftJoin("users as u", "u.id", "a.actor_id")
    .leftJoin("organizations as o", "o.id", "a.organization_id")
    .leftJoin("proposals as p", "p.id", "a.proposal_id")
    .select(["a.id", "a.at", "a.action", "a.subject_kind as subjectKind", "a.details", "a.actor_id as actorId", "u.name as actorName"])
    .select(["o.name as organizationName", "p.title as programTitle", named.as("named"), fromDesk.as("fromDesk")])
    .select(sql<string | null>`case when p.code is null then null else p.slug end`.as("programSlug"));
  if (organizationId) query = query.where("a.organization_id", "=", organizationId);
  if (filter.kind) query = query.where("a.subject_kind", "=", filter.kind);
  if (filter.action) query = query.where("a.action", "=", filter.action);
  if (filter.person) query = query.where("u.name", "ilike", `%${filter.person.replace(/[\\%_]/g, "\\$&")}%`).where(named);
  if (filter.from) query = query.where("a.at", ">=", startOfDay(filter.from));
  if (filter.to) query = query.where("a.at", "<", startOfDay(addDays(filter.to, 1)));
  if (filter.after) {
    query = query.where(sql<boolean>`(a.at, a.id) < (select at, id from audit_log where id = ${filter.after}::uuid)`);
  }
  const rows = await query
    .orderBy("a.at", "desc")
    .orderBy("a.id", "desc")
    .limit(auditPageSize + 1)
    .execute();
  const lines = rows.slice(0, auditPageSize).map(({ actorId, actorName, named: told, fromDesk: desk, ...row }) => ({
    ...row,
    action: row.action as AuditAction,
    subjectKind: row.subjectKind as AuditSubjectKind,
    details: (row.details ?? {}) as AuditDetails,
    actor: actorOf(actorId === null ? null : (actorName ?? ""), told, desk),
  }));
  return { lines, next: rows.length > auditPageSize ? (lines.at(-1)?.id ?? null) : null };
}

const fromDesk = sql<boolean>`exists (
  select from memberships m join organizations d on d.id = m.organization_id where m.user_id = a.actor_id and d.kind = 'platform')`;

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
