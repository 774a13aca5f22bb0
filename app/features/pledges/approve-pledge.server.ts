import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { once } from "~/features/audit/once.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import { commitPledge } from "./commit-pledge.server";
import { lockPledge, type PledgeId } from "./lock-pledge.server";
import { approverRoles } from "./pledge";
import { requireCompanyStanding, requireOpenProgram } from "./require-open-program.server";

/**
 * Another member approves a pledge, which commits it. Refuses `same_person` when the approver drafted it, `wrong_status` when it was
 * decided meanwhile, `approval_expired`, `program_closed`, `standing_invalid`, and `target_exceeded` with what is `left`.
 */
export async function approvePledge(trx: Transaction<DB>, actor: Actor, input: PledgeId & { key: string }): Promise<{ pledgeId: string }> {
  requireMembership(actor, input.companyId, ...approverRoles);
  return once(trx, { key: input.key, operation: "approve-pledge", input: { ...input, actor: actor.userId } }, async () => {
    const { program, pledge } = await lockPledge(trx, input);
    if (pledge.status !== "awaiting_approval") throw new DomainError("wrong_status");
    if (pledge.createdBy === actor.userId) throw new DomainError("same_person");
    if (pledge.expiresOn !== null && pledge.expiresOn < today()) throw new DomainError("approval_expired");
    await requireCompanyStanding(trx, input.companyId);
    await requireOpenProgram(trx, program);
    await commitPledge(trx, { program, pledge, approvedBy: actor.userId });
    return { pledgeId: pledge.id };
  });
}
