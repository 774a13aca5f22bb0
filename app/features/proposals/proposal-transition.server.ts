import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import type { DB } from "#db/types.generated";
import { type ProposalStatus, mayBecome } from "./proposal";

export type LockedProposal = {
  id: string;
  organizationId: string;
  status: ProposalStatus;
  statusBeforeSuspension: ProposalStatus | null;
  version: number;
  title: string;
  urgent: boolean;
  slug: string;
  code: string | null;
  target: bigint | null;
  payeeAccountId: string | null;
  savedByForm: string | null;
  savedSeq: number;
};

/** The proposal, locked until the transaction ends; refuses `not_found`. The lock lets other rows refer to it meanwhile. */
export async function lockProposal(trx: Transaction<DB>, proposalId: string): Promise<LockedProposal> {
  if (!isId(proposalId)) throw new DomainError("not_found");
  const row = await trx
    .selectFrom("proposals")
    .select([
      "id",
      "organization_id as organizationId",
      "status",
      "status_before_suspension as statusBeforeSuspension",
      "version",
      "title",
      "urgent",
      "slug",
      "code",
      "target",
      "payee_account_id as payeeAccountId",
      "saved_by_form as savedByForm",
      "saved_seq as savedSeq",
    ])
    .where("id", "=", proposalId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new DomainError("not_found");
  return row;
}

type Move = {
  to: ProposalStatus;
  /** Null for what the system does by itself. */
  actorId: string | null;
  reasonCode?: string | undefined;
  note?: string | undefined;
};

/** Moves a locked proposal to another state and writes the event; refuses `transition_not_allowed` outside the table. The only place that writes a status. */
export async function moveProposal(trx: Transaction<DB>, proposal: Pick<LockedProposal, "id" | "status">, move: Move): Promise<void> {
  if (!mayBecome(proposal.status, move.to)) {
    throw new DomainError("transition_not_allowed", { from: proposal.status, to: move.to });
  }
  const moved = await trx
    .updateTable("proposals")
    .set({
      status: move.to,
      status_before_suspension: move.to === "suspended" ? proposal.status : null,
      updated_at: now(),
      ...(move.to === "completed" ? { completed_at: now() } : {}),
    })
    .where("id", "=", proposal.id)
    .where("status", "=", proposal.status)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new DomainError("transition_not_allowed", { from: proposal.status, to: move.to });
  const desk = `/admin/verifikasi/${proposal.id}`;
  await settleAsks(trx, [`/ruang/lembaga/usulan/${proposal.id}/kirim`, desk, `${desk}#penugasan`]);
  await recordProposalEvent(trx, { proposalId: proposal.id, from: proposal.status, ...move });
}

/** Writes one event of a proposal's history; it can't be changed afterwards. */
export async function recordProposalEvent(
  trx: Transaction<DB>,
  event: Move & { proposalId: string; from: ProposalStatus | null },
): Promise<void> {
  await trx
    .insertInto("proposal_events")
    .values({
      proposal_id: event.proposalId,
      id: newId(),
      from_status: event.from,
      to_status: event.to,
      actor_id: event.actorId,
      reason_code: event.reasonCode ?? null,
      note: event.note ?? null,
      at: now(),
    })
    .execute();
}
