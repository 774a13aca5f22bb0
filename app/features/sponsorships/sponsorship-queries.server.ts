import type { Kysely, Transaction } from "kysely";
import { isId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { sponsorElements } from "./sponsorship";

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
  return isId(organizationId) && (await sponsors(db).select("o.id").where("o.id", "=", organizationId).executeTakeFirst()) !== undefined;
}

type SponsorChoice = { id: string; name: string; area: string };

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

/** Every sponsorship of an organisation, on either side, the newest first. */
export async function sponsorshipsOf(db: Reader, organizationId: string) {
  return db
    .selectFrom("sponsorships as s")
    .innerJoin("organizations as sponsor", "sponsor.id", "s.sponsor_id")
    .innerJoin("organizations as sponsored", "sponsored.id", "s.sponsored_id")
    .leftJoin("psks_elements as e", "e.code", "sponsored.element")
    .leftJoin("areas as a", "a.code", "sponsored.area_code")
    .select([
      "s.id",
      "s.status",
      "s.note",
      "s.asked_at as askedAt",
      "s.answered_at as answeredAt",
      "s.ended_at as endedAt",
      "sponsor.id as sponsorId",
      "sponsor.name as sponsorName",
      "sponsor.slug as sponsorSlug",
      "sponsored.id as sponsoredId",
      "sponsored.name as sponsoredName",
      "sponsored.slug as sponsoredSlug",
      "e.name_id as elementId",
      "e.name_en as elementEn",
      "a.label as area",
    ])
    .where((eb) => eb.or([eb("s.sponsor_id", "=", organizationId), eb("s.sponsored_id", "=", organizationId)]))
    .orderBy("s.asked_at", "desc")
    .orderBy("s.id", "desc")
    .execute();
}

export type SponsorshipView = Awaited<ReturnType<typeof sponsorshipsOf>>[number];
