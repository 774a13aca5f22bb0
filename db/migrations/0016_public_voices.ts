// What the public says and is told: guidance by extension officers and who follows it, concerns without an account, confirmations by residents.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await guidance(db);
  await concerns(db);
  await residents(db);
  await rights(db);
}

async function guidance(db: Kysely<unknown>): Promise<void> {
  await sql`create type guidance_status as enum ('draft', 'published', 'withdrawn')`.execute(db);
  await sql`create type guidance_topic as enum ('standing', 'budget', 'receipts', 'reporting', 'emergency', 'people')`.execute(db);
  await sql`
    create table guidance_articles (
      id uuid constraint guidance_articles_pkey primary key,
      organization_id uuid not null constraint guidance_articles_organization_fkey references organizations (id),
      slug text not null constraint guidance_articles_slug_key unique,
      status guidance_status not null,
      title text not null,
      summary text not null,
      body text not null,
      topic guidance_topic not null,
      areas text[] not null,
      elements text[] not null,
      regulations text[] not null,
      revision integer not null,
      version integer,
      withdrawn_reason text,
      created_by uuid not null constraint guidance_articles_created_by_fkey references users (id),
      created_at timestamptz not null,
      saved_at timestamptz not null,
      constraint guidance_articles_published_version check (status = 'draft' or version is not null),
      constraint guidance_articles_withdrawn_reason check ((status = 'withdrawn') = (withdrawn_reason is not null))
    )`.execute(db);
  await sql`comment on table guidance_articles is 'The text being written; what readers see is the version that it names'`.execute(db);
  await sql`comment on column guidance_articles.areas is 'For whom, by codes of areas; none means everywhere'`.execute(db);
  await sql`comment on column guidance_articles.elements is 'For whom, by codes of PSKS elements; none means all'`.execute(db);
  await sql`create index guidance_articles_organization_idx on guidance_articles (organization_id, saved_at desc)`.execute(db);
  await sql`
    create table guidance_versions (
      article_id uuid not null constraint guidance_versions_article_fkey references guidance_articles (id),
      n integer not null,
      title text not null,
      summary text not null,
      body text not null,
      topic guidance_topic not null,
      areas text[] not null,
      elements text[] not null,
      regulations text[] not null,
      reading_minutes integer not null,
      change text not null,
      published_by uuid not null constraint guidance_versions_published_by_fkey references users (id),
      published_at timestamptz not null,
      constraint guidance_versions_pkey primary key (article_id, n),
      constraint guidance_versions_minutes check (reading_minutes > 0)
    )`.execute(db);
  await sql`alter table guidance_articles add constraint guidance_articles_version_fkey
    foreign key (id, version) references guidance_versions (article_id, n)`.execute(db);
  await sql`
    create table guidance_followers (
      id uuid constraint guidance_followers_pkey primary key,
      email text not null,
      language language not null,
      area_code text constraint guidance_followers_area_fkey references areas (code),
      element psks_element,
      created_at timestamptz not null,
      confirmed_at timestamptz,
      constraint guidance_followers_target_key unique nulls not distinct (email, area_code, element)
    )`.execute(db);
  await sql`comment on table guidance_followers is 'Who is mailed new guidance; without area and element everything. Unconfirmed ones are never mailed'`.execute(
    db,
  );
}

async function concerns(db: Kysely<unknown>): Promise<void> {
  await sql`create type concern_kind as enum ('money', 'goods', 'recipients', 'bribe', 'pressure', 'other')`.execute(db);
  await sql`create type concern_status as enum ('received', 'looking', 'asked', 'closed')`.execute(db);
  await sql`create type concern_outcome as enum ('founded', 'unfounded', 'withdrawn')`.execute(db);
  await sql`create type concern_reply as enum ('code', 'contact', 'none')`.execute(db);
  await sql`create type concern_voice as enum ('reporter', 'desk', 'internal')`.execute(db);
  await sql`
    create table concerns (
      id uuid constraint concerns_pkey primary key,
      code_hash text not null constraint concerns_code_hash_key unique,
      kind concern_kind not null,
      proposal_id uuid constraint concerns_proposal_fkey references proposals (id),
      organization_id uuid constraint concerns_organization_fkey references organizations (id),
      happened text not null,
      story text not null,
      reply concern_reply not null,
      contact text,
      status concern_status not null,
      outcome concern_outcome,
      published_outcome text,
      assigned_to uuid constraint concerns_assigned_to_fkey references users (id),
      received_at timestamptz not null,
      answered_at timestamptz,
      closed_at timestamptz,
      constraint concerns_program_has_organization check (proposal_id is null or organization_id is not null),
      constraint concerns_contact_open check (contact is null or (reply = 'contact' and status <> 'closed')),
      constraint concerns_closed check ((status = 'closed') = (outcome is not null) and (status = 'closed') = (closed_at is not null)),
      constraint concerns_published check (published_outcome is null or outcome in ('founded', 'unfounded'))
    )`.execute(db);
  await sql`comment on column concerns.code_hash is 'Only whoever reported knows the code; here is its SHA-256'`.execute(db);
  await sql`comment on column concerns.contact is 'Encrypted; deleted when the case is closed'`.execute(db);
  await sql`create index concerns_open_idx on concerns (received_at) where status <> 'closed'`.execute(db);
  await sql`create index concerns_proposal_idx on concerns (proposal_id) where proposal_id is not null`.execute(db);
  await sql`create index concerns_organization_idx on concerns (organization_id) where organization_id is not null`.execute(db);
  await sql`
    create table concern_notes (
      concern_id uuid not null constraint concern_notes_concern_fkey references concerns (id),
      id uuid not null,
      voice concern_voice not null,
      author_id uuid constraint concern_notes_author_fkey references users (id),
      text text not null,
      at timestamptz not null,
      constraint concern_notes_pkey primary key (concern_id, id),
      constraint concern_notes_author check ((voice = 'reporter') = (author_id is null))
    )`.execute(db);
  await sql`
    create table concern_events (
      concern_id uuid not null constraint concern_events_concern_fkey references concerns (id),
      id uuid not null,
      from_status concern_status,
      to_status concern_status not null,
      actor_id uuid constraint concern_events_actor_fkey references users (id),
      at timestamptz not null,
      constraint concern_events_pkey primary key (concern_id, id)
    )`.execute(db);
  await sql`comment on column concern_events.actor_id is 'Who of the desk; empty for whoever reported'`.execute(db);
  await sql`
    create table concern_files (
      concern_id uuid not null constraint concern_files_concern_fkey references concerns (id),
      file_id uuid not null constraint concern_files_file_fkey references files (id),
      constraint concern_files_pkey primary key (concern_id, file_id)
    )`.execute(db);
  // Evidence of a case is opened only through the case.
  await sql`alter type file_access add value 'case'`.execute(db);
}

