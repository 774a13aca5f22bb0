// Standing in full: ladders by legal form, regulations, identity numbers under encryption, freezes, sponsorships, changes of payee, ties.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await addLegalForms(db);
  await addRegulations(db);
  await addIdentifiers(db);
  await addFreezes(db);
  await addSponsorships(db);
  await addPayeeChanges(db);
  await addTies(db);
  await sql`revoke insert, update, delete, truncate on regulations, element_regulations from sinergi_app`.execute(db);
  await sql`revoke delete, truncate on organization_freezes, sponsorships, proposal_consents, payee_changes, ties, tie_declarations,
    proposal_recusals from sinergi_app`.execute(db);
}

async function addLegalForms(db: Kysely<unknown>): Promise<void> {
  await sql`create type legal_form as enum ('incorporated', 'unincorporated')`.execute(db);
  await sql`create type identifier_kind as enum ('nik', 'kk', 'npwp', 'nib', 'phone')`.execute(db);
  await sql`
    alter table standing_document_kinds
      add column legal_form legal_form,
      add column identifier identifier_kind,
      add column holds_term boolean not null default false,
      add column longest_years integer,
      add constraint standing_document_kinds_longest check (longest_years is null or (longest_years > 0 and has_expiry))`.execute(db);
  await sql`comment on column standing_document_kinds.legal_form is 'Only for organisations of this legal form; null for both'`.execute(db);
  await sql`comment on column standing_document_kinds.holds_term is 'Its dates are the term of the officers'`.execute(db);
  await sql`alter table standing_documents add column checked_as member_role`.execute(db);
  await sql`alter table organizations add column legal_form legal_form`.execute(db);
  await sql`
    update organizations o set legal_form = case
      when exists (select from standing_documents d where d.organization_id = o.id and d.kind = 'legal_entity') then 'incorporated'
      else 'unincorporated' end::legal_form
    where element = 'lks'`.execute(db);
  await sql`
    update standing_documents d set kind = 'founding_note' from organizations o
    where o.id = d.organization_id and o.legal_form = 'unincorporated' and d.kind = 'deed'`.execute(db);
  await sql`
    alter table organizations add constraint organizations_legal_form check (
      (element is not distinct from 'lks') = (legal_form is not null))`.execute(db);
}

async function addRegulations(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table regulations (
      code text constraint regulations_pkey primary key,
      name text not null,
      about_id text not null,
      about_en text not null,
      since integer not null,
      until integer,
      replaced_by text constraint regulations_replaced_by_fkey references regulations (code) deferrable initially deferred,
      amended_by text constraint regulations_amended_by_fkey references regulations (code) deferrable initially deferred,
      constraint regulations_years check (since between 1945 and 2100 and (until is null or until >= since)),
      constraint regulations_replaced check (replaced_by is null or until is not null)
    )`.execute(db);
  await sql`comment on column regulations.since is 'The year in which it was enacted; until: the year in which another replaced it'`.execute(
    db,
  );
  await sql`
    create table element_regulations (
      element psks_element not null constraint element_regulations_element_fkey references psks_elements (code),
      regulation text not null constraint element_regulations_regulation_fkey references regulations (code),
      position integer not null,
      constraint element_regulations_pkey primary key (element, regulation)
    )`.execute(db);
  await sql`alter table psks_elements drop column legal_basis`.execute(db);
}

async function addIdentifiers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organization_identifiers (
      id uuid constraint organization_identifiers_pkey primary key,
      organization_id uuid not null constraint organization_identifiers_organization_fkey references organizations (id),
      kind identifier_kind not null,
      ciphertext text not null,
      last_four text not null,
      fingerprint text not null,
      doubtful boolean not null default false,
      document_id uuid constraint organization_identifiers_document_fkey references standing_documents (id),
      created_at timestamptz not null,
      superseded_at timestamptz,
      constraint organization_identifiers_last_four_form check (last_four ~ '^[0-9]{4}$'),
      constraint organization_identifiers_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
      constraint organization_identifiers_sealed check (ciphertext ~ '^[0-9]+[.][A-Za-z0-9_.-]+$')
    )`.execute(db);
  await sql`create unique index organization_identifiers_one_current on organization_identifiers (organization_id, kind)
    where superseded_at is null`.execute(db);
  await sql`create index organization_identifiers_fingerprint_idx on organization_identifiers (fingerprint) where superseded_at is null`.execute(
    db,
  );
  await sql`comment on table organization_identifiers is 'NIK, KK, NPWP, NIB and phone: encrypted; the last four digits to recognise, a keyed fingerprint to find twins'`.execute(
    db,
  );
  // What stands open in the columns waits here until db/seal-identifiers.server.ts has encrypted it, which then drops the table.
  await sql`
    create table identifiers_to_seal as
      select id as organization_id, 'phone'::identifier_kind as kind, phone as plain, created_at from organizations where phone <> ''
      union all
      select id, 'npwp', tax_number, created_at from organizations where coalesce(tax_number, '') <> ''`.execute(db);
  await sql`revoke all on identifiers_to_seal from sinergi_app`.execute(db);
  await sql`alter table organizations drop column phone, drop column tax_number`.execute(db);
}

