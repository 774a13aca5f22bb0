// The bank's side: accounts, statement imports, immutable lines, and what of each line belongs to which payment.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bank_accounts (
      id uuid constraint bank_accounts_pkey primary key,
      bank_name text not null,
      number text not null constraint bank_accounts_number_key unique,
      holder_name text not null,
      opening_balance bigint not null default 0,
      opened_on date not null,
      created_at timestamptz not null,
      constraint bank_accounts_number_form check (number ~ '^[0-9]{6,20}$')
    )`.execute(db);
  await sql`
    create table column_mappings (
      bank_account_id uuid not null constraint column_mappings_account_fkey references bank_accounts (id),
      id uuid not null,
      name text not null,
      header_sha256 text not null,
      mapping jsonb not null,
      created_by uuid not null constraint column_mappings_created_by_fkey references users (id),
      created_at timestamptz not null,
      constraint column_mappings_pkey primary key (bank_account_id, id),
      constraint column_mappings_name_key unique (bank_account_id, name)
    )`.execute(db);
  await sql`
    create table statement_imports (
      bank_account_id uuid not null constraint statement_imports_account_fkey references bank_accounts (id),
      id uuid not null,
      file_sha256 text not null,
      file_name text not null,
      file_id uuid constraint statement_imports_stored_file_fkey references files (id),
      format text not null,
      first_day date,
      last_day date,
      opening_balance bigint,
      closing_balance bigint,
      lines_in_file integer not null,
      lines_new integer not null,
      lines_known integer not null,
      lines_pending integer not null default 0,
      gap bigint,
      imported_by uuid constraint statement_imports_by_fkey references users (id),
      imported_at timestamptz not null,
      constraint statement_imports_pkey primary key (bank_account_id, id),
      constraint statement_imports_file_key unique (bank_account_id, file_sha256)
    )`.execute(db);
  await sql`comment on column statement_imports.gap is 'Opening balance of the file less the closing balance before it; null when either is unknown, 0 when it continues'`.execute(
    db,
  );

  await sql`create type line_direction as enum ('in', 'out')`.execute(db);
  await sql`create type bank_line_status as enum ('imported', 'matched', 'posted', 'ignored', 'reversed')`.execute(db);
  await sql`
    create table bank_lines (
      bank_account_id uuid not null,
      id uuid not null,
      import_id uuid not null,
      fingerprint text not null,
      line_number integer not null,
      booked_on date not null,
      sequence_of_day integer not null,
      direction line_direction not null,
      amount bigint not null,
      description text not null,
      balance_after bigint,
      status bank_line_status not null,
      allocated bigint not null default 0,
      ignored_reason_code text,
      ignored_note text,
      decided_by uuid constraint bank_lines_decided_by_fkey references users (id),
      decided_at timestamptz,
      constraint bank_lines_pkey primary key (bank_account_id, id),
      constraint bank_lines_fingerprint_key unique (bank_account_id, fingerprint),
      constraint bank_lines_import_fkey foreign key (bank_account_id, import_id) references statement_imports (bank_account_id, id),
      constraint bank_lines_amount_positive check (amount > 0),
      constraint bank_lines_allocated_within check (allocated >= 0 and allocated <= amount),
      constraint bank_lines_ignored_says_why check ((status = 'ignored') = (ignored_reason_code is not null))
    )`.execute(db);
  await sql`comment on column bank_lines.status is 'imported: nothing allocated. matched: partly. posted: all of it. ignored: not program money'`.execute(
    db,
  );
  await sql`create index bank_lines_open_idx on bank_lines (booked_on) where status in ('imported', 'matched')`.execute(db);
  await sql`create index bank_lines_id_idx on bank_lines (id)`.execute(db);
  await sql`create index bank_lines_day_idx on bank_lines (bank_account_id, booked_on, sequence_of_day)`.execute(db);

  await sql`
    create table allocations (
      proposal_id uuid not null,
      id uuid not null,
      payment_id uuid not null,
      pledge_id uuid not null,
      bank_account_id uuid not null,
      bank_line_id uuid not null,
      amount bigint not null,
      automatic boolean not null,
      score integer not null,
      reasons jsonb not null,
      made_by uuid constraint allocations_made_by_fkey references users (id),
      made_at timestamptz not null,
      reversed_at timestamptz,
      reversed_by uuid constraint allocations_reversed_by_fkey references users (id),
      reversal_reason text,
      constraint allocations_pkey primary key (proposal_id, id),
      constraint allocations_payment_fkey foreign key (proposal_id, payment_id) references payments (proposal_id, id),
      constraint allocations_pledge_fkey foreign key (proposal_id, pledge_id) references pledges (proposal_id, id),
      constraint allocations_amount_positive check (amount > 0),
      constraint allocations_reversal_says_why check ((reversed_at is null) = (reversal_reason is null))
    )`.execute(db);
  await sql`create index allocations_line_idx on allocations (bank_line_id)`.execute(db);
}
