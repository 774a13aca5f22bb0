import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { fieldLabel } from "~/features/proposals/field-label";
import type { RevisionReason } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { moveProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { type Pin, insertPin } from "./pin-revision.server";
import { lockForVerification } from "./require-untied.server";

/**
 * Gives a proposal back to its community with every pinned request, and those given here, all at once.
 * Refuses `nothing_pinned` when there is no request at all.
 */
export async function requestRevision(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; requests?: readonly Pin[] },
): Promise<{ requests: number }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  for (const pin of input.requests ?? []) await insertPin(trx, actor, proposal.id, pin);
  const sent = await trx
    .updateTable("revision_requests")
    .set({ sent_at: now() })
    .where("proposal_id", "=", proposal.id)
    .where("sent_at", "is", null)
    .returning(["field", "reason_code", "note"])
    .execute();
  if (sent.length === 0) throw new DomainError("nothing_pinned");
  await moveProposal(trx, proposal, { to: "revision_requested", actorId: actor.userId, note: String(sent.length) });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "proposal.revision_requested",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { requests: sent.length },
  });
  const record = await findDraft(trx, proposal.id);
  const eventId = newId();
  for (const person of await peopleWithRoles(trx, proposal.organizationId, "chair", "editor")) {
    const t = proposalMessages[person.language];
    await queueEmail(trx, {
      template: "revision-requested",
      to: person,
      props: {
        title: proposal.title,
        requests: sent.map((pin) => ({
          field: fieldLabel(pin.field, record?.draft, person.language),
          reason: t.revisionReason[pin.reason_code as RevisionReason] ?? pin.reason_code,
          note: pin.note,
        })),
        url: absoluteUrl(`/ruang/lembaga/usulan/${proposal.id}/kirim`),
      },
      dedupeKey: `revision-requested:${eventId}:${person.userId}`,
    });
  }
  return { requests: sent.length };
}
