// What is kept about what happened: audit log, commands already done (idempotency), emails; and the rights of the application's role.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_log (
      id uuid constraint audit_log_pkey primary key,
      at timestamptz not null,
      actor_id uuid,
      organization_id uuid,
      proposal_id uuid,
      action text not null,
      subject_kind text not null,
      subject_id uuid not null,
      details jsonb not null default '{}'
    )`.execute(db);
  await sql`create index audit_log_subject_idx on audit_log (subject_kind, subject_id, at)`.execute(db);
  await sql`create index audit_log_organization_idx on audit_log (organization_id, at desc)`.execute(db);
  await sql`
    create table commands (
      key uuid constraint commands_pkey primary key,
      operation text not null,
      input_hash text not null,
      result jsonb not null,
      done_at timestamptz not null
    )`.execute(db);
  await sql`comment on table commands is 'A form sent twice is done once: the key of the form, a hash of what it said, and what came of it'`.execute(
    db,
  );

  await sql`create type email_status as enum ('queued', 'sent', 'kept', 'failed')`.execute(db);
  await sql`
    create table email_messages (
      id uuid constraint email_messages_pkey primary key,
      template text not null,
      to_address text not null,
      language language not null,
      props jsonb not null,
      dedupe_key text not null constraint email_messages_dedupe_key unique,
      status email_status not null,
      subject text,
      html text,
      text text,
      provider_id text,
      attempts integer not null default 0,
      last_error text,
      created_at timestamptz not null,
      sent_at timestamptz
    )`.execute(db);
  await sql`create index email_messages_created_idx on email_messages (created_at desc)`.execute(db);

  // The application adds jobs through this function only; the tables of the queue belong to the worker.
  await sql`
    create function enqueue_job(p_task text, p_payload json, p_key text, p_run_at timestamptz) returns void
    language plpgsql security definer set search_path = public as $$
    begin
      perform graphile_worker.add_job(p_task, p_payload, run_at => p_run_at, job_key => p_key, max_attempts => 12);
    end $$`.execute(db);
  await sql`revoke all on function enqueue_job from public`.execute(db);
  await sql`grant execute on function enqueue_job to sinergi_app`.execute(db);

  await sql`grant usage on schema public to sinergi_app`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema public to sinergi_app`.execute(db);
  await sql`alter default privileges in schema public grant select, insert, update, delete on tables to sinergi_app`.execute(db);
  // Append-only and reference tables: the application may read them, and write only where named.
  await sql`revoke insert, update, delete, truncate on funds, ledger_balances, ledger_transfers from sinergi_app`.execute(db);
  await sql`revoke update, delete, truncate on audit_log, proposal_events from sinergi_app`.execute(db);
  await sql`revoke insert, update, delete, truncate on areas, need_groups, development_goals, psks_elements from sinergi_app`.execute(db);
  await sql`revoke delete, truncate on bank_lines, statement_imports, allocations, payments, pledges, disbursements, commands from sinergi_app`.execute(
    db,
  );
}