async function addFreezes(db: Kysely<unknown>): Promise<void> {
  await sql`create type freeze_scope as enum ('proposals', 'pledges', 'disbursements', 'all')`.execute(db);
  await sql`
    create table organization_freezes (
      id uuid constraint organization_freezes_pkey primary key,
      organization_id uuid not null constraint organization_freezes_organization_fkey references organizations (id),
      scope freeze_scope not null,
      reason text not null,
      frozen_by uuid not null constraint organization_freezes_frozen_by_fkey references users (id),
      frozen_at timestamptz not null,
      lifted_by uuid constraint organization_freezes_lifted_by_fkey references users (id),
      lifted_at timestamptz,
      lift_note text,
      constraint organization_freezes_reason_given check (length(trim(reason)) > 0),
      constraint organization_freezes_lifted_whole check (
        (lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_note is null))
    )`.execute(db);
  await sql`create unique index organization_freezes_one_open on organization_freezes (organization_id, scope) where lifted_at is null`.execute(
    db,
  );
}

async function addSponsorships(db: Kysely<unknown>): Promise<void> {
  await sql`create type sponsorship_status as enum ('asked', 'accepted', 'refused', 'ended')`.execute(db);
  await sql`
    create table sponsorships (
      id uuid constraint sponsorships_pkey primary key,
      sponsor_id uuid not null constraint sponsorships_sponsor_fkey references organizations (id),
      sponsored_id uuid not null constraint sponsorships_sponsored_fkey references organizations (id),
      status sponsorship_status not null,
      asked_by uuid not null constraint sponsorships_asked_by_fkey references users (id),
      asked_at timestamptz not null,
      answered_by uuid constraint sponsorships_answered_by_fkey references users (id),
      answered_at timestamptz,
      ended_by uuid constraint sponsorships_ended_by_fkey references users (id),
      ended_at timestamptz,
      note text not null default '',
      constraint sponsorships_two_sides check (sponsor_id <> sponsored_id),
      constraint sponsorships_answered check ((status = 'asked') = (answered_at is null)),
      constraint sponsorships_ended check ((status = 'ended') = (ended_at is not null))
    )`.execute(db);
  await sql`create unique index sponsorships_one_open on sponsorships (sponsored_id) where status in ('asked', 'accepted')`.execute(db);
  await sql`create index sponsorships_sponsor_idx on sponsorships (sponsor_id, status)`.execute(db);
  await sql`
    insert into sponsorships (id, sponsor_id, sponsored_id, status, asked_by, asked_at, answered_at)
    select gen_random_uuid(), o.sponsor_id, o.id, 'accepted', m.user_id, o.created_at, o.created_at
    from organizations o
    join lateral (select user_id from memberships where organization_id = o.id order by created_at, user_id limit 1) m on true
    where o.sponsor_id is not null`.execute(db);
  await sql`comment on column organizations.sponsor_id is 'The sponsor that has accepted; who is only asked stands in sponsorships'`.execute(
    db,
  );

  await sql`create type consent_status as enum ('asked', 'given', 'refused')`.execute(db);
  await sql`
    create table proposal_consents (
      proposal_id uuid not null constraint proposal_consents_proposal_fkey references proposals (id),
      id uuid not null,
      sponsor_id uuid not null constraint proposal_consents_sponsor_fkey references organizations (id),
      version integer not null,
      status consent_status not null,
      asked_by uuid not null constraint proposal_consents_asked_by_fkey references users (id),
      asked_at timestamptz not null,
      answered_by uuid constraint proposal_consents_answered_by_fkey references users (id),
      answered_at timestamptz,
      note text not null default '',
      constraint proposal_consents_pkey primary key (proposal_id, id),
      constraint proposal_consents_answered check (
        (status = 'asked') = (answered_at is null) and (answered_at is null) = (answered_by is null))
    )`.execute(db);
  await sql`create unique index proposal_consents_one_asked on proposal_consents (proposal_id) where status = 'asked'`.execute(db);
  await sql`comment on column proposal_consents.version is 'The version of the proposal that the sponsor read: a later one needs a new consent'`.execute(
    db,
  );
}

