import type { Kysely } from "kysely";
import { smallestShown } from "~/features/needs/need";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

function referrals(db: Kysely<DB>) {
  return db
    .selectFrom("referrals as r")
    .innerJoin("services as s", "s.id", "r.service_id")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .innerJoin("organizations as p", "p.id", "r.practitioner_id")
    .innerJoin("needs as n", "n.id", "r.need_id")
    .innerJoin("areas as a", "a.code", "n.area_code")
    .innerJoin("need_groups as g", "g.code", "n.need_code")
    .select(["r.id", "r.status", "r.note", "r.answer", "r.outcome", "r.people", "r.offered_at as offeredAt"])
    .select(["r.answered_at as answeredAt", "r.reported_at as reportedAt", "r.withdrawn_at as withdrawnAt"])
    .select(["s.id as serviceId", "s.kind", "o.name as organization", "p.name as practitioner", "p.id as practitionerId"])
    .select(["n.sensitive", "a.label as area", "g.name_id as groupId", "g.name_en as groupEn"]);
}

/** Every referral of a need, the newest first: for practitioners who keep it. */
export function referralsOfNeed(db: Kysely<DB>, needId: string) {
  return referrals(db).where("r.need_id", "=", needId).orderBy("r.offered_at", "desc").orderBy("r.id", "desc").execute();
}

export type ReferralView = Awaited<ReturnType<typeof referralsOfNeed>>[number];

/** Every referral to the services of an organisation, the newest first. */
export function referralsTo(db: Kysely<DB>, organizationId: string) {
  return referrals(db).where("s.organization_id", "=", organizationId).orderBy("r.offered_at", "desc").orderBy("r.id", "desc").execute();
}

/**
 * One referral to a service of an organisation, undefined when it is somebody else's. Of the need it says what the map says to everybody:
 * the village, for a sensitive group only the regency, and no count below the smallest that is shown.
 */
export async function findReferral(db: Kysely<DB>, organizationId: string, referralId: string) {
  if (!isId(referralId)) return undefined;
  const row = await referrals(db)
    .innerJoin("need_counts as c", (join) => join.onRef("c.need_id", "=", "n.id").onRef("c.n", "=", "n.counts"))
    .select(["n.about", "c.people as counted"])
    .where("r.id", "=", referralId)
    .where("s.organization_id", "=", organizationId)
    .executeTakeFirst();
  if (!row) return undefined;
  return { ...row, counted: row.counted < smallestShown ? null : row.counted };
}

export type ReferralRecord = NonNullable<Awaited<ReturnType<typeof findReferral>>>;
