// Evidence of an amendment: the letters and price lists behind its reason, fixed from the day it is sent.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table amendment_files (
      proposal_id uuid not null,
      amendment_n integer not null,
      file_id uuid not null constraint amendment_files_file_fkey references files (id),
      title text not null,
      for_public boolean not null,
      position integer not null,
      constraint amendment_files_pkey primary key (proposal_id, amendment_n, file_id),
      constraint amendment_files_amendment_fkey foreign key (proposal_id, amendment_n) references amendments (proposal_id, n),
      constraint amendment_files_file_key unique (file_id),
      constraint amendment_files_position_key unique (proposal_id, amendment_n, position),
      constraint amendment_files_at_most check (position between 1 and 5),
      constraint amendment_files_titled check (length(trim(title)) > 0 and length(title) <= 120)
    )`.execute(db);
  await sql`comment on column amendment_files.for_public is 'The community says that anyone may open it, with personal numbers covered; nobody outside does before the desk has checked the amendment'`.execute(
    db,
  );
  // What the desk checks and funders accept is what was sent, whatever the application does.
  await sql`
    create function amendment_files_locked() returns trigger language plpgsql set search_path = public as $$
    declare
      changed record;
    begin
      if tg_op = 'DELETE' then changed := old; else changed := new; end if;
      perform 1 from amendments a where a.proposal_id = changed.proposal_id and a.n = changed.amendment_n and a.status = 'draft';
      if not found then
        raise exception 'the amendment has been sent' using errcode = '23514', constraint = 'amendment_files_locked';
      end if;
      return changed;
    end $$`.execute(db);
  await sql`
    create trigger amendment_files_locked before insert or delete on amendment_files
    for each row execute function amendment_files_locked()`.execute(db);
  await sql`revoke update, truncate on amendment_files from sinergi_app`.execute(db);
}