async function addPayeeChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table payee_changes (
      proposal_id uuid not null constraint payee_changes_proposal_fkey references proposals (id),
      id uuid not null,
      from_account_id uuid not null constraint payee_changes_from_fkey references payee_accounts (id),
      to_account_id uuid not null constraint payee_changes_to_fkey references payee_accounts (id),
      reason text not null,
      changed_by uuid not null constraint payee_changes_changed_by_fkey references users (id),
      changed_at timestamptz not null,
      checked_by uuid constraint payee_changes_checked_by_fkey references users (id),
      checked_at timestamptz,
      constraint payee_changes_pkey primary key (proposal_id, id),
      constraint payee_changes_two_accounts check (from_account_id <> to_account_id),
      constraint payee_changes_reason_given check (length(trim(reason)) > 0),
      constraint payee_changes_checked check ((checked_at is null) = (checked_by is null)),
      constraint payee_changes_two_people check (checked_by is null or checked_by <> changed_by)
    )`.execute(db);
  await sql`create unique index payee_changes_one_open on payee_changes (proposal_id) where checked_at is null`.execute(db);
}

async function addTies(db: Kysely<unknown>): Promise<void> {
  await sql`create type tie_kind as enum ('family', 'work', 'officer', 'debt', 'business')`.execute(db);
  await sql`
    create table tie_declarations (
      id uuid constraint tie_declarations_pkey primary key,
      user_id uuid not null constraint tie_declarations_user_fkey references users (id),
      declared_on date not null,
      valid_until date not null,
      created_at timestamptz not null,
      constraint tie_declarations_year check (valid_until > declared_on and valid_until <= declared_on + 366)
    )`.execute(db);
  await sql`create index tie_declarations_user_idx on tie_declarations (user_id, valid_until desc)`.execute(db);
  await sql`
    create table ties (
      id uuid constraint ties_pkey primary key,
      user_id uuid not null constraint ties_user_fkey references users (id),
      organization_id uuid constraint ties_organization_fkey references organizations (id),
      party_name text,
      kind tie_kind not null,
      detail text not null default '',
      ended_on date,
      declared_at timestamptz not null,
      withdrawn_at timestamptz,
      constraint ties_one_party check ((organization_id is null) <> (party_name is null)),
      constraint ties_party_named check (party_name is null or length(trim(party_name)) > 0)
    )`.execute(db);
  await sql`create index ties_user_idx on ties (user_id) where withdrawn_at is null`.execute(db);
  await sql`create index ties_organization_idx on ties (organization_id) where withdrawn_at is null`.execute(db);
  await sql`
    create table proposal_recusals (
      proposal_id uuid not null constraint proposal_recusals_proposal_fkey references proposals (id),
      id uuid not null,
      user_id uuid not null constraint proposal_recusals_user_fkey references users (id),
      recorded_at timestamptz not null,
      constraint proposal_recusals_pkey primary key (proposal_id, id),
      constraint proposal_recusals_once unique (proposal_id, user_id)
    )`.execute(db);
}
