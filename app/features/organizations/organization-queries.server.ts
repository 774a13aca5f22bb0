import type { Kysely, Transaction } from "kysely";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { sponsorElements } from "./organization";

type Reader = Kysely<DB> | Transaction<DB>;

/** Community organisations of sound standing that may hold the money of another. */
function sponsors(db: Reader) {
  return db
    .selectFrom("organizations as o")
    .where("o.kind", "=", "community")
    .where("o.element", "in", [...sponsorElements])
    .where("o.standing", "=", "approved")
    .where((eb) => eb.or([eb("o.standing_valid_until", "is", null), eb("o.standing_valid_until", ">=", today())]));
}

export async function isSponsor(db: Reader, organizationId: string): Promise<boolean> {
  return (await sponsors(db).select("o.id").where("o.id", "=", organizationId).executeTakeFirst()) !== undefined;
}

export type SponsorChoice = { id: string; name: string; area: string };

/** Whom a pioneer family can choose as sponsor, by name. */
export async function listSponsors(db: Reader): Promise<SponsorChoice[]> {
  const rows = await sponsors(db)
    .leftJoin("areas as a", "a.code", "o.area_code")
    .select(["o.id", "o.name", "a.label"])
    .orderBy("o.name")
    .limit(500)
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, area: row.label ?? "" }));
}

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
      "o.phone",
      "o.tax_number as taxNumber",
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
      "e.legal_basis as legalBasis",
    ])
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
  const rows = await db.selectFrom("psks_elements").select(["code", "name_id", "name_en", "legal_basis"]).orderBy("position").execute();
  return rows.map((row) => ({ code: row.code, id: row.name_id, en: row.name_en, basis: row.legal_basis }));
}
