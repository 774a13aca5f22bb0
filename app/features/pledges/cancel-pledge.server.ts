import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import { cancelPayments } from "./cancel-payments.server";
import { type LockedPledge, lockPledge, movePledge, type PledgeId } from "./lock-pledge.server";
import { approverRoles, type CancellationReason, drafterRoles } from "./pledge";
import { tellCancelled } from "./tell-cancelled.server";
import { companyPowers } from "~/features/identity/powers";

/**
 * A company takes a pledge back. While it waits for approval its drafter may; once committed, only who could have approved it, or the
 * company's admin. What has not arrived is released; what has arrived stays with the program. Refuses `wrong_status`.
 */
export async function cancelPledge(
  trx: Transaction<DB>,
  actor: Actor,
  input: PledgeId & { reason: CancellationReason; note: string },
): Promise<void> {
  requireMembership(actor, input.companyId, ...drafterRoles, ...approverRoles);
  const { program, pledge } = await lockPledge(trx, input);
  if (pledge.status === "committed") requireMembership(actor, input.companyId, ...companyPowers.ends_pledges);
  await endPledge(trx, { program, pledge, as: "cancelled", by: actor.userId, reason: input.reason, note: input.note });
}

export type Ending = {
  program: ProgramForMoney;
  pledge: LockedPledge;
  as: "cancelled" | "lapsed";
  /** Null when the daily job ends it. */
  by: string | null;
  reason: CancellationReason;
  note: string;
};

/** Ends a locked pledge before it is settled and releases what has not arrived. */
export async function endPledge(trx: Transaction<DB>, { program, pledge, as, by, reason, note }: Ending): Promise<void> {
  if (pledge.status !== "awaiting_approval" && pledge.status !== "committed") throw new DomainError("wrong_status");
  await movePledge(trx, pledge, as, { decision_reason_code: reason, decision_note: note || null });
  const kept = await cancelPayments(trx, pledge);
  const released = pledge.amount - kept;
  if (pledge.status === "committed") {
    await postTransfer(trx, {
      proposalId: program.id,
      kind: "commitment_release",
      amount: released,
      pledgeId: pledge.id,
      source: { kind: "pledge", id: pledge.id },
      occurredOn: today(),
      postedBy: by,
    });
  }
  await recordAudit(trx, {
    actorId: by,
    action: `pledge.${as}`,
    subject: { kind: "pledge", id: pledge.id },
    organizationId: pledge.companyId,
    proposalId: program.id,
    details: { reason, released: String(released), kept: String(kept) },
  });
  await tellCancelled(trx, { program, pledge, as, reason, note, released, kept });
}
