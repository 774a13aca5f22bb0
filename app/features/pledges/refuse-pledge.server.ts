import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { cancelPayments } from "./cancel-payments.server";
import { lockPledge, movePledge, type PledgeId } from "./lock-pledge.server";
import { approverRoles, type RefusalReason } from "./pledge";
import { getPerson } from "./tell-approvers.server";

/** Another member refuses a pledge, with a reason for its drafter. Nothing was in the ledger, and nothing is. */
export async function refusePledge(
  trx: Transaction<DB>,
  actor: Actor,
  input: PledgeId & { reason: RefusalReason; note: string },
): Promise<void> {
  requireMembership(actor, input.companyId, ...approverRoles);
  const { program, pledge } = await lockPledge(trx, input);
  if (pledge.createdBy === actor.userId) throw new DomainError("same_person");
  const decision = { decided_by: actor.userId, decided_at: now(), decision_reason_code: input.reason, decision_note: input.note || null };
  await movePledge(trx, pledge, "refused", decision);
  await cancelPayments(trx, pledge);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "pledge.refused",
    subject: { kind: "pledge", id: pledge.id },
    organizationId: pledge.companyId,
    proposalId: program.id,
    details: { amount: String(pledge.amount), reason: input.reason },
  });
  const url = absoluteUrl(`/ruang/perusahaan/komitmen/${pledge.id}`);
  await queueEmail(trx, {
    template: "pledge-refused",
    to: { ...(await getPerson(trx, pledge.createdBy)), organizationId: pledge.companyId },
    props: { program: program.title, urgent: program.urgent, amount: String(pledge.amount), reason: input.reason, note: input.note, url },
    dedupeKey: `pledge-refused:${pledge.id}`,
  });
}
