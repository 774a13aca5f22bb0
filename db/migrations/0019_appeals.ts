// Emergency appeals of Tagana: what happened where, how many people, what is needed first, what was checked within 24 hours, and who is on duty.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type appeal_status as enum ('raised', 'verified', 'rejected', 'withdrawn', 'closed', 'converted', 'expired')`.execute(
    db,
  );
  await sql`create type disaster_kind as enum ('flood', 'landslide', 'wind', 'fire', 'drought', 'other')`.execute(db);
  await sql`create type appeal_check_kind as enum (
    'member_number', 'statement', 'other_report', 'district_head', 'neighbour_post', 'displaced_count')`.execute(db);
  await sql`
    create table appeals (
      id uuid constraint appeals_pkey primary key,
      code text not null constraint appeals_code_key unique,
      organization_id uuid not null constraint appeals_organization_fkey references organizations (id),
      status appeal_status not null,
      disaster disaster_kind not null,
      title text not null,
      situation text not null,
      area_code text not null constraint appeals_area_fkey references areas (code),
      began_on date not null,
      statement_number text,
      statement_issuer text,
      statement_from date,
      statement_until date,
      statement_file_id uuid constraint appeals_statement_file_fkey references files (id),
      payee_account_id uuid not null constraint appeals_payee_fkey references payee_accounts (id),
      raised_by uuid not null constraint appeals_raised_by_fkey references users (id),
      raised_at timestamptz not null,
      second_called_at timestamptz,
      decided_by uuid constraint appeals_decided_by_fkey references users (id),
      decided_at timestamptz,
      decision_note text,
      proposal_id uuid constraint appeals_proposal_fkey references proposals (id) constraint appeals_proposal_key unique,
      valid_until date,
      renewed_at timestamptz,
      recovery_proposal_id uuid constraint appeals_recovery_fkey references proposals (id),
      constraint appeals_code_form check (code ~ '^DRT-\\d{4}-\\d{3,}$'),
      constraint appeals_statement_whole check (
        (statement_number is null) = (statement_issuer is null)
        and (statement_number is null) = (statement_from is null) and (statement_number is null) = (statement_until is null)),
      constraint appeals_statement_days check (statement_until >= statement_from),
      constraint appeals_decided check ((status in ('raised', 'withdrawn')) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
      constraint appeals_program_when_verified check (
        (status in ('verified', 'closed', 'converted', 'expired')) = (proposal_id is not null)
        and (proposal_id is null) = (valid_until is null)),
      constraint appeals_converted check ((status = 'converted') = (recovery_proposal_id is not null))
    )`.execute(db);
  await sql`comment on column appeals.raised_at is 'When the server received it: the 24 hours to check it begin here'`.execute(db);
  await sql`create index appeals_status_idx on appeals (status, raised_at)`.execute(db);
  await sql`create unique index appeals_one_open on appeals (organization_id, area_code, disaster) where status = 'raised'`.execute(db);
  await sql`
    create table appeal_villages (
      appeal_id uuid not null constraint appeal_villages_appeal_fkey references appeals (id),
      area_code text not null constraint appeal_villages_area_fkey references areas (code),
      constraint appeal_villages_pkey primary key (appeal_id, area_code)
    )`.execute(db);
  await sql`
    create table appeal_counts (
      appeal_id uuid not null constraint appeal_counts_appeal_fkey references appeals (id),
      id uuid not null,
      displaced integer not null,
      families integer not null,
      people integer not null,
      toddlers integer not null,
      elderly integer not null,
      disabled integer not null,
      counted_by uuid not null constraint appeal_counts_by_fkey references users (id),
      counted_at timestamptz not null,
      constraint appeal_counts_pkey primary key (appeal_id, id),
      constraint appeal_counts_not_negative check (least(displaced, families, people, toddlers, elderly, disabled) >= 0),
      constraint appeal_counts_parts check (greatest(toddlers, elderly, disabled) <= greatest(people, displaced))
    )`.execute(db);
  await sql`comment on table appeal_counts is 'Numbers of people, never names. A new count is a new row; the older ones stay readable'`.execute(
    db,
  );
  await sql`
    create table appeal_lines (
      appeal_id uuid not null constraint appeal_lines_appeal_fkey references appeals (id),
      position integer not null,
      description text not null,
      volume integer not null,
      unit text not null,
      unit_price bigint not null,
      amount bigint generated always as (volume::bigint * unit_price) stored,
      constraint appeal_lines_pkey primary key (appeal_id, position),
      constraint appeal_lines_positive check (volume > 0 and unit_price > 0)
    )`.execute(db);
  await sql`
    create table appeal_checks (
      appeal_id uuid not null constraint appeal_checks_appeal_fkey references appeals (id),
      kind appeal_check_kind not null,
      result check_result not null,
      note text not null,
      checked_by uuid constraint appeal_checks_by_fkey references users (id),
      checked_at timestamptz not null,
      constraint appeal_checks_pkey primary key (appeal_id, kind)
    )`.execute(db);
  await sql`comment on column appeal_checks.checked_by is 'Null for what the system compared by itself'`.execute(db);
  await sql`
    create table appeal_followers (
      appeal_id uuid not null constraint appeal_followers_appeal_fkey references appeals (id),
      user_id uuid not null constraint appeal_followers_user_fkey references users (id),
      created_at timestamptz not null,
      constraint appeal_followers_pkey primary key (appeal_id, user_id)
    )`.execute(db);
  await sql`
    create table duty_turns (
      id uuid constraint duty_turns_pkey primary key,
      user_id uuid not null constraint duty_turns_user_fkey references users (id),
      began_at timestamptz not null,
      ended_at timestamptz,
      constraint duty_turns_order check (ended_at >= began_at)
    )`.execute(db);
  await sql`create unique index duty_turns_one_open on duty_turns ((true)) where ended_at is null`.execute(db);
}
