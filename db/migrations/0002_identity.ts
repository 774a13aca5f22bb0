// Who signs in: people, their sessions and credentials (the tables of better-auth, under our names), and rate limits.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type language as enum ('id', 'en')`.execute(db);
  await sql`
    create table users (
      id uuid constraint users_pkey primary key,
      name text not null,
      email text not null,
      email_verified boolean not null,
      image text,
      language language not null default 'id',
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint users_email_lower check (email = lower(email)),
      constraint users_email_key unique (email)
    )`.execute(db);
  await sql`
    create table sessions (
      id uuid constraint sessions_pkey primary key,
      user_id uuid not null constraint sessions_user_fkey references users (id) on delete cascade,
      token text not null constraint sessions_token_key unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index sessions_user_idx on sessions (user_id)`.execute(db);
  await sql`
    create table credentials (
      id uuid constraint credentials_pkey primary key,
      user_id uuid not null constraint credentials_user_fkey references users (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint credentials_provider_key unique (provider_id, account_id)
    )`.execute(db);
  await sql`create index credentials_user_idx on credentials (user_id)`.execute(db);
  await sql`
    create table verifications (
      id uuid constraint verifications_pkey primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index verifications_identifier_idx on verifications (identifier)`.execute(db);
  // The shape that rate-limiter-flexible's PostgreSQL store expects.
  await sql`
    create table rate_limits (
      key varchar(255) constraint rate_limits_pkey primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db);
}
