// The proposal and everything that is written before money moves: RAB, termin plan, indicators, checks, revision requests, events.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type proposal_status as enum (
    'draft', 'submitted', 'verifying', 'revision_requested', 'published', 'running', 'completed',
    'rejected', 'withdrawn', 'expired', 'suspended')`.execute(db);
  await sql`
    create table proposals (
      id uuid constraint proposals_pkey primary key,
      organization_id uuid not null constraint proposals_organization_fkey references organizations (id),
      slug text not null constraint proposals_slug_key unique,
      code text constraint proposals_code_key unique,
      status proposal_status not null,
      status_before_suspension proposal_status,
      title text not null default '',
      summary text not null default '',
      story text not null default '',
      pillar csr_pillar,
      area_code text constraint proposals_area_fkey references areas (code),
      place text not null default '',
      beneficiaries integer,
      beneficiary_unit text not null default '',
      women integer,
      children integer,
      elderly integer,
      disabled integer,
      starts_on date,
      ends_on date,
      open_until date,
      led_by_woman boolean not null default false,
      urgent boolean not null default false,
      target bigint,
      payee_account_id uuid constraint proposals_payee_fkey references payee_accounts (id),
      unread jsonb not null default '{}',
      saved_by_form uuid,
      version integer not null default 1,
      created_by uuid not null constraint proposals_created_by_fkey references users (id),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      submitted_at timestamptz,
      published_at timestamptz,
      completed_at timestamptz,
      search tsvector generated always as (
        setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', summary), 'B')
        || setweight(to_tsvector('indonesian', story), 'C')) stored,
      constraint proposals_target_positive check (target > 0),
      constraint proposals_people_positive check (beneficiaries > 0 and coalesce(least(women, children, elderly, disabled), 0) >= 0),
      constraint proposals_dates_order check (status in ('draft', 'revision_requested', 'withdrawn') or ends_on >= starts_on),
      constraint proposals_published_complete check (
        status not in ('published', 'running', 'completed', 'expired', 'suspended')
        or (target is not null and code is not null and published_at is not null and area_code is not null
          and pillar is not null and open_until is not null and payee_account_id is not null)),
      constraint proposals_suspension_remembers check ((status = 'suspended') = (status_before_suspension is not null))
    )`.execute(db);
  await sql`comment on column proposals.unread is 'What was typed in a draft and could not be read as a number or a day, by section and field: nothing typed is lost'`.execute(
    db,
  );
  await sql`comment on column proposals.saved_by_form is 'The open page that saved last, so that a page is never stale by its own automatic saves'`.execute(
    db,
  );
  await sql`create index proposals_search_idx on proposals using gin (search)`.execute(db);
  await sql`create index proposals_title_trgm_idx on proposals using gin (title gin_trgm_ops)`.execute(db);
  await sql`create index proposals_public_idx on proposals (published_at desc, id desc)
    where status in ('published', 'running', 'completed', 'expired')`.execute(db);
  await sql`create index proposals_organization_idx on proposals (organization_id, created_at)`.execute(db);
  await sql`create index proposals_area_idx on proposals (area_code text_pattern_ops)`.execute(db);

  await sql`
    create table proposal_needs (
      proposal_id uuid not null constraint proposal_needs_proposal_fkey references proposals (id),
      need_code text not null constraint proposal_needs_need_fkey references need_groups (code),
      position integer not null,
      constraint proposal_needs_pkey primary key (proposal_id, need_code)
    )`.execute(db);
  await sql`
    create table proposal_goals (
      proposal_id uuid not null constraint proposal_goals_proposal_fkey references proposals (id),
      goal integer not null constraint proposal_goals_goal_fkey references development_goals (number),
      position integer not null,
      constraint proposal_goals_pkey primary key (proposal_id, goal)
    )`.execute(db);
  await sql`comment on column proposal_goals.position is '0 is the primary goal; sums by goal count only that one'`.execute(db);

  await sql`
    create table budget_lines (
      proposal_id uuid not null constraint budget_lines_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      section text not null default '',
      description text not null default '',
      volume numeric(14, 3),
      unit text not null default '',
      unit_price bigint,
      amount bigint generated always as (round(volume * unit_price)::bigint) stored,
      constraint budget_lines_pkey primary key (proposal_id, id),
      constraint budget_lines_volume_positive check (volume > 0),
      constraint budget_lines_price_positive check (unit_price > 0),
      constraint budget_lines_amount_whole check (volume * unit_price = round(volume * unit_price))
    )`.execute(db);
  await sql`
    create table tranches (
      proposal_id uuid not null constraint tranches_proposal_fkey references proposals (id),
      n integer not null,
      title text not null default '',
      amount bigint,
      condition text not null default '',
      planned_on date,
      constraint tranches_pkey primary key (proposal_id, n),
      constraint tranches_amount_positive check (amount > 0),
      constraint tranches_n_range check (n between 1 and 24)
    )`.execute(db);
  await sql`
    create table indicators (
      proposal_id uuid not null constraint indicators_proposal_fkey references proposals (id),
      id uuid not null,
      position integer not null,
      name text not null default '',
      unit text not null default '',
      baseline numeric(14, 2),
      target numeric(14, 2),
      constraint indicators_pkey primary key (proposal_id, id)
    )`.execute(db);
  await sql`
    create table proposal_files (
      proposal_id uuid not null constraint proposal_files_proposal_fkey references proposals (id),
      file_id uuid not null constraint proposal_files_file_fkey references files (id),
      title text not null,
      position integer not null,
      constraint proposal_files_pkey primary key (proposal_id, file_id)
    )`.execute(db);

  await sql`
    create table proposal_events (
      proposal_id uuid not null constraint proposal_events_proposal_fkey references proposals (id),
      id uuid not null,
      from_status proposal_status,
      to_status proposal_status not null,
      actor_id uuid constraint proposal_events_actor_fkey references users (id),
      reason_code text,
      note text,
      at timestamptz not null,
      constraint proposal_events_pkey primary key (proposal_id, id)
    )`.execute(db);
  await sql`create type check_kind as enum ('legality', 'field_visit', 'need', 'budget')`.execute(db);
  await sql`create type check_result as enum ('match', 'differs', 'not_checkable')`.execute(db);
  await sql`
    create table proposal_checks (
      proposal_id uuid not null constraint proposal_checks_proposal_fkey references proposals (id),
      id uuid not null,
      kind check_kind not null,
      result check_result not null,
      finding text not null,
      role_label text not null,
      checked_by uuid not null constraint proposal_checks_checked_by_fkey references users (id),
      checked_on date not null,
      valid_until date,
      created_at timestamptz not null,
      constraint proposal_checks_pkey primary key (proposal_id, id)
    )`.execute(db);
  await sql`comment on column proposal_checks.role_label is 'The role that checked, as pages show it; names of persons are never shown'`.execute(
    db,
  );
  await sql`
    create table revision_requests (
      proposal_id uuid not null constraint revision_requests_proposal_fkey references proposals (id),
      id uuid not null,
      field text not null,
      reason_code text not null,
      note text not null,
      requested_by uuid not null constraint revision_requests_by_fkey references users (id),
      requested_at timestamptz not null,
      sent_at timestamptz,
      answered_at timestamptz,
      constraint revision_requests_pkey primary key (proposal_id, id),
      constraint revision_requests_answered_after_sent check (answered_at is null or sent_at is not null)
    )`.execute(db);
  await sql`comment on column revision_requests.sent_at is 'Requests are pinned while the proposal is read, and sent to the community all at once'`.execute(
    db,
  );
}
