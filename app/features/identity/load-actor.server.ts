import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { Actor, Membership, Role } from "./actor";

/** A person with every membership and role, or undefined when there is no such user. */
export async function findActor(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<Actor | undefined> {
  const user = await db.selectFrom("users").select(["id", "name", "email", "email_verified"]).where("id", "=", userId).executeTakeFirst();
  if (!user) return undefined;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    emailVerified: user.email_verified,
    memberships: await membershipsOf(db, userId),
  };
}

async function membershipsOf(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom("memberships as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["o.id", "o.name", "o.slug", "o.kind", "o.element", "o.company_type", "o.standing", "m.role"])
    .where("m.user_id", "=", userId)
    .orderBy("m.created_at")
    .orderBy("o.id")
    .execute();
  const byOrganization = new Map<string, Membership & { roles: Role[] }>();
  for (const row of rows) {
    const known = byOrganization.get(row.id);
    if (known) known.roles.push(row.role);
    else {
      byOrganization.set(row.id, {
        organizationId: row.id,
        organizationName: row.name,
        slug: row.slug,
        kind: row.kind,
        element: row.element,
        companyType: row.company_type,
        standing: row.standing,
        roles: [row.role],
      });
    }
  }
  return [...byOrganization.values()];
}
