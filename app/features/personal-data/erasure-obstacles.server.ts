import { type Kysely, type Transaction, sql } from "kysely";
import type { OrganizationKind } from "~/features/identity/actor";
import { managingRole } from "~/features/organizations/roles";
import type { DB } from "#db/types.generated";

/** What keeps an account from being erased now, each with the words that name it. */
export type ErasureObstacle =
  | { code: "erasure_last_manager"; organization: string; kind: OrganizationKind }
  | { code: "erasure_open_pledge"; program: string }
  | { code: "erasure_open_disbursement"; reference: string };

/** An organisation would be left without its manager, or a step that two people share would be left half done. */
export async function erasureObstacles(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<ErasureObstacle[]> {
  return [...(await managedAlone(db, userId)), ...(await openPledges(db, userId)), ...(await openDisbursements(db, userId))];
}

async function managedAlone(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<ErasureObstacle[]> {
  const rows = await db
    .selectFrom("memberships as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["o.name", "o.kind", "m.role"])
    .where("m.user_id", "=", userId)
    // A practitioner's profile is the person's own and goes with them.
    .where("o.kind", "<>", "practitioner")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("memberships as other")
            .select("other.user_id")
            .whereRef("other.organization_id", "=", "m.organization_id")
            .whereRef("other.role", "=", "m.role")
            .where("other.user_id", "<>", userId),
        ),
      ),
    )
    .orderBy("o.name")
    .execute();
  return rows
    .filter((row) => row.role === managingRole(row.kind))
    .map((row) => ({ code: "erasure_last_manager", organization: row.name, kind: row.kind }));
}

async function openPledges(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<ErasureObstacle[]> {
  const rows = await db
    .selectFrom("pledges as p")
    .innerJoin("proposals as s", "s.id", "p.proposal_id")
    .select("s.title")
    .where("p.created_by", "=", userId)
    .where("p.status", "=", "awaiting_approval")
    .execute();
  return rows.map((row) => ({ code: "erasure_open_pledge", program: row.title }));
}

async function openDisbursements(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<ErasureObstacle[]> {
  const rows = await db
    .selectFrom("disbursements")
    .select("reference")
    .where("status", "in", ["requested", "prepared", "approved", "sent"])
    .where(sql<boolean>`${userId}::uuid in (requested_by, prepared_by, approved_by, sent_by)`)
    .execute();
  return rows.map((row) => ({ code: "erasure_open_disbursement", reference: row.reference }));
}