async function residents(db: Kysely<unknown>): Promise<void> {
  await sql`create type resident_answer as enum ('arrived', 'not_yet', 'different')`.execute(db);
  await sql`create type hiding_reason as enum ('personal_data', 'insult', 'advertising', 'unrelated')`.execute(db);
  await sql`
    create table resident_questions (
      proposal_id uuid not null constraint resident_questions_proposal_fkey references proposals (id),
      id uuid not null,
      code text not null constraint resident_questions_code_key unique,
      tranche_n integer,
      thing text not null,
      place text not null,
      households integer,
      created_by uuid not null constraint resident_questions_created_by_fkey references users (id),
      created_at timestamptz not null,
      constraint resident_questions_pkey primary key (proposal_id, id),
      constraint resident_questions_tranche_fkey foreign key (proposal_id, tranche_n) references tranches (proposal_id, n),
      constraint resident_questions_households check (households > 0)
    )`.execute(db);
  await sql`comment on table resident_questions is 'A poster where something should have arrived: residents answer it by its code'`.execute(
    db,
  );
  await sql`
    create table resident_answers (
      proposal_id uuid not null,
      question_id uuid not null,
      id uuid not null,
      device_hash text not null,
      answer resident_answer not null,
      comment text not null,
      at timestamptz not null,
      replaced_at timestamptz,
      read_at timestamptz,
      read_by uuid constraint resident_answers_read_by_fkey references users (id),
      hidden_reason hiding_reason,
      hidden_note text,
      constraint resident_answers_pkey primary key (proposal_id, id),
      constraint resident_answers_question_fkey foreign key (proposal_id, question_id) references resident_questions (proposal_id, id),
      constraint resident_answers_hidden check ((hidden_reason is null) = (hidden_note is null) and (hidden_reason is null or read_at is not null)),
      constraint resident_answers_read check ((read_at is null) = (read_by is null))
    )`.execute(db);
  await sql`comment on column resident_answers.device_hash is 'SHA-256 of the question and a random cookie: one answer counts for each device; an earlier one stays as history'`.execute(
    db,
  );
  await sql`create unique index resident_answers_device_key on resident_answers (proposal_id, question_id, device_hash)
    where replaced_at is null`.execute(db);
  await sql`create index resident_answers_unread_idx on resident_answers (at) where read_at is null and replaced_at is null`.execute(db);
  await sql`
    create table resident_alerts (
      proposal_id uuid not null,
      question_id uuid not null,
      id uuid not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      closed_by uuid constraint resident_alerts_closed_by_fkey references users (id),
      finding text,
      constraint resident_alerts_pkey primary key (proposal_id, id),
      constraint resident_alerts_question_fkey foreign key (proposal_id, question_id) references resident_questions (proposal_id, id),
      constraint resident_alerts_closed check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (finding is null))
    )`.execute(db);
  await sql`comment on table resident_alerts is 'A task of the desk: too many residents say that nothing has arrived'`.execute(db);
  await sql`create unique index resident_alerts_open_key on resident_alerts (proposal_id, question_id) where closed_at is null`.execute(db);
}

/** Published versions, what was said and what happened are kept as they are. */
async function rights(db: Kysely<unknown>): Promise<void> {
  await sql`revoke update, delete, truncate on guidance_versions, concern_notes, concern_events, concern_files from sinergi_app`.execute(
    db,
  );
  await sql`revoke delete, truncate on guidance_articles, concerns, resident_questions, resident_answers, resident_alerts from sinergi_app`.execute(
    db,
  );
}
