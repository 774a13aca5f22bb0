import { sql, type Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { recordAudit } from "~/features/audit/record-audit.server";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import { giveReferences } from "./give-references.server";
import { type LockedPledge, movePledge } from "./lock-pledge.server";
import { openPaymentLink } from "./payment-link.server";
import { leftOfTarget } from "./require-open-program.server";
import { tellCommitted } from "./tell-committed.server";

/**
 * Makes a locked, approved pledge binding: the commitment in the ledger, a reference for each payment, the secret payment link, and
 * the news for finance and community. Refuses `target_exceeded` (with `left`) and `line_taken`; the database has the last word.
 */
export async function commitPledge(
  trx: Transaction<DB>,
  { program, pledge, approvedBy }: { program: ProgramForMoney; pledge: LockedPledge; approvedBy: string },
): Promise<void> {
  const left = await leftOfTarget(trx, program.id);
  if (pledge.amount > left) throw new DomainError("target_exceeded", { field: "jumlah", left });
  await requireLinesStillOpen(trx, pledge);
  await movePledge(trx, pledge, "committed", { decided_by: approvedBy, decided_at: now() });
  await postTransfer(trx, {
    proposalId: program.id,
    kind: "commitment",
    amount: pledge.amount,
    pledgeId: pledge.id,
    source: { kind: "pledge", id: pledge.id },
    occurredOn: today(),
    postedBy: approvedBy,
  });
  const payments = await giveReferences(trx, pledge);
  const link = await openPaymentLink(trx, { proposalId: program.id, pledgeId: pledge.id, createdBy: approvedBy });
  await recordAudit(trx, {
    actorId: approvedBy,
    action: "pledge.approved",
    subject: { kind: "pledge", id: pledge.id },
    organizationId: pledge.companyId,
    proposalId: program.id,
    details: { amount: String(pledge.amount), soleMember: approvedBy === pledge.createdBy },
  });
  await tellCommitted(trx, { program, pledge, payments, link });
}

/** Another pledge may have taken a chosen line while this one waited. Free pledges don't count: they move on to other lines. */
async function requireLinesStillOpen(trx: Transaction<DB>, pledge: LockedPledge): Promise<void> {
  const { rows } = await sql<{ description: string; left: bigint }>`
    select l.description, (l.amount - coalesce(others.amount, 0))::bigint as left
    from pledge_lines mine
    join budget_lines l on l.proposal_id = mine.proposal_id and l.id = mine.budget_line_id
    left join lateral (
      select sum(o.amount) as amount from pledge_lines o
      join pledges p on p.proposal_id = o.proposal_id and p.id = o.pledge_id and p.status in ('committed', 'settled')
      where o.proposal_id = mine.proposal_id and o.budget_line_id = mine.budget_line_id
    ) others on true
    where mine.proposal_id = ${pledge.proposalId} and mine.pledge_id = ${pledge.id}
      and mine.amount > l.amount - coalesce(others.amount, 0)
    order by l.position limit 1`.execute(trx);
  const taken = rows[0];
  if (taken) throw new DomainError("line_taken", { field: "baris", line: taken.description, left: taken.left });
}
