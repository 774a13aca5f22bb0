// Who takes part: organisations of the PSKS elements, companies and the platform's own desk; members, files, standing documents, payee accounts.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type organization_kind as enum ('community', 'company', 'platform')`.execute(db);
  await sql`create type company_type as enum ('bumn', 'bumd', 'private')`.execute(db);
  await sql`create type standing_status as enum ('draft', 'submitted', 'revision_requested', 'approved', 'rejected')`.execute(db);
  await sql`
    create table organizations (
      id uuid constraint organizations_pkey primary key,
      kind organization_kind not null,
      element psks_element constraint organizations_element_fkey references psks_elements (code),
      company_type company_type,
      name text not null,
      slug text not null constraint organizations_slug_key unique,
      about text not null default '',
      area_code text constraint organizations_area_fkey references areas (code),
      address text not null default '',
      phone text not null default '',
      tax_number text,
      sponsor_id uuid constraint organizations_sponsor_fkey references organizations (id),
      standing standing_status not null,
      standing_note text,
      standing_decided_at timestamptz,
      standing_decided_by uuid constraint organizations_decided_by_fkey references users (id),
      standing_valid_until date,
      version integer not null default 1,
      created_at timestamptz not null,
      constraint organizations_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      constraint organizations_name_given check (length(trim(name)) between 2 and 160),
      constraint organizations_kind_element check (
        (kind = 'community' and element is not null and element <> 'business' and company_type is null)
        or (kind = 'company' and element = 'business' and company_type is not null)
        or (kind = 'platform' and element is null and company_type is null)),
      constraint organizations_decision_recorded check (
        standing not in ('approved', 'rejected') or (standing_decided_at is not null and standing_decided_by is not null))
    )`.execute(db);
  await sql`create index organizations_area_idx on organizations (area_code)`.execute(db);

  await sql`create type member_role as enum (
    'chair', 'editor', 'treasurer',
    'admin', 'officer', 'approver', 'finance', 'reader',
    'administrator', 'verifier', 'reconciler', 'disburser', 'disbursement_approver', 'auditor')`.execute(db);
  await sql`
    create table memberships (
      organization_id uuid not null constraint memberships_organization_fkey references organizations (id),
      user_id uuid not null constraint memberships_user_fkey references users (id),
      role member_role not null,
      created_at timestamptz not null,
      constraint memberships_pkey primary key (organization_id, user_id, role)
    )`.execute(db);
  await sql`create index memberships_user_idx on memberships (user_id)`.execute(db);
  await sql`
    create table invitations (
      id uuid constraint invitations_pkey primary key,
      organization_id uuid not null constraint invitations_organization_fkey references organizations (id),
      email text not null,
      role member_role not null,
      token_hash text not null constraint invitations_token_key unique,
      invited_by uuid not null constraint invitations_invited_by_fkey references users (id),
      created_at timestamptz not null,
      valid_until date not null,
      accepted_at timestamptz,
      accepted_by uuid constraint invitations_accepted_by_fkey references users (id),
      cancelled_at timestamptz,
      constraint invitations_email_lower check (email = lower(email)),
      constraint invitations_one_end check (accepted_at is null or cancelled_at is null),
      constraint invitations_accepted check ((accepted_at is null) = (accepted_by is null))
    )`.execute(db);
  await sql`create unique index invitations_one_open on invitations (organization_id, email)
    where accepted_at is null and cancelled_at is null`.execute(db);

  await sql`create type file_access as enum ('public', 'parties', 'private')`.execute(db);
  await sql`
    create table files (
      id uuid constraint files_pkey primary key,
      organization_id uuid constraint files_organization_fkey references organizations (id),
      uploaded_by uuid constraint files_uploaded_by_fkey references users (id),
      sha256 text not null,
      name text not null,
      media_type text not null,
      size_bytes integer not null,
      access file_access not null,
      created_at timestamptz not null,
      constraint files_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint files_size_range check (size_bytes > 0 and size_bytes <= 26214400)
    )`.execute(db);
  await sql`comment on column files.access is 'public: anyone. parties: the organisation, platform roles and the funders of the program. private: the organisation and platform roles'`.execute(
    db,
  );

  await sql`create type document_status as enum ('submitted', 'accepted', 'refused')`.execute(db);
  await sql`
    create table standing_documents (
      id uuid constraint standing_documents_pkey primary key,
      organization_id uuid not null constraint standing_documents_organization_fkey references organizations (id),
      kind text not null,
      number text not null,
      issuer text not null,
      issued_on date not null,
      valid_until date,
      file_id uuid not null constraint standing_documents_file_fkey references files (id),
      status document_status not null,
      checked_by uuid constraint standing_documents_checked_by_fkey references users (id),
      checked_at timestamptz,
      note text,
      superseded_at timestamptz,
      created_at timestamptz not null,
      constraint standing_documents_validity check (valid_until is null or valid_until >= issued_on),
      constraint standing_documents_checked check ((status = 'submitted') = (checked_at is null))
    )`.execute(db);
  await sql`create index standing_documents_organization_idx on standing_documents (organization_id, kind)`.execute(db);

  await sql`create type payee_kind as enum ('own', 'sponsor', 'village_treasury')`.execute(db);
  await sql`
    create table payee_accounts (
      id uuid constraint payee_accounts_pkey primary key,
      organization_id uuid not null constraint payee_accounts_organization_fkey references organizations (id),
      kind payee_kind not null,
      bank_name text not null,
      account_number text not null,
      holder_name text not null,
      village_regulation text,
      proof_file_id uuid constraint payee_accounts_proof_fkey references files (id),
      verified_at timestamptz,
      verified_by uuid constraint payee_accounts_verified_by_fkey references users (id),
      closed_at timestamptz,
      created_at timestamptz not null,
      constraint payee_accounts_number_form check (account_number ~ '^[0-9]{6,20}$'),
      constraint payee_accounts_village check (kind <> 'village_treasury' or village_regulation is not null)
    )`.execute(db);
  await sql`create index payee_accounts_organization_idx on payee_accounts (organization_id)`.execute(db);
}
