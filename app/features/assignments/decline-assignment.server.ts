import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { recordRecusal } from "~/features/verification/recuse.server";
import type { DB } from "#db/types.generated";
import type { DeclineReason } from "./assignment";
import { lockAssignment, lockOwnAssignment } from "./lock-assignment.server";
import { moveAssignment } from "./move-assignment.server";
import { tellOfferer } from "./tell-assignment.server";

/**
 * Turns down an offer, or hands back a task that was taken on. The desk learns the reason, the community does not; of a tie the public
 * reads that somebody was replaced.
 */
export async function declineAssignment(
  trx: Transaction<DB>,
  actor: Actor,
  input: { assignmentId: string; reason: DeclineReason },
): Promise<void> {
  const { status } = await lockAssignment(trx, input.assignmentId);
  const to = status === "accepted" ? "returned" : "declined";
  const assignment = await lockOwnAssignment(trx, actor, input.assignmentId, to);
  await moveAssignment(trx, assignment, {
    to,
    actorId: actor.userId,
    set: { refusal_reason: input.reason },
    details: { reason: input.reason },
  });
  if (input.reason === "tied") await recordRecusal(trx, actor, { id: assignment.proposalId, organizationId: assignment.proposer });
  await tellOfferer(trx, assignment, to);
}
