// What makes the audit log readable and whole: in whose name and how somebody acted, what the same transaction did, a chain of hashes,
// what an auditor has read, and when the books were last checked.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await linkTransactions(db);
  await chainAuditLog(db);
  await sql`
    create table audit_readings (
      audit_id uuid constraint audit_readings_pkey primary key constraint audit_readings_audit_fkey references audit_log (id),
      read_by uuid not null constraint audit_readings_read_by_fkey references users (id),
      read_at timestamptz not null,
      note text not null,
      constraint audit_readings_note_length check (char_length(note) <= 500)
    )`.execute(db);
  await sql`
    create table book_checks (
      id uuid constraint book_checks_pkey primary key,
      checked_at timestamptz not null,
      checked_by uuid constraint book_checks_checked_by_fkey references users (id),
      entries bigint not null,
      broken_funds integer not null,
      audit_entries bigint not null,
      broken_audit_entries bigint not null,
      bank_difference bigint not null,
      card_difference bigint not null,
      milliseconds integer not null
    )`.execute(db);
  await sql`comment on column book_checks.checked_by is 'Null when the daily job did it'`.execute(db);
  await sql`create index book_checks_checked_at_idx on book_checks (checked_at desc)`.execute(db);
  await sql`revoke update, delete, truncate on audit_readings, book_checks from sinergi_app`.execute(db);

  // The queue's tables belong to the worker; the application learns these figures and nothing of what jobs hold.
  await sql`
    create function job_queue_state(out waiting bigint, out oldest_due timestamptz, out tried_often bigint)
    language plpgsql stable security definer set search_path = public as $$
    begin
      select count(*) filter (where attempts < max_attempts), min(run_at) filter (where attempts = 0), count(*) filter (where attempts > 3)
        into waiting, oldest_due, tried_often
        from graphile_worker.jobs where run_at <= clock_timestamp() or attempts > 3;
    end $$`.execute(db);
  await sql`revoke all on function job_queue_state from public`.execute(db);
  await sql`grant execute on function job_queue_state to sinergi_app`.execute(db);
}

/** Rows that one transaction wrote carry one mark, so that what belongs together can be shown together. */
async function linkTransactions(db: Kysely<unknown>): Promise<void> {
  // The number of a transaction alone would come again after the database is restored elsewhere.
  await sql`
    create function transaction_mark() returns uuid language sql stable as $$
      select md5(pg_current_xact_id()::text || '@' || extract(epoch from transaction_timestamp())::text)::uuid
    $$`.execute(db);
  for (const table of ["audit_log", "email_messages", "ledger_transfers"]) {
    await sql`alter table ${sql.table(table)} add column transaction_id uuid`.execute(db);
    await sql`create index ${sql.raw(`${table}_transaction_idx`)} on ${sql.table(table)} (transaction_id)`.execute(db);
  }
  await sql`alter table audit_log alter column transaction_id set default transaction_mark()`.execute(db);
  await sql`alter table email_messages alter column transaction_id set default transaction_mark()`.execute(db);
  // ledger_post writes whole rows, for which no default counts.
  await sql`
    create function mark_transaction() returns trigger language plpgsql as $$
    begin
      new.transaction_id := transaction_mark();
      return new;
    end $$`.execute(db);
  await sql`create trigger ledger_transfers_mark before insert on ledger_transfers for each row execute function mark_transaction()`.execute(
    db,
  );
  await sql`alter table audit_log add column acting jsonb`.execute(db);
  await sql`
    alter table audit_log alter column acting
      set default nullif(current_setting('sinergi.acting', true), '')::jsonb`.execute(db);
  await sql`comment on column audit_log.acting is 'In whose name, with which roles, with which factor and kind of device somebody acted: as the guard of the page knew it; null for jobs'`.execute(
    db,
  );
}

/**
 * Every line holds the hash of its content and of the line before it. Lines are sealed as the last thing before a transaction commits:
 * the one lock that all writers share is then taken after every other lock, and held no longer than the commit itself.
 */
async function chainAuditLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_chain (
      seq bigint constraint audit_chain_pkey primary key,
      audit_id uuid not null constraint audit_chain_audit_key unique constraint audit_chain_audit_fkey references audit_log (id),
      prev_hash text not null,
      hash text not null
    )`.execute(db);
  await sql`
    create function audit_canonical(a audit_log, p_seq bigint, p_prev_hash text) returns text language sql stable as $$
      select concat_ws('|', 'sinergi-audit-1', p_seq, a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        coalesce(a.actor_id::text, '-'), coalesce(a.organization_id::text, '-'), coalesce(a.proposal_id::text, '-'), a.action,
        a.subject_kind, a.subject_id, a.details, coalesce(a.acting::text, '-'), p_prev_hash)
    $$`.execute(db);
  await sql`
    create function audit_seal(a audit_log) returns void language plpgsql security definer set search_path = public as $$
    declare
      last audit_chain%rowtype;
      next_seq bigint;
      before text;
    begin
      perform pg_advisory_xact_lock(20261139);
      select * into last from audit_chain order by seq desc limit 1;
      next_seq := coalesce(last.seq, 0) + 1;
      before := coalesce(last.hash, repeat('0', 64));
      insert into audit_chain (seq, audit_id, prev_hash, hash)
        values (next_seq, a.id, before, encode(sha256(convert_to(audit_canonical(a, next_seq, before), 'UTF8')), 'hex'));
    end $$`.execute(db);
  await sql`
    create function audit_seal_inserted() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      perform audit_seal(new);
      return null;
    end $$`.execute(db);
  await sql`revoke all on function audit_seal, audit_seal_inserted from public`.execute(db);
  await sql`
    do $$
    declare a audit_log%rowtype;
    begin
      for a in select * from audit_log order by at, id loop perform audit_seal(a); end loop;
    end $$`.execute(db);
  await sql`
    create constraint trigger audit_log_seal after insert on audit_log deferrable initially deferred
      for each row execute function audit_seal_inserted()`.execute(db);
  await sql`
    create function audit_chain_problems() returns table (seq bigint, audit_id uuid, problem text) language sql stable as $$
      select c.seq, c.audit_id, 'line does not hold its own hash'
      from audit_chain c
      join audit_log a on a.id = c.audit_id
      where c.hash <> encode(sha256(convert_to(audit_canonical(a, c.seq, c.prev_hash), 'UTF8')), 'hex')
      union all
      select c.seq, c.audit_id, 'line does not follow the one before it'
      from audit_chain c
      left join audit_chain p on p.seq = c.seq - 1
      where c.prev_hash <> coalesce(p.hash, repeat('0', 64)) or (c.seq > 1 and p.seq is null)
      union all
      select null, a.id, 'line is not sealed'
      from audit_log a
      where not exists (select from audit_chain c where c.audit_id = a.id)
    $$`.execute(db);
  await sql`create index audit_log_action_idx on audit_log (action, at desc)`.execute(db);
  await sql`revoke insert, update, delete, truncate on audit_chain from sinergi_app`.execute(db);
}
