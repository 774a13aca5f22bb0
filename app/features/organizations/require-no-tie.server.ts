import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { tieTo } from "~/features/ties/tie-queries.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

/** Nobody of the desk checks papers or accounts of an organisation to which a tie exists; refuses `document_own_organization` and `document_declared_tie`. */
export async function requireNoTie(trx: Transaction<DB>, actor: Actor, organizationId: string): Promise<void> {
  const tie = await tieTo(trx, actor, [organizationId]);
  if (tie) throw new DomainError(tie === "member" ? "document_own_organization" : "document_declared_tie");
}
