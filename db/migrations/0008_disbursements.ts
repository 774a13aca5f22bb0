// Money on its way to the community and back as proof: disbursements, spending receipts, impact reports.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type disbursement_status as enum (
    'requested', 'prepared', 'approved', 'sent', 'executed', 'acknowledged', 'rejected', 'returned')`.execute(db);
  await sql`
    create table disbursements (
      proposal_id uuid not null,
      id uuid not null,
      tranche_n integer not null,
      amount bigint not null,
      status disbursement_status not null,
      payee_account_id uuid not null constraint disbursements_payee_fkey references payee_accounts (id),
      reference text not null,
      requested_by uuid not null constraint disbursements_requested_by_fkey references users (id),
      requested_at timestamptz not null,
      request_note text not null default '',
      prepared_by uuid constraint disbursements_prepared_by_fkey references users (id),
      prepared_at timestamptz,
      approved_by uuid constraint disbursements_approved_by_fkey references users (id),
      approved_at timestamptz,
      sent_by uuid constraint disbursements_sent_by_fkey references users (id),
      sent_at timestamptz,
      executed_by uuid constraint disbursements_executed_by_fkey references users (id),
      executed_at timestamptz,
      executed_on date,
      bank_reference text,
      bank_account_id uuid,
      bank_line_id uuid,
      acknowledged_by uuid constraint disbursements_acknowledged_by_fkey references users (id),
      acknowledged_at timestamptz,
      kuitansi_number text,
      rejected_by uuid constraint disbursements_rejected_by_fkey references users (id),
      rejected_at timestamptz,
      rejection_reason text,
      returned_at timestamptz,
      return_reason text,
      constraint disbursements_pkey primary key (proposal_id, id),
      constraint disbursements_tranche_fkey foreign key (proposal_id, tranche_n) references tranches (proposal_id, n),
      constraint disbursements_amount_positive check (amount > 0),
      constraint disbursements_two_people check (prepared_by is distinct from approved_by or prepared_by is null),
      constraint disbursements_signed check (status in ('requested', 'prepared', 'rejected', 'returned') or (prepared_by is not null and approved_by is not null)),
      constraint disbursements_executed check (status not in ('executed', 'acknowledged') or (executed_on is not null and bank_reference is not null)),
      constraint disbursements_acknowledged check ((status = 'acknowledged') = (acknowledged_at is not null and kuitansi_number is not null)),
      constraint disbursements_kuitansi_key unique (proposal_id, kuitansi_number)
    )`.execute(db);
  // A termin is paid once: at most one request of it is alive.
  await sql`create unique index disbursements_one_alive on disbursements (proposal_id, tranche_n) where status <> 'rejected'`.execute(db);
  await sql`
    create table disbursement_references (
      reference text constraint disbursement_references_pkey primary key,
      proposal_id uuid not null,
      disbursement_id uuid not null
    )`.execute(db);

  await sql`create type report_status as enum ('draft', 'submitted', 'verifying', 'revision_requested', 'published')`.execute(db);
  await sql`
    create table reports (
      proposal_id uuid not null,
      id uuid not null,
      tranche_n integer not null,
      status report_status not null,
      headline text not null default '',
      story text not null default '',
      lessons text not null default '',
      beneficiaries integer,
      women integer,
      children integer,
      elderly integer,
      disabled integer,
      unread jsonb not null default '{}',
      number text,
      version integer not null default 1,
      revision_note text,
      created_by uuid not null constraint reports_created_by_fkey references users (id),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      submitted_by uuid constraint reports_submitted_by_fkey references users (id),
      submitted_at timestamptz,
      verified_by uuid constraint reports_verified_by_fkey references users (id),
      published_at timestamptz,
      content_hash text,
      constraint reports_pkey primary key (proposal_id, id),
      constraint reports_tranche_key unique (proposal_id, tranche_n),
      constraint reports_tranche_fkey foreign key (proposal_id, tranche_n) references tranches (proposal_id, n),
      constraint reports_number_key unique (proposal_id, number),
      constraint reports_numbered check (status = 'draft' or number is not null),
      constraint reports_published_hashed check ((status = 'published') = (published_at is not null and content_hash is not null)),
      constraint reports_two_people check (verified_by is distinct from submitted_by or verified_by is null)
    )`.execute(db);
  await sql`comment on column reports.unread is 'What was typed in a draft and could not be read as a number, by field: nothing typed is lost'`.execute(
    db,
  );
  await sql`
    create table indicator_results (
      proposal_id uuid not null,
      report_id uuid not null,
      indicator_id uuid not null,
      actual numeric(14, 2),
      note text not null default '',
      constraint indicator_results_pkey primary key (proposal_id, report_id, indicator_id),
      constraint indicator_results_report_fkey foreign key (proposal_id, report_id) references reports (proposal_id, id),
      constraint indicator_results_indicator_fkey foreign key (proposal_id, indicator_id) references indicators (proposal_id, id)
    )`.execute(db);
  await sql`create type receipt_status as enum ('submitted', 'approved', 'rejected')`.execute(db);
  await sql`
    create table receipts (
      proposal_id uuid not null,
      id uuid not null,
      tranche_n integer not null,
      budget_line_id uuid not null,
      amount bigint not null,
      spent_on date not null,
      vendor text not null,
      description text not null,
      file_id uuid not null constraint receipts_file_fkey references files (id),
      status receipt_status not null,
      added_by uuid not null constraint receipts_added_by_fkey references users (id),
      added_at timestamptz not null,
      decided_by uuid constraint receipts_decided_by_fkey references users (id),
      decided_at timestamptz,
      rejection_reason text,
      constraint receipts_pkey primary key (proposal_id, id),
      constraint receipts_tranche_fkey foreign key (proposal_id, tranche_n) references tranches (proposal_id, n),
      constraint receipts_budget_line_fkey foreign key (proposal_id, budget_line_id) references budget_lines (proposal_id, id),
      constraint receipts_amount_positive check (amount > 0),
      constraint receipts_decided check ((status = 'submitted') = (decided_at is null)),
      constraint receipts_two_people check (decided_by is distinct from added_by or decided_by is null)
    )`.execute(db);
  await sql`
    create table report_photos (
      proposal_id uuid not null,
      report_id uuid not null,
      file_id uuid not null constraint report_photos_file_fkey references files (id),
      caption text not null,
      position integer not null,
      constraint report_photos_pkey primary key (proposal_id, report_id, file_id),
      constraint report_photos_report_fkey foreign key (proposal_id, report_id) references reports (proposal_id, id)
    )`.execute(db);
}
