// What a company looks for and what it gives from: where, for what, how much for one program, and the plan of its year. Each part says who may read it.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type focus_visibility as enum ('public', 'verified', 'private')`.execute(db);
  await sql`
    create table company_focus (
      organization_id uuid constraint company_focus_pkey primary key constraint company_focus_organization_fkey references organizations (id),
      version integer not null,
      areas_shown focus_visibility not null,
      pillars csr_pillar[] not null,
      pillars_shown focus_visibility not null,
      goals integer[] not null,
      goals_shown focus_visibility not null,
      ticket_min bigint,
      ticket_max bigint,
      ticket_shown focus_visibility not null,
      plan_year integer,
      plan_amount bigint,
      plan_reads_from date,
      plan_reads_until date,
      plan_shown focus_visibility not null,
      saved_at timestamptz not null,
      saved_by uuid not null constraint company_focus_saved_by_fkey references users (id),
      constraint company_focus_goals_exist check (goals <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]),
      constraint company_focus_ticket_above_zero check (ticket_min > 0 and ticket_max > 0),
      constraint company_focus_ticket_order check (ticket_min <= ticket_max),
      constraint company_focus_plan_year check (plan_year between 2020 and 2100),
      constraint company_focus_plan_amount check (plan_amount > 0),
      constraint company_focus_plan_of_year check (plan_year is not null or num_nulls(plan_amount, plan_reads_from, plan_reads_until) = 3),
      constraint company_focus_reading_whole check ((plan_reads_from is null) = (plan_reads_until is null)),
      constraint company_focus_reading_order check (plan_reads_from <= plan_reads_until)
    )`.execute(db);
  await sql`comment on type focus_visibility is 'public: anyone. verified: members of organisations of approved standing. private: the company alone'`.execute(
    db,
  );
  await sql`comment on column company_focus.plan_reads_from is 'The first day on which proposals for the year are read'`.execute(db);
  await sql`
    create table company_areas (
      organization_id uuid not null constraint company_areas_organization_fkey references organizations (id),
      area_code text not null constraint company_areas_area_fkey references areas (code),
      created_at timestamptz not null,
      constraint company_areas_pkey primary key (organization_id, area_code)
    )`.execute(db);
  await sql`comment on table company_areas is 'Where a company operates (ring 1): areas of any level; a larger one holds the smaller ones'`.execute(
    db,
  );
  await sql`revoke delete, truncate on company_focus from sinergi_app`.execute(db);
}
