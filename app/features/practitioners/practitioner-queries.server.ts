import { type Kysely, type Transaction, sql } from "kysely";
import type { PractitionerElement } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** Where a practitioner works, by name. */
export function areasOfWork(db: Reader, organizationId: string) {
  return db
    .selectFrom("practitioner_areas as p")
    .innerJoin("areas as a", "a.code", "p.area_code")
    .select(["a.code", "a.label", "a.level"])
    .where("p.organization_id", "=", organizationId)
    .orderBy("a.label")
    .orderBy("a.code")
    .execute();
}

export type Practitioner = {
  organizationId: string;
  userId: string;
  name: string;
  email: string;
  element: PractitionerElement;
  elementName: { id: string; en: string };
  standingValidUntil: Day | null;
};

/** Practitioners of some elements whose standing is in force today and whose area of work holds the area, who works closest first. */
export async function practitionersFor(db: Reader, elements: readonly PractitionerElement[], areaCode: string): Promise<Practitioner[]> {
  const rows = await db
    .selectFrom("organizations as o")
    .innerJoin("memberships as m", "m.organization_id", "o.id")
    .innerJoin("users as u", "u.id", "m.user_id")
    .innerJoin("practitioner_areas as p", "p.organization_id", "o.id")
    .innerJoin("psks_elements as e", "e.code", "o.element")
    .select(["e.name_id", "e.name_en"])
    .select(["o.id as organizationId", "m.user_id as userId", "o.name", "u.email", "o.element"])
    .select(["o.standing_valid_until as standingValidUntil", sql<number>`max(length(p.area_code))`.as("closeness")])
    .where("o.kind", "=", "practitioner")
    .where("o.element", "in", elements)
    .where("o.standing", "=", "approved")
    .where((eb) => eb.or([eb("o.standing_valid_until", "is", null), eb("o.standing_valid_until", ">=", today())]))
    .where(sql<boolean>`(${areaCode} = p.area_code or ${areaCode} like p.area_code || '.%')`)
    .groupBy(["o.id", "m.user_id", "o.name", "u.email", "o.element", "o.standing_valid_until", "e.code"])
    .orderBy("closeness", "desc")
    .orderBy("o.name")
    .orderBy("o.id")
    .execute();
  return rows.map(({ closeness: _, name_id, name_en, element, ...row }) => ({
    ...row,
    element: element as PractitionerElement,
    elementName: { id: name_id, en: name_en },
  }));
}
