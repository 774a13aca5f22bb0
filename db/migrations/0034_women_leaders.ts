// Women social-welfare leaders as persons of their own: the programs that they agreed to lead, and the organisations that they mentor, with dated notes.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organizations
      drop constraint organizations_kind_element,
      add constraint organizations_kind_element check (
        (kind = 'community' and element is not null and element <> 'business' and company_type is null)
        or (kind = 'practitioner' and company_type is null and element in ('professional_social_worker', 'functional_extension_officer',
          'community_extension_worker', 'community_social_worker', 'tksk', 'woman_leader'))
        or (kind = 'company' and element = 'business' and company_type is not null)
        or (kind = 'platform' and element is null and company_type is null))`.execute(db);
  await addLeaders(db);
  await addMentorings(db);
  await sql`revoke delete, truncate on program_leaders, mentorings from sinergi_app`.execute(db);
  await sql`revoke update, delete, truncate on mentoring_notes from sinergi_app`.execute(db);
}

async function addLeaders(db: Kysely<unknown>): Promise<void> {
  await sql`create type leader_status as enum ('asked', 'accepted', 'declined', 'ended')`.execute(db);
  await sql`
    create table program_leaders (
      id uuid constraint program_leaders_pkey primary key,
      proposal_id uuid not null constraint program_leaders_proposal_fkey references proposals (id),
      leader_id uuid not null constraint program_leaders_leader_fkey references organizations (id),
      status leader_status not null,
      asked_by uuid not null constraint program_leaders_asked_by_fkey references users (id),
      asked_at timestamptz not null,
      answered_by uuid constraint program_leaders_answered_by_fkey references users (id),
      answered_at timestamptz,
      ended_by uuid constraint program_leaders_ended_by_fkey references users (id),
      ended_at timestamptz,
      note text not null default '',
      constraint program_leaders_answered check ((answered_at is null) = (answered_by is null)),
      constraint program_leaders_answer_known check (status not in ('accepted', 'declined') or answered_at is not null),
      constraint program_leaders_ended check ((status = 'ended') = (num_nulls(ended_at, ended_by) = 0)),
      constraint program_leaders_reason_given check (status not in ('declined', 'ended') or note <> '')
    )`.execute(db);
  await sql`comment on column program_leaders.leader_id is 'The practitioner profile of a woman leader'`.execute(db);
  await sql`create unique index program_leaders_one_open on program_leaders (proposal_id) where status in ('asked', 'accepted')`.execute(
    db,
  );
  await sql`create index program_leaders_leader_idx on program_leaders (leader_id)`.execute(db);
}

async function addMentorings(db: Kysely<unknown>): Promise<void> {
  await sql`create type mentoring_status as enum ('asked', 'active', 'declined', 'withdrawn', 'ended')`.execute(db);
  await sql`
    create table mentorings (
      id uuid constraint mentorings_pkey primary key,
      organization_id uuid not null constraint mentorings_organization_fkey references organizations (id),
      mentor_id uuid not null constraint mentorings_mentor_fkey references organizations (id),
      status mentoring_status not null,
      wish text not null,
      asked_by uuid not null constraint mentorings_asked_by_fkey references users (id),
      asked_at timestamptz not null,
      answer text not null default '',
      answered_by uuid constraint mentorings_answered_by_fkey references users (id),
      answered_at timestamptz,
      closing text not null default '',
      ended_by uuid constraint mentorings_ended_by_fkey references users (id),
      ended_at timestamptz,
      notes integer not null default 0,
      constraint mentorings_two_sides check (organization_id <> mentor_id),
      constraint mentorings_wish_given check (wish <> ''),
      constraint mentorings_answered check ((answered_at is null) = (answered_by is null)),
      constraint mentorings_answer_given check (status not in ('active', 'declined', 'ended') or (answered_at is not null and answer <> '')),
      constraint mentorings_ended check ((status in ('withdrawn', 'ended')) = (num_nulls(ended_at, ended_by) = 0)),
      constraint mentorings_closing_given check (status not in ('withdrawn', 'ended') or closing <> ''),
      constraint mentorings_notes_in_time check (notes >= 0 and (notes = 0 or status in ('active', 'ended')))
    )`.execute(db);
  await sql`comment on column mentorings.wish is 'What the organisation wants help for, in its own words'`.execute(db);
  await sql`comment on column mentorings.notes is 'How many notes of sessions there are'`.execute(db);
  await sql`create unique index mentorings_one_open on mentorings (organization_id, mentor_id) where status in ('asked', 'active')`.execute(
    db,
  );
  await sql`create index mentorings_mentor_idx on mentorings (mentor_id)`.execute(db);
  await sql`
    create table mentoring_notes (
      mentoring_id uuid not null constraint mentoring_notes_mentoring_fkey references mentorings (id),
      n integer not null,
      held_on date not null,
      text text not null,
      written_for uuid not null constraint mentoring_notes_written_for_fkey references organizations (id),
      written_by uuid not null constraint mentoring_notes_written_by_fkey references users (id),
      written_at timestamptz not null,
      constraint mentoring_notes_pkey primary key (mentoring_id, n),
      constraint mentoring_notes_n_from_one check (n >= 1),
      constraint mentoring_notes_text_given check (text <> '')
    )`.execute(db);
  await sql`comment on table mentoring_notes is 'What was done in a session, for both sides to read; a note is never changed'`.execute(db);
}
