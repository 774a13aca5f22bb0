// Needs as practitioners count them, with their whole history, and which proposals answer them. Sensitive groups have no village, by constraint.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type need_urgency as enum ('urgent', 'soon', 'planned')`.execute(db);
  await sql`create type need_source as enum ('home_visit', 'school_or_health_post', 'village_officials')`.execute(db);
  await sql`create type need_closing as enum ('met', 'moved', 'mistaken')`.execute(db);
  // A need repeats its group's sensitivity, so that a check of its own row can forbid the village.
  await sql`alter table need_groups add constraint need_groups_sensitivity_key unique (code, sensitive)`.execute(db);
  await sql`
    create table needs (
      id uuid constraint needs_pkey primary key,
      area_code text not null constraint needs_area_fkey references areas (code),
      need_code text not null,
      sensitive boolean not null,
      since date not null,
      about text not null default '',
      counts integer not null,
      recorded_at timestamptz not null,
      closed_at timestamptz,
      closed_by uuid constraint needs_closed_by_fkey references users (id),
      closing need_closing,
      closing_note text not null default '',
      constraint needs_sensitivity_key unique (id, sensitive),
      constraint needs_group_fkey foreign key (need_code, sensitive) references need_groups (code, sensitive),
      constraint needs_area_cut check (area_code ~ (case when sensitive then '^\\d\\d\\.\\d\\d$' else '^\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}$' end)),
      constraint needs_sensitive_bare check (not sensitive or about = ''),
      constraint needs_closed_whole check (num_nulls(closed_at, closed_by, closing) in (0, 3))
    )`.execute(db);
  await sql`comment on column needs.area_code is 'The village; for sensitive groups the regency, since the village is never stored'`.execute(
    db,
  );
  await sql`comment on column needs.counts is 'How often it was counted: the number of its current row in need_counts'`.execute(db);
  await sql`create unique index needs_open_key on needs (area_code, need_code) where closed_at is null`.execute(db);
  await sql`create index needs_area_idx on needs (area_code text_pattern_ops)`.execute(db);
  await sql`
    create table need_counts (
      need_id uuid not null,
      n integer not null,
      sensitive boolean not null,
      people integer not null,
      households integer,
      women integer,
      men integer,
      urgency need_urgency not null,
      sources need_source[] not null,
      file_id uuid constraint need_counts_file_fkey references files (id),
      reason text not null default '',
      organization_id uuid not null constraint need_counts_organization_fkey references organizations (id),
      recorded_by uuid not null constraint need_counts_recorded_by_fkey references users (id),
      recorded_at timestamptz not null,
      constraint need_counts_pkey primary key (need_id, n),
      constraint need_counts_need_fkey foreign key (need_id, sensitive) references needs (id, sensitive),
      constraint need_counts_people_range check (people between 1 and 1000000),
      constraint need_counts_households_range check (households between 1 and people),
      constraint need_counts_sexes_range check (women between 0 and people and men between 0 and people),
      constraint need_counts_sexes_sum check (women + men = people),
      constraint need_counts_sources_named check (cardinality(sources) > 0),
      constraint need_counts_reason_given check (n = 1 or reason <> ''),
      constraint need_counts_sensitive_bare check (not sensitive or file_id is null)
    )`.execute(db);
  await sql`comment on table need_counts is 'Every count of a need: a new one supersedes the one before, which stays readable'`.execute(db);
  await sql`
    create table answered_needs (
      proposal_id uuid not null constraint answered_needs_proposal_fkey references proposals (id),
      need_id uuid not null constraint answered_needs_need_fkey references needs (id),
      people integer not null,
      constraint answered_needs_pkey primary key (proposal_id, need_id),
      constraint answered_needs_people_range check (people between 1 and 1000000)
    )`.execute(db);
  await sql`comment on table answered_needs is 'The needs that a proposal answers, and how many of their people it reaches'`.execute(db);
  await sql`create index answered_needs_need_idx on answered_needs (need_id)`.execute(db);
  await sql`revoke update, delete, truncate on need_counts from sinergi_app`.execute(db);
  await sql`revoke delete, truncate on needs from sinergi_app`.execute(db);
}
