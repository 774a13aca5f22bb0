import type { Kysely, Transaction } from "kysely";
import type { Language } from "~/kernel/messages";
import type { DB } from "#db/types.generated";
import type { PlatformRole, Role } from "./actor";

export type Person = {
  userId: string;
  name: string;
  email: string;
  language: Language;
  /** The organisation in which they hold the role. */
  organizationId: string | null;
};

/** Who holds one of the roles in an organisation, each person once; no role named means every member. */
export async function peopleWithRoles(db: Kysely<DB> | Transaction<DB>, organizationId: string, ...roles: Role[]): Promise<Person[]> {
  return people(db, roles).where("m.organization_id", "=", organizationId).execute();
}

/** Who holds one of the roles at the platform's desk. */
export async function platformPeople(db: Kysely<DB> | Transaction<DB>, ...roles: PlatformRole[]): Promise<Person[]> {
  return people(db, roles)
    .where("m.organization_id", "in", db.selectFrom("organizations").select("id").where("kind", "=", "platform"))
    .execute();
}

function people(db: Kysely<DB> | Transaction<DB>, roles: readonly Role[]) {
  return db
    .selectFrom("users as u")
    .innerJoin("memberships as m", "m.user_id", "u.id")
    .select(["u.id as userId", "u.name", "u.email", "u.language", "m.organization_id as organizationId"])
    .distinct()
    .$if(roles.length > 0, (query) => query.where("m.role", "in", roles))
    .orderBy("u.id");
}
