// Services that family consultation centres and social welfare institutions offer, and needs that practitioners refer to them, step by step.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await addServices(db);
  await addReferrals(db);
  await sql`revoke delete, truncate on services, referrals from sinergi_app`.execute(db);
  await sql`revoke update, delete, truncate on service_groups from sinergi_app`.execute(db);
}

async function addServices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type service_kind as enum ('family_counselling', 'child_support', 'elderly_support', 'social_rehabilitation', 'legal_aid',
      'health_referral', 'safe_house')`.execute(db);
  await sql`
    create table services (
      id uuid constraint services_pkey primary key,
      organization_id uuid not null constraint services_organization_fkey references organizations (id),
      kind service_kind not null,
      area_code text not null constraint services_area_fkey references areas (code),
      hours text not null,
      added_by uuid not null constraint services_added_by_fkey references users (id),
      added_at timestamptz not null,
      closed_by uuid constraint services_closed_by_fkey references users (id),
      closed_at timestamptz,
      constraint services_area_level check (area_code ~ '^\\d\\d\\.\\d\\d(\\.\\d\\d)?$'),
      constraint services_hours_given check (hours <> ''),
      constraint services_closed check ((closed_at is null) = (closed_by is null))
    )`.execute(db);
  await sql`comment on column services.area_code is 'The district or regency whose people it serves'`.execute(db);
  await sql`comment on column services.hours is 'When and how to reach it, in the organisation''s own words'`.execute(db);
  await sql`create unique index services_one_open on services (organization_id, kind, area_code) where closed_at is null`.execute(db);
  await sql`create index services_area_idx on services (area_code text_pattern_ops)`.execute(db);
  await sql`
    create table service_groups (
      service_id uuid not null constraint service_groups_service_fkey references services (id),
      need_code text not null constraint service_groups_group_fkey references need_groups (code),
      constraint service_groups_pkey primary key (service_id, need_code)
    )`.execute(db);
  await sql`comment on table service_groups is 'For which need groups a service is'`.execute(db);
}

async function addReferrals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type referral_status as enum ('offered', 'accepted', 'declined', 'withdrawn', 'served', 'referred_on', 'not_reachable')`.execute(
    db,
  );
  await sql`
    create table referrals (
      id uuid constraint referrals_pkey primary key,
      need_id uuid not null constraint referrals_need_fkey references needs (id),
      service_id uuid not null constraint referrals_service_fkey references services (id),
      practitioner_id uuid not null constraint referrals_practitioner_fkey references organizations (id),
      status referral_status not null,
      note text not null,
      offered_by uuid not null constraint referrals_offered_by_fkey references users (id),
      offered_at timestamptz not null,
      answer text not null default '',
      answered_by uuid constraint referrals_answered_by_fkey references users (id),
      answered_at timestamptz,
      outcome text not null default '',
      people integer,
      reported_by uuid constraint referrals_reported_by_fkey references users (id),
      reported_at timestamptz,
      withdrawn_by uuid constraint referrals_withdrawn_by_fkey references users (id),
      withdrawn_at timestamptz,
      constraint referrals_note_given check (note <> ''),
      constraint referrals_answered check (
        (status in ('offered', 'withdrawn') and num_nulls(answered_at, answered_by) = 2)
        or (status not in ('offered', 'withdrawn') and num_nulls(answered_at, answered_by) = 0)),
      constraint referrals_reason_given check (status <> 'declined' or answer <> ''),
      constraint referrals_reported check (
        (status in ('served', 'referred_on', 'not_reachable') and num_nulls(reported_at, reported_by) = 0 and outcome <> '')
        or (status not in ('served', 'referred_on', 'not_reachable') and num_nulls(reported_at, reported_by) = 2 and outcome = '')),
      constraint referrals_people_counted check ((status = 'served') = (people is not null)),
      constraint referrals_people_range check (people between 1 and 1000000),
      constraint referrals_withdrawn check (num_nulls(withdrawn_at, withdrawn_by) = (case when status = 'withdrawn' then 0 else 2 end))
    )`.execute(db);
  await sql`comment on column referrals.practitioner_id is 'The practitioner profile of who refers'`.execute(db);
  await sql`comment on column referrals.note is 'What the service should know, without anybody''s name or address'`.execute(db);
  await sql`comment on column referrals.people is 'How many people of the need were served'`.execute(db);
  await sql`create unique index referrals_one_open on referrals (need_id, service_id) where status in ('offered', 'accepted')`.execute(db);
  await sql`create index referrals_service_idx on referrals (service_id)`.execute(db);
}
