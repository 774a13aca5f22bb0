import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import type { SuspensionReason } from "~/features/proposals/proposal";
import { lockProposal, moveProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";

/** Stops a published or running program for a while, with a reason; nothing can be pledged or disbursed meanwhile. */
export async function suspendProgram(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; reasonCode: SuspensionReason; note: string },
): Promise<{ proposalId: string }> {
  requirePlatform(actor, "administrator");
  const proposal = await lockProposal(trx, input.proposalId);
  const note = input.note.trim();
  if (note === "") throw new DomainError("reason_missing", { field: "note" });
  await moveProposal(trx, proposal, { to: "suspended", actorId: actor.userId, reasonCode: input.reasonCode, note });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "program.suspended",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { reason: input.reasonCode },
  });
  return { proposalId: proposal.id };
}

/** Lets a suspended program go on where it was. */
export async function resumeProgram(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; note?: string },
): Promise<{ proposalId: string }> {
  requirePlatform(actor, "administrator");
  const proposal = await lockProposal(trx, input.proposalId);
  if (proposal.status !== "suspended" || !proposal.statusBeforeSuspension) {
    throw new DomainError("transition_not_allowed", { from: proposal.status, to: "published" });
  }
  await moveProposal(trx, proposal, { to: proposal.statusBeforeSuspension, actorId: actor.userId, note: input.note });
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "program.resumed",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
  });
  return { proposalId: proposal.id };
}
