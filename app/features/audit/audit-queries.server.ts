import { type Kysely, sql } from "kysely";
import { type Day, addDays, isDay, startOfDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

export type AuditFilter = {
  kind: string | null;
  action: string | null;
  person: string;
  from: Day | null;
  to: Day | null;
  after: string | null;
};

export type AuditLine = {
  id: string;
  at: Date;
  action: string;
  subjectKind: string;
  actorName: string | null;
  organizationName: string | null;
  programTitle: string | null;
  programSlug: string | null;
  details: Record<string, string | number | boolean | null>;
};

export const auditPageSize = 50;

/** What the address asks for; what can't be read is left away. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const day = (name: string) => {
    const value = params.get(name) ?? "";
    return isDay(value) ? value : null;
  };
  const after = params.get("setelah");
  return {
    kind: params.get("hal") || null,
    action: params.get("tindakan") || null,
    person: (params.get("orang") ?? "").trim().slice(0, 80),
    from: day("dari"),
    to: day("sampai"),
    after: isId(after) ? after : null,
  };
}

/** The log, newest first; ids are ordered by time, so the last one of a page is where the next begins. */
export async function auditLines(db: Kysely<DB>, filter: AuditFilter): Promise<{ lines: AuditLine[]; next: string | null }> {
  let query = db
    .selectFrom("audit_log as a")
    .leftJoin("users as u", "u.id", "a.actor_id")
    .leftJoin("organizations as o", "o.id", "a.organization_id")
    .leftJoin("proposals as p", "p.id", "a.proposal_id")
    .select(["a.id", "a.at", "a.action", "a.subject_kind as subjectKind", "a.details", "u.name as actorName", "o.name as organizationName"])
    .select(["p.title as programTitle", sql<string | null>`case when p.code is null then null else p.slug end`.as("programSlug")]);
  if (filter.kind) query = query.where("a.subject_kind", "=", filter.kind);
  if (filter.action) query = query.where("a.action", "=", filter.action);
  if (filter.person) query = query.where("u.name", "ilike", `%${filter.person.replace(/[\\%_]/g, "\\$&")}%`);
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
  const lines = rows.slice(0, auditPageSize).map((row) => ({ ...row, details: (row.details ?? {}) as AuditLine["details"] }));
  return { lines, next: rows.length > auditPageSize ? (lines.at(-1)?.id ?? null) : null };
}

/** The kinds of subject and the actions that the log holds, for the filters. */
export async function auditKinds(db: Kysely<DB>): Promise<{ kinds: string[]; actions: string[] }> {
  const rows = await db.selectFrom("audit_log").select(["subject_kind", "action"]).distinct().orderBy("action").execute();
  return { kinds: [...new Set(rows.map((row) => row.subject_kind))].sort(), actions: rows.map((row) => row.action) };
}
