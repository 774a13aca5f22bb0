// Amendments: what a published program promises stands in numbered versions; each later one comes from a dated, reasoned amendment.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table program_versions (
      proposal_id uuid not null constraint program_versions_proposal_fkey references proposals (id),
      version integer not null,
      amendment_n integer,
      target bigint not null,
      content jsonb not null,
      content_hash text not null,
      valid_from timestamptz not null,
      kept_at timestamptz not null,
      constraint program_versions_pkey primary key (proposal_id, version),
      constraint program_versions_amendment_key unique (proposal_id, amendment_n),
      constraint program_versions_first check (version >= 1 and (version = 1) = (amendment_n is null)),
      constraint program_versions_target_positive check (target > 0)
    )`.execute(db);
  await sql`comment on column program_versions.kept_at is 'When it was written down: later than valid_from only for the first version of programs that were published before versions were kept'`.execute(
    db,
  );
  await sql`create type amendment_status as enum (
    'draft', 'submitted', 'checked', 'awaiting_funders', 'in_force', 'refused', 'withdrawn')`.execute(db);
  await sql`create type amendment_ending as enum ('desk', 'funder', 'unanswered', 'community', 'overtaken', 'program_over')`.execute(db);
  await sql`
    create table amendments (
      proposal_id uuid not null constraint amendments_proposal_fkey references proposals (id),
      n integer not null,
      id uuid not null,
      status amendment_status not null,
      base_version integer not null,
      reason_code text not null,
      reason text not null,
      content jsonb not null,
      unread jsonb not null default '{}',
      revision integer not null default 1,
      weights text[] not null default '{}',
      created_by uuid not null constraint amendments_created_by_fkey references users (id),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      submitted_by uuid constraint amendments_submitted_by_fkey references users (id),
      submitted_at timestamptz,
      return_note text,
      checked_by uuid constraint amendments_checked_by_fkey references users (id),
      checked_at timestamptz,
      answer_by date,
      ended_at timestamptz,
      ending amendment_ending,
      ending_note text,
      constraint amendments_pkey primary key (proposal_id, n),
      constraint amendments_id_key unique (proposal_id, id),
      constraint amendments_base_fkey foreign key (proposal_id, base_version) references program_versions (proposal_id, version),
      constraint amendments_n_positive check (n >= 1),
      constraint amendments_submitted check (status in ('draft', 'withdrawn') or (submitted_by is not null and submitted_at is not null)),
      constraint amendments_checked check (status not in ('checked', 'awaiting_funders', 'in_force') or (checked_by is not null and checked_at is not null)),
      constraint amendments_deadline check (status <> 'awaiting_funders' or answer_by is not null),
      constraint amendments_ended check ((status in ('in_force', 'refused', 'withdrawn')) = (ended_at is not null)),
      constraint amendments_ending check ((status in ('refused', 'withdrawn')) = (ending is not null))
    )`.execute(db);
  await sql`comment on column amendments.unread is 'What was typed and could not be read as a number or a day, by section and field: nothing typed is lost'`.execute(
    db,
  );
  await sql`comment on column amendments.weights is 'Why every company with a commitment must accept it; empty when the check is enough'`.execute(
    db,
  );
  await sql`create unique index amendments_one_open on amendments (proposal_id)
    where status in ('draft', 'submitted', 'checked', 'awaiting_funders')`.execute(db);
  await sql`create index amendments_waiting_idx on amendments (status, submitted_at) where status in ('submitted', 'awaiting_funders')`.execute(
    db,
  );
  await sql`
    alter table program_versions add constraint program_versions_amendment_fkey
      foreign key (proposal_id, amendment_n) references amendments (proposal_id, n)`.execute(db);
  await sql`
    create table amendment_events (
      proposal_id uuid not null,
      amendment_n integer not null,
      id uuid not null,
      from_status amendment_status,
      to_status amendment_status not null,
      actor_id uuid constraint amendment_events_actor_fkey references users (id),
      note text,
      at timestamptz not null,
      constraint amendment_events_pkey primary key (proposal_id, id),
      constraint amendment_events_amendment_fkey foreign key (proposal_id, amendment_n) references amendments (proposal_id, n)
    )`.execute(db);
  await sql`create type amendment_answer as enum ('accepted', 'refused')`.execute(db);
  await sql`
    create table amendment_answers (
      proposal_id uuid not null,
      amendment_n integer not null,
      company_id uuid not null constraint amendment_answers_company_fkey references organizations (id),
      answer amendment_answer not null,
      note text not null,
      answered_by uuid not null constraint amendment_answers_by_fkey references users (id),
      at timestamptz not null,
      constraint amendment_answers_pkey primary key (proposal_id, amendment_n, company_id),
      constraint amendment_answers_amendment_fkey foreign key (proposal_id, amendment_n) references amendments (proposal_id, n),
      constraint amendment_answers_refusal_reasoned check (answer = 'accepted' or note <> '')
    )`.execute(db);
  await target(db);
  await sql`revoke update, delete, truncate on program_versions, amendment_events, amendment_answers from sinergi_app`.execute(db);
  await sql`revoke delete, truncate on amendments from sinergi_app`.execute(db);
}

/** The ceiling of a fund moves with its program's target; funds_committed_within_target keeps it above what is committed. */
async function target(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ledger_set_target(p_proposal_id uuid, p_target bigint) returns void
    language plpgsql security definer set search_path = public as $$
    begin
      update funds set target = p_target where proposal_id = p_proposal_id and target is not null;
      if not found then
        raise exception 'no fund %', p_proposal_id using errcode = 'P0002', constraint = 'ledger_fund_missing';
      end if;
    end $$`.execute(db);
  await sql`revoke all on function ledger_set_target from public`.execute(db);
  await sql`grant execute on function ledger_set_target to sinergi_app`.execute(db);
}
