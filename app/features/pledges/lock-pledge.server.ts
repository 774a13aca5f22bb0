import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { getProgramForMoney, type ProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import type { Rupiah } from "~/kernel/money";
import { settleAsks } from "~/platform/notices.server";
import { mayBecome, type PledgeStatus } from "./pledge";

export type LockedPledge = {
  id: string;
  proposalId: string;
  companyId: string;
  companyName: string;
  status: PledgeStatus;
  amount: Rupiah;
  note: string;
  createdBy: string;
  expiresOn: string | null;
};

export type PledgeId = { companyId: string; proposalId: string; pledgeId: string };

/**
 * A company's pledge and its program, locked in the order of every money command: program, pledge. Refuses `not_found` when the
 * pledge isn't this company's.
 */
export async function lockPledge(trx: Transaction<DB>, id: PledgeId): Promise<{ program: ProgramForMoney; pledge: LockedPledge }> {
  const program = await getProgramForMoney(trx, id.proposalId);
  const pledge = await trx
    .selectFrom("pledges as p")
    .innerJoin("organizations as c", "c.id", "p.company_id")
    .select(["p.id", "p.proposal_id as proposalId", "p.company_id as companyId", "c.name as companyName", "p.status", "p.amount"])
    .select(["p.note", "p.created_by as createdBy", "p.expires_on as expiresOn"])
    .where("p.proposal_id", "=", id.proposalId)
    .where("p.id", "=", id.pledgeId)
    .where("p.company_id", "=", id.companyId)
    .forUpdate("p")
    .executeTakeFirst();
  if (!pledge) throw new DomainError("not_found");
  return { program, pledge };
}

/** Writes the next state of a locked pledge; refuses `wrong_status` when the table of transitions doesn't have the step. */
export async function movePledge(
  trx: Transaction<DB>,
  pledge: Pick<LockedPledge, "proposalId" | "id" | "status">,
  to: PledgeStatus,
  values: {
    decided_by?: string | null;
    decided_at?: Date;
    decision_reason_code?: string;
    decision_note?: string | null;
  } = {},
): Promise<void> {
  if (!mayBecome(pledge.status, to)) throw new DomainError("wrong_status");
  await trx
    .updateTable("pledges")
    .set({ status: to, ...values })
    .where("proposal_id", "=", pledge.proposalId)
    .where("id", "=", pledge.id)
    .where("status", "=", pledge.status)
    .executeTakeFirstOrThrow();
  const payment = to === "committed" ? [] : [`/ruang/perusahaan/komitmen/${pledge.id}`];
  await settleAsks(trx, [`/ruang/perusahaan/persetujuan/${pledge.id}`, ...payment]);
}
