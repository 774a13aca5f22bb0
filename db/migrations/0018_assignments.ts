// Tasks that the desk offers to practitioners: visits, assessments, reviews, endorsements and confirmations; their answers and conclusion.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter type check_kind add value 'regulation'`.execute(db);
  await sql`alter type check_kind add value 'endorsement'`.execute(db);
  await sql`alter type check_kind add value 'second_reading'`.execute(db);
  await sql`create type assignment_kind as enum (
    'field_visit', 'need_assessment', 'regulation_review', 'endorsement', 'second_reading', 'impact_assessment', 'arrival_confirmation')`.execute(
    db,
  );
  await sql`create type assignment_status as enum ('offered', 'accepted', 'done', 'declined', 'lapsed', 'returned')`.execute(db);
  await sql`
    create table checklist_items (
      kind assignment_kind not null,
      code text not null,
      position integer not null,
      question_id text not null,
      question_en text not null,
      until date,
      constraint checklist_items_pkey primary key (kind, code),
      constraint checklist_items_position_key unique (kind, position)
    )`.execute(db);
  await sql`
    create table assignments (
      proposal_id uuid not null constraint assignments_proposal_fkey references proposals (id),
      id uuid not null,
      kind assignment_kind not null,
      tranche_n integer,
      organization_id uuid not null constraint assignments_practitioner_fkey references organizations (id),
      status assignment_status not null,
      offered_by uuid not null constraint assignments_offered_by_fkey references users (id),
      offered_at timestamptz not null,
      answer_until date not null,
      due_on date not null,
      untied_at timestamptz,
      refusal_reason text,
      role_label text,
      result check_result,
      finding text not null default '',
      statement text not null default '',
      confirms_arrival boolean not null default false,
      valid_until date,
      done_at timestamptz,
      version integer not null default 1,
      constraint assignments_pkey primary key (proposal_id, id),
      constraint assignments_tranche_fkey foreign key (proposal_id, tranche_n) references tranches (proposal_id, n),
      constraint assignments_tranche_of_impact check (
        (tranche_n is not null) = (kind in ('impact_assessment', 'arrival_confirmation'))),
      constraint assignments_days_in_order check (answer_until <= due_on),
      constraint assignments_declared_before_opened check (status not in ('accepted', 'returned', 'done') or untied_at is not null),
      constraint assignments_refused_with_reason check ((status in ('declined', 'returned')) = (refusal_reason is not null)),
      constraint assignments_concluded check (
        (status = 'done') = (done_at is not null)
        and (status <> 'done' or (result is not null and role_label is not null and length(trim(finding)) > 0))),
      constraint assignments_statement_length check (length(statement) <= 400),
      constraint assignments_statement_given check (status <> 'done' or kind <> 'endorsement' or length(trim(statement)) > 0)
    )`.execute(db);
  await sql`comment on table assignments is 'One task of one practitioner. What is done is locked; a correction is a new assignment'`.execute(
    db,
  );
  await sql`create unique index assignments_one_open on assignments (proposal_id, kind, coalesce(tranche_n, 0))
    where status in ('offered', 'accepted')`.execute(db);
  await sql`create index assignments_practitioner_idx on assignments (organization_id, status, due_on)`.execute(db);
  await sql`
    create table assignment_answers (
      proposal_id uuid not null,
      assignment_id uuid not null,
      kind assignment_kind not null,
      item_code text not null,
      answer check_result not null,
      note text not null default '',
      constraint assignment_answers_pkey primary key (proposal_id, assignment_id, item_code),
      constraint assignment_answers_assignment_fkey foreign key (proposal_id, assignment_id) references assignments (proposal_id, id),
      constraint assignment_answers_item_fkey foreign key (kind, item_code) references checklist_items (kind, code)
    )`.execute(db);
  await sql`
    create table assignment_files (
      proposal_id uuid not null,
      assignment_id uuid not null,
      file_id uuid not null constraint assignment_files_file_fkey references files (id),
      created_at timestamptz not null,
      constraint assignment_files_pkey primary key (proposal_id, assignment_id, file_id),
      constraint assignment_files_assignment_fkey foreign key (proposal_id, assignment_id) references assignments (proposal_id, id)
    )`.execute(db);
}
