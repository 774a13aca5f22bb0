import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import type { Actor } from "~/features/identity/actor";
import type { RevisionReason } from "~/features/proposals/proposal";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockForVerification } from "./require-untied.server";

export type Pin = { field: string; reasonCode: RevisionReason; note: string };

/** Pins a request for change to a field while a proposal is read. The community sees it when all are sent at once. */
export async function pinRevision(
  trx: Transaction<DB>,
  actor: Actor,
  input: Pin & { key: string; proposalId: string },
): Promise<{ requestId: string }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  return once(trx, { key: input.key, operation: "pin_revision", input }, async () => {
    if (proposal.status !== "verifying") throw new DomainError("not_verifying");
    return { requestId: await insertPin(trx, actor, proposal.id, input) };
  });
}

export async function insertPin(trx: Transaction<DB>, actor: Actor, proposalId: string, pin: Pin): Promise<string> {
  const id = newId();
  await trx
    .insertInto("revision_requests")
    .values({
      proposal_id: proposalId,
      id,
      field: pin.field,
      reason_code: pin.reasonCode,
      note: pin.note.trim(),
      requested_by: actor.userId,
      requested_at: now(),
    })
    .execute();
  return id;
}

/** Takes back a pin that was not sent yet. */
export async function unpinRevision(trx: Transaction<DB>, actor: Actor, input: { proposalId: string; requestId: string }): Promise<void> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  const gone = await trx
    .deleteFrom("revision_requests")
    .where("proposal_id", "=", proposal.id)
    .where("id", "=", input.requestId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  if (gone.numDeletedRows !== 1n) throw new DomainError("pin_gone");
}
