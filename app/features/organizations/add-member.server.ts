import type { Transaction } from "kysely";
import type { Role } from "~/features/identity/actor";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Gives a person roles in an organisation; roles already held stay. The caller has proven that it may. */
export async function addMember(
  trx: Transaction<DB>,
  { organizationId, userId, roles }: { organizationId: string; userId: string; roles: readonly Role[] },
): Promise<void> {
  await trx
    .insertInto("memberships")
    .values(roles.map((role) => ({ organization_id: organizationId, user_id: userId, role, created_at: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
