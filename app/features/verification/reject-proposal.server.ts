import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import type { RejectionReason } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { moveProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { lockForVerification } from "./require-untied.server";

/** Ends a submitted proposal with a reason and a sentence that the community can act on; refuses `reason_missing` without one. */
export async function rejectProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; reasonCode: RejectionReason; note: string },
): Promise<{ proposalId: string }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  const note = input.note.trim();
  if (note === "") throw new DomainError("reason_missing", { field: "note" });
  await moveProposal(trx, proposal, { to: "rejected", actorId: actor.userId, reasonCode: input.reasonCode, note });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "proposal.rejected",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { reason: input.reasonCode },
  });
  for (const person of await peopleWithRoles(trx, proposal.organizationId, "chair", "editor")) {
    await queueEmail(trx, {
      template: "proposal-rejected",
      to: person,
      props: {
        title: proposal.title,
        reason: proposalMessages[person.language].rejectionReason[input.reasonCode],
        note,
        url: absoluteUrl(`/ruang/lembaga/usulan/${proposal.id}/kirim`),
      },
      dedupeKey: `proposal-rejected:${proposal.id}:${person.userId}`,
    });
  }
  return { proposalId: proposal.id };
}
