// The way back in for somebody who lost the phone and the recovery codes: asked for, checked by an administrator in person, and done after a day.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table factor_resets (
      id uuid constraint factor_resets_pkey primary key,
      user_id uuid not null constraint factor_resets_user_fkey references users (id) on delete cascade,
      requested_at timestamptz not null,
      checked_by uuid constraint factor_resets_checked_by_fkey references users (id),
      checked_at timestamptz,
      note text,
      due_at timestamptz,
      done_by uuid constraint factor_resets_done_by_fkey references users (id),
      done_at timestamptz,
      stopped_at timestamptz,
      constraint factor_resets_checked_whole check (
        (checked_by is null) = (checked_at is null) and (checked_at is null) = (due_at is null) and (note is null) = (checked_at is null)),
      constraint factor_resets_checked_by_another check (checked_by is distinct from user_id and done_by is distinct from user_id),
      constraint factor_resets_noted check (length(trim(note)) > 0),
      constraint factor_resets_waited check (done_at is null or (done_by is not null and due_at is not null and done_at >= due_at)),
      constraint factor_resets_one_end check (done_at is null or stopped_at is null)
    )`.execute(db);
  await sql`create unique index factor_resets_open_key on factor_resets (user_id) where done_at is null and stopped_at is null`.execute(db);
  await sql`revoke delete, truncate on factor_resets from sinergi_app`.execute(db);
}
