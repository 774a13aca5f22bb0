// Persons of the PSKS elements who verify, map, endorse and advise: each works under a practitioner profile with an area of work.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A new value of an enum cannot be named as such before this transaction ends, so the check reads the kind as text.
  await sql`alter type organization_kind add value 'practitioner'`.execute(db);
  await sql`alter type member_role add value 'practitioner'`.execute(db);
  await sql`
    alter table organizations
      drop constraint organizations_kind_element,
      add constraint organizations_kind_element check (
        (kind::text = 'community' and element is not null and element <> 'business' and company_type is null)
        or (kind::text = 'practitioner' and company_type is null and element in (
          'professional_social_worker', 'functional_extension_officer', 'community_extension_worker', 'community_social_worker', 'tksk'))
        or (kind::text = 'company' and element = 'business' and company_type is not null)
        or (kind::text = 'platform' and element is null and company_type is null))`.execute(db);
  await sql`
    create table practitioner_areas (
      organization_id uuid not null constraint practitioner_areas_organization_fkey references organizations (id),
      area_code text not null constraint practitioner_areas_area_fkey references areas (code),
      created_at timestamptz not null,
      constraint practitioner_areas_pkey primary key (organization_id, area_code)
    )`.execute(db);
  await sql`create index practitioner_areas_area_idx on practitioner_areas (area_code)`.execute(db);
  await sql`comment on table practitioner_areas is 'Where a practitioner works: villages, districts or a regency; a larger area holds the smaller ones'`.execute(
    db,
  );
}
