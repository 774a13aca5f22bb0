import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { writerRoles } from "./proposal";
import { recordProposalEvent } from "./proposal-transition.server";

/** Starts a draft of a community. Two drafts may have the same title; the address that people see is made at publication. */
export async function startProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; organizationId: string; title?: string },
): Promise<{ proposalId: string }> {
  const membership = requireMembership(actor, input.organizationId, ...writerRoles);
  if (membership.kind !== "community") throw new DomainError("not_allowed");
  await requireProposer(trx, input.organizationId);
  return once(trx, { key: input.key, operation: "start_proposal", input }, async () => {
    const proposalId = newId();
    await trx
      .insertInto("proposals")
      .values({
        id: proposalId,
        organization_id: input.organizationId,
        slug: `usulan-${proposalId}`,
        status: "draft",
        title: input.title?.trim() ?? "",
        created_by: actor.userId,
        created_at: now(),
        updated_at: now(),
      })
      .execute();
    await recordProposalEvent(trx, { proposalId, from: null, to: "draft", actorId: actor.userId });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "proposal.started",
      subject: { kind: "proposal", id: proposalId },
      organizationId: input.organizationId,
      proposalId,
    });
    return { proposalId };
  });
}

/** Refuses `element_may_not_propose`: verifiers by profession don't publish programs of their own. */
async function requireProposer(trx: Transaction<DB>, organizationId: string): Promise<void> {
  const element = await trx
    .selectFrom("organizations as o")
    .innerJoin("psks_elements as e", "e.code", "o.element")
    .select("e.may_propose")
    .where("o.id", "=", organizationId)
    .executeTakeFirst();
  if (!element?.may_propose) throw new DomainError("element_may_not_propose");
}
