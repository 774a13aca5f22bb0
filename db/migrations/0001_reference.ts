// What everyone refers to and nobody owns: areas, need groups (PPKS), development goals (TPB), PSKS elements, and the role of the application.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The application works as this role: it may not change or delete what is posted, even if a query tries to.
  await sql`
    do $$ begin
      create role sinergi_app nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
  await sql`grant sinergi_app to current_user`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);

  await sql`create type area_level as enum ('province', 'regency', 'district', 'village')`.execute(db);
  await sql`
    create table areas (
      code text constraint areas_pkey primary key,
      parent_code text constraint areas_parent_fkey references areas (code),
      level area_level not null,
      name text not null,
      kind_name text not null,
      label text not null,
      search text not null,
      constraint areas_code_form check (code ~ '^\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?$')
    )`.execute(db);
  await sql`create index areas_parent_idx on areas (parent_code, name)`.execute(db);
  await sql`create index areas_search_idx on areas using gin (search gin_trgm_ops)`.execute(db);
  await sql`comment on column areas.kind_name is 'Provinsi, Kabupaten, Kota, Kecamatan, Desa or Kelurahan'`.execute(db);
  await sql`comment on column areas.label is 'The whole name, small to large: Desa Ledok, Kecamatan Sambong, Kabupaten Blora'`.execute(db);

  await sql`create type csr_pillar as enum ('social', 'economy', 'environment', 'governance')`.execute(db);
  await sql`
    create table need_groups (
      code text constraint need_groups_pkey primary key,
      position integer not null constraint need_groups_position_key unique,
      name_id text not null,
      name_en text not null,
      sensitive boolean not null
    )`.execute(db);
  await sql`comment on table need_groups is 'The 26 groups in need of social welfare services (PPKS)'`.execute(db);
  await sql`
    create table development_goals (
      number integer constraint development_goals_pkey primary key,
      name_id text not null,
      name_en text not null,
      pillar csr_pillar not null,
      constraint development_goals_range check (number between 1 and 17)
    )`.execute(db);

  await sql`create type psks_element as enum (
    'professional_social_worker', 'functional_extension_officer', 'community_extension_worker', 'community_social_worker',
    'disaster_cadet', 'karang_taruna', 'pioneer_family', 'lk3', 'lks', 'wksbm', 'woman_leader', 'business', 'tksk')`.execute(db);
  await sql`create type actor_kind as enum ('person', 'unit', 'organization', 'family', 'network', 'company')`.execute(db);
  await sql`
    create table psks_elements (
      code psks_element constraint psks_elements_pkey primary key,
      position integer not null constraint psks_elements_position_key unique,
      kind actor_kind not null,
      name_id text not null,
      name_en text not null,
      legal_basis text not null,
      may_propose boolean not null,
      may_verify boolean not null
    )`.execute(db);
  await sql`
    create table standing_document_kinds (
      code text not null,
      element psks_element not null constraint standing_document_kinds_element_fkey references psks_elements (code),
      position integer not null,
      name_id text not null,
      name_en text not null,
      hint_id text not null,
      hint_en text not null,
      required boolean not null,
      has_expiry boolean not null,
      constraint standing_document_kinds_pkey primary key (element, code)
    )`.execute(db);
  await sql`comment on table standing_document_kinds is 'The ladder of documents with which each element proves its standing'`.execute(db);
}
