import { type Kysely, type Transaction, sql } from "kysely";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** The names of the regulations in force on which an element `e` stands, the weightiest first. */
const basisOf = sql<string>`coalesce((
  select string_agg(r.name, ', ' order by er.position)
  from element_regulations er join regulations r on r.code = er.regulation
  where er.element = e.code and r.until is null), '')`;

/** One organisation as its own members and the desk see it. */
export async function findOrganization(db: Reader, organizationId: string) {
  return db
    .selectFrom("organizations as o")
    .leftJoin("areas as a", "a.code", "o.area_code")
    .leftJoin("psks_elements as e", "e.code", "o.element")
    .leftJoin("organizations as s", "s.id", "o.sponsor_id")
    .select([
      "o.id",
      "o.kind",
      "o.element",
      "o.company_type as companyType",
      "o.name",
      "o.slug",
      "o.about",
      "o.address",
      "o.legal_form as legalForm",
      "o.sponsor_id as sponsorId",
      "s.name as sponsorName",
      "o.standing",
      "o.standing_note as standingNote",
      "o.standing_decided_at as standingDecidedAt",
      "o.standing_valid_until as standingValidUntil",
      "o.version",
      "o.created_at as createdAt",
      "a.label as area",
      "e.name_id as elementId",
      "e.name_en as elementEn",
    ])
    .select(basisOf.as("legalBasis"))
    .where("o.id", "=", organizationId)
    .executeTakeFirst();
}

export type OrganizationView = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

export async function getOrganization(db: Reader, organizationId: string): Promise<OrganizationView> {
  const organization = await findOrganization(db, organizationId);
  if (!organization) throw new Error(`There is no organisation ${organizationId}`);
  return organization;
}

export type ElementChoice = { code: string; id: string; en: string; basis: string };

/** The names of PSKS elements, by code. */
export async function listElements(db: Reader): Promise<ElementChoice[]> {
  const rows = await db
    .selectFrom("psks_elements as e")
    .select(["e.code", "e.name_id", "e.name_en", basisOf.as("basis")])
    .orderBy("e.position")
    .execute();
  return rows.map((row) => ({ code: row.code, id: row.name_id, en: row.name_en, basis: row.basis }));
}
