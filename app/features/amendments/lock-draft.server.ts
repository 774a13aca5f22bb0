import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { communityPowers } from "~/features/identity/powers";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type AmendmentId, type LockedAmendment, lockAmendment } from "./lock-amendment.server";

/** An amendment that is being written, locked, for somebody who writes it. Refuses `amendment_not_draft`. */
export async function lockDraft(
  trx: Transaction<DB>,
  actor: Actor,
  id: AmendmentId,
): Promise<{ amendment: LockedAmendment; organizationId: string }> {
  const { program, amendment } = await lockAmendment(trx, id);
  requireMembership(actor, program.organizationId, ...communityPowers.writes_amendments);
  if (amendment.status !== "draft") throw new DomainError("amendment_not_draft");
  return { amendment, organizationId: program.organizationId };
}

/** Moves the revision on, and gives it: what was opened before can no longer be sent or saved over. */
export async function nextRevision(trx: Transaction<DB>, { proposalId, n, revision }: LockedAmendment): Promise<number> {
  await trx
    .updateTable("amendments")
    .set({ revision: revision + 1, updated_at: now() })
    .where("proposal_id", "=", proposalId)
    .where("n", "=", n)
    .execute();
  return revision + 1;
}
