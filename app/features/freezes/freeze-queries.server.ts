import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { type FreezeScope, stops } from "./freeze";

type Reader = Kysely<DB> | Transaction<DB>;

/** What of an organisation is frozen now, the oldest first. */
export async function openFreezes(db: Reader, organizationId: string) {
  return db
    .selectFrom("organization_freezes")
    .select(["id", "scope", "reason", "frozen_at as frozenAt"])
    .where("organization_id", "=", organizationId)
    .where("lifted_at", "is", null)
    .orderBy("frozen_at")
    .orderBy("id")
    .execute();
}

export type OpenFreeze = Awaited<ReturnType<typeof openFreezes>>[number];

/** Every freeze that an organisation ever had, the newest first, with who froze and who lifted. */
export async function freezesOf(db: Reader, organizationId: string) {
  return db
    .selectFrom("organization_freezes as f")
    .innerJoin("users as u", "u.id", "f.frozen_by")
    .leftJoin("users as l", "l.id", "f.lifted_by")
    .select(["f.id", "f.scope", "f.reason", "f.frozen_at as frozenAt", "u.name as frozenBy"])
    .select(["f.lifted_at as liftedAt", "l.name as liftedBy", "f.lift_note as liftNote"])
    .where("f.organization_id", "=", organizationId)
    .orderBy("f.frozen_at", "desc")
    .orderBy("f.id", "desc")
    .execute();
}

export type FreezeView = Awaited<ReturnType<typeof freezesOf>>[number];

/** The open freezes of an organisation and of its sponsor that stop something. */
export async function freezesStopping(
  db: Reader,
  { organizationId, sponsorId }: { organizationId: string; sponsorId: string | null },
  deed: FreezeScope,
): Promise<OpenFreeze[]> {
  const own = await openFreezes(db, organizationId);
  const sponsors = sponsorId ? await openFreezes(db, sponsorId) : [];
  return [...own, ...sponsors].filter((freeze) => stops([freeze], deed));
}
