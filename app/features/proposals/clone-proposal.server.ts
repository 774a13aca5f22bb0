import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import type { DraftPatch } from "./draft-patch";
import { findDraft } from "./draft-queries.server";
import { writerRoles } from "./proposal";
import type { ProposalDraft } from "./proposal-draft";
import { saveProposalDraft } from "./save-proposal-draft.server";
import { startProposal } from "./start-proposal.server";

/**
 * Starts a draft with what an earlier proposal of the same organisation says, whatever became of it. Days and pictures are not taken
 * along: they belong to the earlier time.
 */
export async function cloneProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; proposalId: string },
): Promise<{ proposalId: string }> {
  const record = await findDraft(trx, input.proposalId);
  if (!record) throw new DomainError("not_found");
  requireMembership(actor, record.organizationId, ...writerRoles);
  return once(trx, { key: input.key, operation: "clone_proposal", input }, async () => {
    const { organizationId, draft } = record;
    const { proposalId } = await startProposal(trx, actor, { key: newId(), organizationId, title: draft.title });
    await saveProposalDraft(trx, actor, { proposalId, version: 1, patch: await copied(trx, draft) });
    return { proposalId };
  });
}

/** The same rows under ids of their own, and the account only while it is open. */
async function copied(trx: Transaction<DB>, draft: ProposalDraft): Promise<DraftPatch> {
  const ids = new Map(draft.members.map((member) => [member.id, newId()]));
  const member = (id: string | null): string | null => (id && ids.get(id)) ?? null;
  const account = draft.payeeAccountId
    ? await trx
        .selectFrom("payee_accounts")
        .select("id")
        .where("id", "=", draft.payeeAccountId)
        .where("closed_at", "is", null)
        .executeTakeFirst()
    : undefined;
  return {
    ...draft,
    startsOn: null,
    endsOn: null,
    openUntil: null,
    urgent: false,
    payeeAccountId: account?.id ?? null,
    members: draft.members.map((one) => ({ ...one, id: ids.get(one.id) ?? newId() })),
    lines: draft.lines.map((line) => ({
      ...line,
      id: newId(),
      memberId: member(line.memberId),
      shares: line.shares.map((share) => ({ ...share, memberId: member(share.memberId) ?? "" })),
    })),
    contributions: draft.contributions.map((row) => ({ ...row, id: newId() })),
    // Months are days of the earlier time, too.
    activities: draft.activities.map((activity) => ({ ...activity, id: newId(), from: null, to: null })),
    risks: draft.risks.map((risk) => ({ ...risk, id: newId() })),
    tranches: draft.tranches.map((tranche) => ({ ...tranche, plannedOn: null })),
    indicators: draft.indicators.map((indicator) => ({ ...indicator, id: newId() })),
  };
}
