import { type Kysely, sql } from "kysely";
import type { Pillar } from "~/features/proposals/proposal";
import type { Actor } from "~/features/identity/actor";
import { standingIsValid } from "~/features/organizations/standing";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type Focus, type FocusArea, type Reader, emptyFocus } from "./focus";

/** What a company has said it looks for, and how often it was saved; the empty focus before the first time. */
export async function focusOf(db: Kysely<DB>, organizationId: string): Promise<{ version: number; focus: Focus; savedAt: Date | null }> {
  const [row, areas] = await Promise.all([
    db
      .selectFrom("company_focus")
      .selectAll()
      .select(sql<Pillar[]>`pillars::text[]`.as("pillars"))
      .where("organization_id", "=", organizationId)
      .executeTakeFirst(),
    focusAreas(db, organizationId),
  ]);
  if (!row) return { version: 0, focus: { ...emptyFocus, areas }, savedAt: null };
  const focus: Focus = {
    areas,
    pillars: row.pillars,
    goals: row.goals,
    ticket: { min: row.ticket_min, max: row.ticket_max },
    plan:
      row.plan_year === null
        ? null
        : { year: row.plan_year, amount: row.plan_amount, readsFrom: row.plan_reads_from, readsUntil: row.plan_reads_until },
    shown: {
      areas: row.areas_shown,
      pillars: row.pillars_shown,
      goals: row.goals_shown,
      ticket: row.ticket_shown,
      plan: row.plan_shown,
    },
  };
  return { version: row.version, focus, savedAt: row.saved_at };
}

function focusAreas(db: Kysely<DB>, organizationId: string): Promise<FocusArea[]> {
  return db
    .selectFrom("company_areas as c")
    .innerJoin("areas as a", "a.code", "c.area_code")
    .select(["a.code", "a.label"])
    .select(sql<string>`case when a.level = 'district' then a.name else a.kind_name || ' ' || a.name end`.as("name"))
    .where("c.organization_id", "=", organizationId)
    .orderBy("a.code")
    .execute();
}

/** How near somebody is to a company: its member, a member of any organisation whose standing holds today (or of the desk), or neither. */
export async function readerOf(db: Kysely<DB>, actor: Actor | null, companyId: string): Promise<Reader> {
  const memberships = actor?.memberships ?? [];
  if (memberships.some((m) => m.organizationId === companyId)) return "member";
  if (memberships.some((m) => m.kind === "platform")) return "verified";
  if (memberships.length === 0) return "stranger";
  const own = await db
    .selectFrom("organizations")
    .select(["standing", "standing_valid_until"])
    .where(
      "id",
      "in",
      memberships.map((m) => m.organizationId),
    )
    .execute();
  return own.some((one) => standingIsValid(one, today())) ? "verified" : "stranger";
}
