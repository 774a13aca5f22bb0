// What the bank sends back after it was carried out, and how much of each budget line has receipts.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table disbursement_returns (
      proposal_id uuid not null,
      id uuid not null,
      disbursement_id uuid not null,
      reference text not null,
      amount bigint not null,
      payee_account_id uuid not null constraint disbursement_returns_payee_fkey references payee_accounts (id),
      executed_by uuid constraint disbursement_returns_executed_by_fkey references users (id),
      executed_at timestamptz,
      executed_on date not null,
      bank_reference text not null,
      bank_account_id uuid,
      bank_line_id uuid,
      return_account_id uuid not null,
      return_line_id uuid not null,
      reason text not null,
      returned_by uuid not null constraint disbursement_returns_returned_by_fkey references users (id),
      returned_at timestamptz not null,
      reversed_by uuid constraint disbursement_returns_reversed_by_fkey references users (id),
      reversed_at timestamptz,
      reversal_reason text,
      constraint disbursement_returns_pkey primary key (proposal_id, id),
      constraint disbursement_returns_disbursement_fkey
        foreign key (proposal_id, disbursement_id) references disbursements (proposal_id, id),
      constraint disbursement_returns_amount_positive check (amount > 0),
      constraint disbursement_returns_two_people check (returned_by is distinct from executed_by),
      constraint disbursement_returns_reversal_says_why check ((reversed_at is null) = (reversal_reason is null))
    )`.execute(db);
  await sql`comment on table disbursement_returns is 'A transfer that the bank carried out and sent back: what the disbursement said of it, kept when it is prepared anew'`.execute(
    db,
  );
  await sql`comment on column disbursement_returns.bank_line_id is 'The line by which the money left; null while it is not found. return_line_id is the one by which it came back'`.execute(
    db,
  );
  await sql`create unique index disbursement_returns_attempt_once on disbursement_returns (proposal_id, reference) where reversed_at is null`.execute(
    db,
  );
  await sql`create unique index disbursement_returns_line_once on disbursement_returns (proposal_id, return_line_id) where reversed_at is null`.execute(
    db,
  );
  await sql`create index disbursement_returns_disbursement_idx on disbursement_returns (proposal_id, disbursement_id)`.execute(db);
  await sql`create index disbursement_returns_line_idx on disbursement_returns (return_line_id)`.execute(db);
  await sql`revoke delete, truncate on disbursement_returns from sinergi_app`.execute(db);

  // Spending outside the RAB is refused: what receipts claim of a line is kept beside what the line allows.
  await sql`alter table budget_lines add column receipted bigint not null default 0`.execute(db);
  await sql`comment on column budget_lines.receipted is 'Sum of the receipts of the line that wait or were approved'`.execute(db);
  await sql`
    update budget_lines l set receipted = x.claimed from (
      select proposal_id, budget_line_id, sum(amount)::bigint as claimed from receipts where status <> 'rejected' group by 1, 2
    ) x where x.proposal_id = l.proposal_id and x.budget_line_id = l.id`.execute(db);
  await sql`alter table budget_lines add constraint budget_lines_receipted_within check (receipted >= 0 and receipted <= amount)`.execute(
    db,
  );
}
