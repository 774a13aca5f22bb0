import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { getProgramForMoney } from "~/features/proposals/program-queries.server";
import { addDays } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { type Rupiah, sum } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import { commitPledge } from "./commit-pledge.server";
import { lockPledge } from "./lock-pledge.server";
import { approvalDays, approverRoles, drafterRoles, type Instalment, problemOfPlan, smallestFor } from "./pledge";
import { leftOfTarget, requireCompanyStanding, requireOpenProgram } from "./require-open-program.server";
import { tellApprovers } from "./tell-approvers.server";

export type SubmitPledgeInput = {
  key: string;
  companyId: string;
  proposalId: string;
  /** Whole rupiah. */
  amount: Rupiah;
  /** RAB lines that the pledge pays for, and how much of each; they sum to the amount. None: a free amount. */
  lines?: readonly { budgetLineId: string; amount: Rupiah }[];
  /** One to twelve, in order of their days; they sum to the amount. */
  instalments: readonly Instalment[];
  note: string;
};

export type SubmittedPledge = { proposalId: string; pledgeId: string; status: "awaiting_approval" | "committed" };

/**
 * A company's officer pledges to a program: it then waits for another member's approval, or is committed at once when the company
 * has nobody else. Refuses `target_exceeded` and `amount_too_small` (with `left`, `smallest`), `line_taken` and `line_unknown`,
 * the problems of an instalment plan, `program_closed`, `standing_invalid` and `no_approver`.
 */
export async function submitPledge(trx: Transaction<DB>, actor: Actor, input: SubmitPledgeInput): Promise<SubmittedPledge> {
  requireMembership(actor, input.companyId, ...drafterRoles);
  return once(trx, { key: input.key, operation: "submit-pledge", input: { ...input, actor: actor.userId } }, async () => {
    await requireCompanyStanding(trx, input.companyId);
    const program = await getProgramForMoney(trx, input.proposalId);
    await requireOpenProgram(trx, program);
    await requireRoom(trx, input);
    await requireOpenLines(trx, input);
    const problem = problemOfPlan(input.amount, input.instalments, today());
    if (problem) throw new DomainError(problem.code, { field: "tahap", ...problem });
    const alone = await isAlone(trx, actor, input.companyId);

    const pledgeId = newId();
    await insertPledge(trx, actor, input, pledgeId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "pledge.submitted",
      subject: { kind: "pledge", id: pledgeId },
      organizationId: input.companyId,
      proposalId: program.id,
      details: { amount: String(input.amount), instalments: input.instalments.length },
    });
    if (alone) {
      const { pledge } = await lockPledge(trx, { companyId: input.companyId, proposalId: program.id, pledgeId });
      await commitPledge(trx, { program, pledge, approvedBy: actor.userId });
    } else {
      await tellApprovers(trx, { ...input, program, pledgeId, drafter: actor });
    }
    return { proposalId: program.id, pledgeId, status: alone ? "committed" : "awaiting_approval" };
  });
}

async function requireRoom(trx: Transaction<DB>, { proposalId, amount }: SubmitPledgeInput): Promise<void> {
  const left = await leftOfTarget(trx, proposalId);
  if (amount > left) throw new DomainError("target_exceeded", { field: "jumlah", left });
  const smallest = smallestFor(left);
  if (amount < smallest || amount <= 0n) throw new DomainError("amount_too_small", { field: "jumlah", smallest });
}

async function requireOpenLines(trx: Transaction<DB>, { proposalId, amount, lines = [] }: SubmitPledgeInput): Promise<void> {
  if (lines.length === 0) return;
  if (new Set(lines.map((line) => line.budgetLineId)).size !== lines.length) throw new DomainError("line_unknown", { field: "baris" });
  if (sum(lines.map((line) => line.amount)) !== amount) throw new DomainError("lines_sum", { field: "baris" });
  const funding = await trx
    .selectFrom("budget_line_funding as f")
    .innerJoin("budget_lines as l", (join) => join.onRef("l.proposal_id", "=", "f.proposal_id").onRef("l.id", "=", "f.budget_line_id"))
    .select(["f.budget_line_id as id", "f.amount", "f.funded", "l.description"])
    .where("f.proposal_id", "=", proposalId)
    .execute();
  for (const line of lines) {
    const budget = funding.find((f) => f.id === line.budgetLineId);
    if (!budget || line.amount <= 0n) throw new DomainError("line_unknown", { field: "baris" });
    const left = (budget.amount ?? 0n) - (budget.funded ?? 0n);
    if (line.amount > left) throw new DomainError("line_taken", { field: "baris", line: budget.description, left });
  }
}

/** Whether the drafter is the company's only member. Refuses `no_approver` when there are others, but none who may approve this. */
async function isAlone(trx: Transaction<DB>, actor: Actor, companyId: string): Promise<boolean> {
  const others = (await peopleWithRoles(trx, companyId)).filter((person) => person.userId !== actor.userId);
  if (others.length === 0) return true;
  const approvers = (await peopleWithRoles(trx, companyId, ...approverRoles)).filter((person) => person.userId !== actor.userId);
  if (approvers.length === 0) throw new DomainError("no_approver");
  return false;
}

async function insertPledge(trx: Transaction<DB>, actor: Actor, input: SubmitPledgeInput, pledgeId: string): Promise<void> {
  const { proposalId } = input;
  await trx
    .insertInto("pledges")
    .values({
      proposal_id: proposalId,
      id: pledgeId,
      company_id: input.companyId,
      status: "awaiting_approval",
      amount: input.amount,
      note: input.note,
      created_by: actor.userId,
      created_at: now(),
      submitted_at: now(),
      expires_on: addDays(today(), approvalDays),
    })
    .execute();
  if (input.lines && input.lines.length > 0) {
    await trx
      .insertInto("pledge_lines")
      .values(
        input.lines.map((line) => ({
          proposal_id: proposalId,
          pledge_id: pledgeId,
          budget_line_id: line.budgetLineId,
          amount: line.amount,
        })),
      )
      .execute();
  }
  await trx
    .insertInto("payments")
    .values(
      input.instalments.map(({ amount, dueOn }, index) => ({
        proposal_id: proposalId,
        id: newId(),
        pledge_id: pledgeId,
        n: index + 1,
        amount,
        due_on: dueOn,
        status: "planned" as const,
      })),
    )
    .execute();
}
