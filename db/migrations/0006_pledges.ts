// Pledges of companies, their budget lines and instalments (payments), the references that transfers carry, and secret payment links.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type pledge_status as enum (
    'draft', 'awaiting_approval', 'committed', 'settled', 'refused', 'cancelled', 'lapsed')`.execute(db);
  await sql`
    create table pledges (
      proposal_id uuid not null constraint pledges_proposal_fkey references proposals (id),
      id uuid not null,
      company_id uuid not null constraint pledges_company_fkey references organizations (id),
      status pledge_status not null,
      amount bigint not null,
      note text not null default '',
      created_by uuid not null constraint pledges_created_by_fkey references users (id),
      created_at timestamptz not null,
      submitted_at timestamptz,
      decided_by uuid constraint pledges_decided_by_fkey references users (id),
      decided_at timestamptz,
      decision_reason_code text,
      decision_note text,
      expires_on date,
      constraint pledges_pkey primary key (proposal_id, id),
      constraint pledges_amount_positive check (amount > 0),
      constraint pledges_decision_recorded check (status in ('draft', 'awaiting_approval', 'cancelled') or decided_at is not null)
    )`.execute(db);
  await sql`create index pledges_company_idx on pledges (company_id, status)`.execute(db);
  await sql`
    create table pledge_lines (
      proposal_id uuid not null,
      pledge_id uuid not null,
      budget_line_id uuid not null,
      amount bigint not null,
      constraint pledge_lines_pkey primary key (proposal_id, pledge_id, budget_line_id),
      constraint pledge_lines_pledge_fkey foreign key (proposal_id, pledge_id) references pledges (proposal_id, id),
      constraint pledge_lines_budget_line_fkey foreign key (proposal_id, budget_line_id) references budget_lines (proposal_id, id),
      constraint pledge_lines_amount_positive check (amount > 0)
    )`.execute(db);

  await sql`create type payment_status as enum ('planned', 'expected', 'partly_received', 'received', 'cancelled', 'refunded')`.execute(db);
  await sql`
    create table payments (
      proposal_id uuid not null,
      id uuid not null,
      pledge_id uuid not null,
      n integer not null,
      amount bigint not null,
      received bigint not null default 0,
      due_on date not null,
      status payment_status not null,
      reference text,
      constraint payments_pkey primary key (proposal_id, id),
      constraint payments_n_key unique (proposal_id, pledge_id, n),
      constraint payments_pledge_fkey foreign key (proposal_id, pledge_id) references pledges (proposal_id, id),
      constraint payments_amount_positive check (amount > 0),
      constraint payments_received_within check (received >= 0 and received <= amount),
      constraint payments_status_agrees check (case status
        when 'received' then received = amount
        when 'partly_received' then received > 0 and received < amount
        else received = 0 end),
      constraint payments_reference_given check (status = 'planned' or status = 'cancelled' or reference is not null)
    )`.execute(db);
  await sql`comment on column payments.status is 'planned until the company has approved the pledge; the reference is given out at approval'`.execute(
    db,
  );
  await sql`create index payments_open_idx on payments (amount, due_on) where status in ('expected', 'partly_received')`.execute(db);
  await sql`
    create table payment_references (
      reference text constraint payment_references_pkey primary key,
      proposal_id uuid not null,
      payment_id uuid not null
    )`.execute(db);
  await sql`comment on table payment_references is 'Where a reference leads: the only lookup that does not know the program'`.execute(db);
  await sql`
    create table payment_links (
      token_hash text constraint payment_links_pkey primary key,
      proposal_id uuid not null,
      pledge_id uuid not null,
      valid_until date not null,
      revoked_at timestamptz,
      created_by uuid constraint payment_links_created_by_fkey references users (id),
      created_at timestamptz not null,
      constraint payment_links_pledge_fkey foreign key (proposal_id, pledge_id) references pledges (proposal_id, id)
    )`.execute(db);
  await sql`
    create table counters (
      name text not null,
      year integer not null,
      value integer not null,
      constraint counters_pkey primary key (name, year)
    )`.execute(db);
}
