// Accounts in full: the second factor of a sign-in, what news a person wants by email, and leaving for good.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sessions add column second_factor_at timestamptz`.execute(db);
  await sql`comment on column sessions.second_factor_at is 'When this session proved the second factor; a session of somebody who has one is nobody until then'`.execute(
    db,
  );
  await sql`
    create table second_factors (
      user_id uuid constraint second_factors_pkey primary key constraint second_factors_user_fkey references users (id) on delete cascade,
      secret text not null,
      last_step bigint not null default 0,
      started_at timestamptz not null,
      enrolled_at timestamptz
    )`.execute(db);
  await sql`comment on column second_factors.secret is 'Encrypted by platform/cipher; never plain'`.execute(db);
  await sql`comment on column second_factors.last_step is 'The time step of the last code taken: a code counts once'`.execute(db);
  await sql`
    create table recovery_codes (
      user_id uuid not null constraint recovery_codes_factor_fkey references second_factors (user_id) on delete cascade,
      code_hash text not null,
      created_at timestamptz not null,
      used_at timestamptz,
      constraint recovery_codes_pkey primary key (user_id, code_hash)
    )`.execute(db);
  await sql`
    create table remembered_devices (
      id uuid constraint remembered_devices_pkey primary key,
      user_id uuid not null constraint remembered_devices_factor_fkey references second_factors (user_id) on delete cascade,
      token_hash text not null constraint remembered_devices_token_key unique,
      ip_address text,
      user_agent text,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index remembered_devices_user_idx on remembered_devices (user_id)`.execute(db);

  await sql`create type news_kind as enum ('pledges', 'receipts', 'programs', 'reports', 'desk')`.execute(db);
  await sql`create type news_choice as enum ('immediately', 'daily', 'off')`.execute(db);
  await sql`
    create table news_choices (
      user_id uuid not null constraint news_choices_user_fkey references users (id) on delete cascade,
      kind news_kind not null,
      choice news_choice not null,
      chosen_at timestamptz not null,
      constraint news_choices_pkey primary key (user_id, kind)
    )`.execute(db);
  // held: waits for the digest of the day; digested: was told in one.
  await sql`alter type email_status add value 'held'`.execute(db);
  await sql`alter type email_status add value 'digested'`.execute(db);
  await sql`create index email_messages_status_idx on email_messages (status, to_address)`.execute(db);

  await sql`alter table users add column erased_at timestamptz`.execute(db);
  await sql`
    create table account_erasures (
      user_id uuid constraint account_erasures_pkey primary key constraint account_erasures_user_fkey references users (id) on delete cascade,
      requested_at timestamptz not null,
      due_at timestamptz not null,
      blocked_at timestamptz,
      constraint account_erasures_later check (due_at > requested_at)
    )`.execute(db);
  await sql`comment on column account_erasures.blocked_at is 'When the day came and something kept the account; the person was told then'`.execute(
    db,
  );

  // One style of names in the audit log: what it is about, a dot, what happened.
  await sql`
    update audit_log set action = renamed.new from (values
      ('revision_requested', 'proposal.revision_requested'),
      ('program_suspended', 'program.suspended'),
      ('program_resumed', 'program.resumed'),
      ('program_published', 'program.published'),
      ('check_recorded', 'proposal.check_recorded'),
      ('proposal_rejected', 'proposal.rejected'),
      ('verification_started', 'proposal.verification_started'),
      ('program_running', 'program.running'),
      ('program_completed', 'program.completed'),
      ('program_expired', 'program.expired'),
      ('proposal_submitted', 'proposal.submitted'),
      ('proposal_resubmitted', 'proposal.resubmitted'),
      ('proposal_started', 'proposal.started'),
      ('proposal_withdrawn', 'proposal.withdrawn')
    ) as renamed (old, new) where action = renamed.old`.execute(db);
  await sql`update audit_log set details = details - 'valid_until' || jsonb_build_object('validUntil', details -> 'valid_until') where details ? 'valid_until'`.execute(
    db,
  );
  await sql`alter table audit_log add constraint audit_log_action_named check (action ~ '^[a-z_]+[.][a-z_]+$')`.execute(db);
  await sql`create index audit_log_at_idx on audit_log (at desc, id desc)`.execute(db);
}
