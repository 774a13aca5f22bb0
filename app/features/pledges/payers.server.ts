import type { Kysely, Transaction } from "kysely";
import type { CompanyRole } from "~/features/identity/actor";
import { type Person, peopleWithRoles } from "~/features/identity/people.server";
import type { DB } from "#db/types.generated";
import { payerRoles } from "./pledge";

/** Who of a company is told about its pledges and payments; its admins, where nobody holds one of the roles. */
export async function peopleToTell(
  db: Kysely<DB> | Transaction<DB>,
  companyId: string,
  roles: readonly CompanyRole[] = payerRoles,
): Promise<Person[]> {
  const people = await peopleWithRoles(db, companyId, ...roles);
  return people.length > 0 ? people : peopleWithRoles(db, companyId, "admin");
}
