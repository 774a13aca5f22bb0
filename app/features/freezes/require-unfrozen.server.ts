import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import type { FreezeScope } from "./freeze";

/**
 * Refuses `organization_frozen`, with whose and why, when a freeze of one of the organisations stops the deed. They are locked against a
 * freeze that comes at the same moment; ids that are null are left out.
 */
export async function requireUnfrozen(trx: Transaction<DB>, organizationIds: readonly (string | null)[], deed: FreezeScope): Promise<void> {
  const ids = [...new Set(organizationIds.filter((id): id is string => id !== null))].sort();
  if (ids.length === 0) return;
  await trx.selectFrom("organizations").select("id").where("id", "in", ids).orderBy("id").forShare().execute();
  const freeze = await trx
    .selectFrom("organization_freezes as f")
    .innerJoin("organizations as o", "o.id", "f.organization_id")
    .select(["o.name", "f.reason"])
    .where("f.organization_id", "in", ids)
    .where("f.scope", "in", [deed, "all"])
    .where("f.lifted_at", "is", null)
    .orderBy("f.frozen_at")
    .executeTakeFirst();
  if (freeze) throw new DomainError("organization_frozen", { organization: freeze.name, reason: freeze.reason });
}

/** The same for a community's program: its sponsor's freeze stops it too, since the sponsor holds the money and answers for it. */
export async function requireCommunityUnfrozen(trx: Transaction<DB>, organizationId: string, deed: FreezeScope): Promise<void> {
  const { sponsor_id } = await trx
    .selectFrom("organizations")
    .select("sponsor_id")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  await requireUnfrozen(trx, [organizationId, sponsor_id], deed);
}
