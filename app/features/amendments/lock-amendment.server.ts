import type { Transaction } from "kysely";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { type ProgramForMoney, getProgramForMoney } from "~/features/proposals/program-queries.server";
import type { Unread } from "~/features/proposals/proposal-draft";
import type { Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { type AmendmentStatus, amendableStatuses } from "./amendment";
import { type ProgramContent, decodeContent } from "./program-content";

export type AmendmentId = { proposalId: string; n: number };

export type LockedAmendment = AmendmentId & {
  id: string;
  status: AmendmentStatus;
  baseVersion: number;
  reasonCode: string;
  reason: string;
  content: ProgramContent;
  unread: Unread;
  revision: number;
  weights: string[];
  answerBy: Day | null;
};

/** An amendment and its program, locked in the order of every command on a program: pledges, receipts and requests wait meanwhile. */
export async function lockAmendment(
  trx: Transaction<DB>,
  { proposalId, n }: AmendmentId,
): Promise<{ program: ProgramForMoney; amendment: LockedAmendment }> {
  const program = await getProgramForMoney(trx, proposalId);
  const row = await trx
    .selectFrom("amendments")
    .select(["id", "proposal_id as proposalId", "n", "status", "base_version as baseVersion", "reason_code as reasonCode", "reason"])
    .select(["content", "unread", "revision", "weights", "answer_by as answerBy"])
    .where("proposal_id", "=", proposalId)
    .where("n", "=", n)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new DomainError("not_found");
  return { program, amendment: { ...row, content: decodeContent(row.content), unread: row.unread as Unread } };
}

/** Refuses `amendment_program_closed` unless the program can change, and `organization_frozen`. */
export async function requireAmendable(trx: Transaction<DB>, program: ProgramForMoney): Promise<void> {
  if (!amendableStatuses.some((status) => status === program.status)) throw new DomainError("amendment_program_closed");
  await requireCommunityUnfrozen(trx, program.organizationId, "proposals");
}
