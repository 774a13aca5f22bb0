import { type Expression, type RawBuilder, sql } from "kysely";
import type { Day } from "~/kernel/dates";

/**
 * What a program still needs: its target less what is committed while companies may commit, else nothing.
 * Reads the tables as `p` (proposals) and `f` (funds), whose `committed` the ledger keeps.
 */
export function openNeed(today: Day): RawBuilder<bigint> {
  return sql<bigint>`(case when ${isOpen(today)} then f.target - f.committed else 0 end)`;
}

/** Whether companies may still commit. */
export function isOpen(today: Day): RawBuilder<boolean> {
  return sql<boolean>`(p.status in ('published', 'running') and p.open_until >= ${today}::date)`;
}

/** Programs that anyone may find. A suspended one keeps its page, but isn't offered. */
export const isListed: RawBuilder<boolean> = sql<boolean>`p.status in ('published', 'running', 'completed', 'expired')`;

/** Programs that have a public page. */
export const isShown: RawBuilder<boolean> = sql<boolean>`p.status in ('published', 'running', 'completed', 'expired', 'suspended')`;

/** Organisations with a public profile: of approved standing, or with a program or a commitment from when they were. Reads `o` (organizations). */
export const isShownOrganization: RawBuilder<boolean> = sql<boolean>`(o.standing = 'approved'
  or exists (select from proposals p where p.organization_id = o.id and p.published_at is not null)
  or exists (select from company_flow f where f.company_id = o.id and f.committed > 0))`;

export function allOf(conditions: readonly Expression<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join([...conditions], sql` and `)})`;
}

export function anyOf(conditions: readonly Expression<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join([...conditions], sql` or `)})`;
}
