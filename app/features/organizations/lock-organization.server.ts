import type { Transaction } from "kysely";
import type { Standing } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { mayBecome } from "./standing";

/** One organisation, locked until the transaction ends; refuses `organization_not_found`. */
export async function lockOrganization(trx: Transaction<DB>, organizationId: string) {
  if (!isId(organizationId)) throw new DomainError("organization_not_found");
  const organization = await trx.selectFrom("organizations").selectAll().where("id", "=", organizationId).forUpdate().executeTakeFirst();
  if (!organization) throw new DomainError("organization_not_found");
  return organization;
}

/** Refuses `standing_wrong_state` where a standing can't become another. */
export function requireTransition(from: Standing, to: Standing): void {
  if (!mayBecome(from, to)) throw new DomainError("standing_wrong_state", { from, to });
}
