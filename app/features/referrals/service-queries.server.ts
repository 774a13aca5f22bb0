import { type Kysely, sql } from "kysely";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { serves } from "./referral";

type Named = { id: string; en: string };

/** Services with the names of their groups, in the order of the law. */
function services(db: Kysely<DB>) {
  return db
    .selectFrom("services as s")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .innerJoin("areas as a", "a.code", "s.area_code")
    .select(["s.id", "s.kind", "s.hours", "s.closed_at as closedAt", "a.code as areaCode", "a.label as area"])
    .select(["o.id as organizationId", "o.name as organization"])
    .select(
      sql<
        ({ code: string } & Named)[]
      >`(select json_agg(json_build_object('code', g.code, 'id', g.name_id, 'en', g.name_en) order by g.position)
        from service_groups sg join need_groups g on g.code = sg.need_code where sg.service_id = s.id)`.as("groups"),
    );
}

/** Every service of an organisation, the open ones first, the newest before. */
export function servicesOf(db: Kysely<DB>, organizationId: string) {
  return services(db)
    .where("s.organization_id", "=", organizationId)
    .orderBy(sql`s.closed_at is not null`)
    .orderBy("s.added_at", "desc")
    .orderBy("s.id", "desc")
    .execute();
}

export type ServiceView = Awaited<ReturnType<typeof servicesOf>>[number];

/** Services that take referrals now: open, of organisations in good standing that nothing stops. */
function openServices(db: Kysely<DB>) {
  return services(db)
    .where("s.closed_at", "is", null)
    .where("o.standing", "=", "approved")
    .where((eb) => eb.or([eb("o.standing_valid_until", "is", null), eb("o.standing_valid_until", ">=", today())]))
    .where(
      sql<boolean>`not exists (select from organization_freezes f where f.organization_id = o.id and f.scope = 'all' and f.lifted_at is null)`,
    );
}

/** What an organisation's public profile shows of its services: those that take referrals now, by kind and area. */
export async function publicServices(db: Kysely<DB>, slug: string) {
  return openServices(db).where("o.slug", "=", slug).orderBy("s.kind").orderBy("s.area_code").orderBy("s.id").execute();
}

/** The open services to which a need can be referred now: for its area and group, of organisations in good standing that nothing stops. */
export async function servicesFor(db: Kysely<DB>, need: { areaCode: string; needCode: string }) {
  const open = await openServices(db)
    .where(sql<boolean>`(${need.areaCode} = s.area_code or ${need.areaCode} like s.area_code || '.%')`)
    .orderBy("o.name")
    .orderBy("s.kind")
    .orderBy("s.id")
    .execute();
  return open.filter(({ areaCode, groups }) => serves({ areaCode, groups: groups.map(({ code }) => code) }, need));
}

export type ServiceChoice = Awaited<ReturnType<typeof servicesFor>>[number];

/** Where an organisation may serve: the districts of its own regency, and the regencies of its province. */
export async function servedAreas(db: Kysely<DB>, organizationId: string): Promise<{ code: string; label: string }[]> {
  const { area_code: own } = await db
    .selectFrom("organizations")
    .select("area_code")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  if (!own) return [];
  const [province = "", regency = ""] = [own.slice(0, "33".length), own.slice(0, "33.16".length)];
  return db
    .selectFrom("areas")
    .select(["code", "label"])
    .where((eb) => eb.or([eb("code", "=", regency), eb("parent_code", "=", regency), eb("parent_code", "=", province)]))
    .orderBy(sql`code not like ${`${regency}%`}`)
    .orderBy("code")
    .execute();
}
