import { type ExpressionBuilder, type Expression, type SqlBool, sql } from "kysely";
import { type Day, addDays, isDay, startOfDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { AuditLog, DB, Organizations, Proposals, Users } from "#db/types.generated";
import type { AuditAction } from "./audit-action-texts";
import type { AuditSubjectKind } from "./audit-detail-texts";
import { type AuditChoice, actionsOf, isAuditChoice, weightyActions } from "./audit-groups";
import { isAuditAction, isAuditSubject } from "./audit-text";
import type { auditValueTexts } from "./audit-value-texts";

export type AuditFilter = {
  kind: AuditSubjectKind | null;
  action: AuditAction | null;
  choice: AuditChoice | null;
  /** A role, or "system" for what happened by itself. */
  role: string | null;
  person: string;
  /** Part of a code, a title, a name or a detail; a whole number is also the number of a line. */
  text: string;
  /** Lines about one object alone. */
  subjectId: string | null;
  from: Day | null;
  to: Day | null;
  after: string | null;
};

/** The roles a line can be asked for. */
export const auditRoles = [
  "chair",
  "editor",
  "treasurer",
  "admin",
  "officer",
  "approver",
  "finance",
  "reader",
  "practitioner",
  "administrator",
  "verifier",
  "reconciler",
  "disburser",
  "disbursement_approver",
  "auditor",
] as const satisfies readonly (keyof typeof auditValueTexts.id)[];

/** What the address asks for; what can't be read is left away. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const text = (name: string) => (params.get(name) ?? "").trim().slice(0, 80);
  const day = (name: string) => (isDay(text(name)) ? text(name) : null);
  const [after, subject] = [params.get("setelah"), params.get("objek")];
  const [kind, action, choice, role] = [text("hal"), text("tindakan"), text("kelompok"), text("peran")];
  return {
    kind: isAuditSubject(kind) ? kind : null,
    action: isAuditAction(action) ? action : null,
    choice: isAuditChoice(choice) ? choice : null,
    role: role === "system" || (auditRoles as readonly string[]).includes(role) ? role : null,
    person: text("orang"),
    text: text("q"),
    subjectId: isId(subject) ? subject : null,
    from: day("dari"),
    to: day("sampai"),
    after: isId(after) ? after : null,
  };
}

type Tables = DB & { a: AuditLog; u: Users; o: Organizations; p: Proposals };
type Builder = ExpressionBuilder<Tables, "a" | "u" | "o" | "p">;

/** The conditions of a filter, over the log with its person, organisation and program; `named` says whose name the reader may know. */
export function filterConditions(filter: AuditFilter, named: Expression<SqlBool>) {
  return (eb: Builder): Expression<SqlBool> => {
    const all: Expression<SqlBool>[] = [];
    if (filter.kind) all.push(eb("a.subject_kind", "=", filter.kind));
    if (filter.action) all.push(eb("a.action", "=", filter.action));
    if (filter.subjectId) all.push(eb("a.subject_id", "=", filter.subjectId));
    if (filter.choice === "unread") all.push(unread(eb));
    else if (filter.choice) all.push(eb("a.action", "in", actionsOf(filter.choice)));
    if (filter.role) all.push(byRole(filter.role), named);
    if (filter.person) all.push(eb("u.name", "ilike", like(filter.person)), named);
    if (filter.text) all.push(holdsText(eb, filter.text, named));
    if (filter.from) all.push(eb("a.at", ">=", startOfDay(filter.from)));
    if (filter.to) all.push(eb("a.at", "<", startOfDay(addDays(filter.to, 1))));
    return eb.and(all);
  };
}

/** A line that deserves reading and that nobody has marked as read. */
export function unread(eb: ExpressionBuilder<Tables, "a">): Expression<SqlBool> {
  const read = eb.selectFrom("audit_readings as r").select("r.audit_id").whereRef("r.audit_id", "=", "a.id");
  return eb.and([eb("a.action", "in", weightyActions), eb.not(eb.exists(read))]);
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The roles at the time where the line holds them, otherwise those that the person has now. */
function byRole(role: string): Expression<SqlBool> {
  if (role === "system") return sql<SqlBool>`a.actor_id is null`;
  return sql<SqlBool>`case when jsonb_array_length(a.acting -> 'roles') > 0 then jsonb_exists(a.acting -> 'roles', ${role})
    else exists (select from memberships m where m.user_id = a.actor_id and m.role::text = ${role}) end`;
}

function holdsText(eb: Builder, text: string, named: Expression<SqlBool>): Expression<SqlBool> {
  const pattern = like(text);
  const either: Expression<SqlBool>[] = [
    eb("p.code", "ilike", pattern),
    eb("p.title", "ilike", pattern),
    eb("o.name", "ilike", pattern),
    eb.and([eb("u.name", "ilike", pattern), named]),
    sql<SqlBool>`a.details::text ilike ${pattern}`,
    sql<SqlBool>`exists (select from payments y where a.subject_id in (y.id, y.pledge_id)
      and replace(y.reference, ' ', '') ilike replace(${pattern}, ' ', ''))`,
  ];
  if (/^\d{1,15}$/.test(text)) {
    either.push(sql<SqlBool>`exists (select from audit_chain c where c.audit_id = a.id and c.seq = ${text}::bigint)`);
  }
  return eb.or(either);
}
