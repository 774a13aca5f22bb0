import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { tieTo } from "./tie-queries.server";

/**
 * Nobody judges where he or she is tied: for whoever verifies, assesses or endorses. Refuses `own_organization` for a member and
 * `declared_tie` for a tie that was declared or taken on; ids that are null are left out.
 */
export async function requireUntied(trx: Transaction<DB>, actor: Actor, organizationIds: readonly (string | null)[]): Promise<void> {
  const tie = await tieTo(trx, actor, organizationIds);
  if (tie) throw new DomainError(tie === "member" ? "own_organization" : "declared_tie");
}
