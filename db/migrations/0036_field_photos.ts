// Photos of a field visit: each of one question, with what the phone wrote into it; answers that two devices save; and the end of changes once it is signed.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table files add column fingerprint bigint`.execute(db);
  await sql`comment on column files.fingerprint is 'Of pictures: 64 bits of how it looks (difference hash), the same after scaling and encoding anew; null where it is too plain to tell'`.execute(
    db,
  );
  await sql`create index files_sha256_idx on files (sha256)`.execute(db);

  // A note may be written before the answer is chosen.
  await sql`alter table assignment_answers alter column answer drop not null`.execute(db);
  await sql`alter table assignment_answers add constraint assignment_answers_said check (answer is not null or note <> '')`.execute(db);
  await sql`
    alter table assignments
      add column saved_by_form uuid,
      add column saved_seq integer not null default 0,
      add column saved_at timestamptz`.execute(db);

  await sql`
    alter table assignment_files
      add column kind assignment_kind,
      add column item_code text,
      add column taken_at timestamptz,
      add column latitude numeric(4, 2),
      add column longitude numeric(5, 2),
      add constraint assignment_files_item_fkey foreign key (kind, item_code) references checklist_items (kind, code),
      add constraint assignment_files_of_item check ((kind is null) = (item_code is null)),
      add constraint assignment_files_place_whole check ((latitude is null) = (longitude is null)),
      add constraint assignment_files_place_range check (abs(latitude) <= 90 and abs(longitude) <= 180)`.execute(db);
  await sql`create index assignment_files_file_idx on assignment_files (file_id)`.execute(db);
  await sql`comment on column assignment_files.latitude is 'From the photo, to a hundredth of a degree (about a kilometre): the exact point is not kept'`.execute(
    db,
  );
  await sql`
    alter table proposal_checks
      add column assignment_id uuid,
      add constraint proposal_checks_assignment_fkey foreign key (proposal_id, assignment_id) references assignments (proposal_id, id)`.execute(
    db,
  );

  // Evidence is what was there when it was signed, whatever the application does.
  await sql`
    create function assignment_evidence_locked() returns trigger language plpgsql set search_path = public as $$
    declare
      changed record;
    begin
      if tg_op = 'DELETE' then changed := old; else changed := new; end if;
      perform 1 from assignments a where a.proposal_id = changed.proposal_id and a.id = changed.assignment_id and a.status = 'accepted';
      if not found then
        raise exception 'the task is not under way' using errcode = '23514', constraint = 'assignment_evidence_locked';
      end if;
      return changed;
    end $$`.execute(db);
  for (const table of ["assignment_files", "assignment_answers"]) {
    await sql`
      create trigger ${sql.ref(`${table}_locked`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function assignment_evidence_locked()`.execute(db);
  }
}
