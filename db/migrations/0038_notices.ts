// News inside the product: one line for each email to somebody with an account, with only what the line needs and never what lets anybody in.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // No foreign key to the organisation: it would make every piece of news wait for whoever has locked the organisation.
  await sql`
    create table notices (
      id uuid constraint notices_pkey primary key,
      user_id uuid not null constraint notices_user_fkey references users (id) on delete cascade,
      organization_id uuid,
      template text not null,
      words jsonb not null,
      address text not null,
      asks boolean not null,
      due_on date,
      dedupe_key text not null constraint notices_dedupe_key unique,
      created_at timestamptz not null,
      read_at timestamptz,
      settled_at timestamptz,
      constraint notices_words_short check (octet_length(words::text) <= 8000),
      constraint notices_address_inside check (length(address) <= 300 and address ~ '^/([^/\\\\].*)?$'),
      constraint notices_address_lets_nobody_in check (
        address !~ '^/(konfirmasi|gabung|bayar|berhenti|lapor|sandi/baru|panduan/ikuti|panduan/berhenti|akun/dua-langkah/hentikan)/'),
      constraint notices_settled_asks check (settled_at is null or asks),
      constraint notices_due_asks check (due_on is null or asks)
    )`.execute(db);
  await sql`comment on column notices.words is 'Title, sentence and button in both languages, as the email had them'`.execute(db);
  await sql`comment on column notices.asks is 'Whether the reader has something to do'`.execute(db);
  await sql`comment on column notices.settled_at is 'When what it asked was done, by whomever'`.execute(db);
  await sql`comment on column notices.dedupe_key is 'The key of the email: the same news is told once'`.execute(db);
  await sql`create index notices_user_idx on notices (user_id, created_at desc, id desc)`.execute(db);
  await sql`create index notices_unread_idx on notices (user_id) where read_at is null`.execute(db);
  await sql`create index notices_asks_idx on notices (address) where asks and settled_at is null`.execute(db);
  await sql`create index notices_created_idx on notices (created_at)`.execute(db);
}
