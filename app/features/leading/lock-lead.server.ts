import type { Transaction } from "kysely";
import { lockProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { mayChangeLeader } from "./lead";

/** A question to lead with its program and both sides, locked; refuses `lead_not_found` and `lead_program_over`. */
export async function lockLead(trx: Transaction<DB>, leadId: string) {
  if (!isId(leadId)) throw new DomainError("lead_not_found");
  const found = await trx.selectFrom("program_leaders").select("proposal_id").where("id", "=", leadId).executeTakeFirst();
  if (!found) throw new DomainError("lead_not_found");
  // The program first, as everyone who names a leader does.
  const proposal = await lockProposal(trx, found.proposal_id);
  const lead = await trx
    .selectFrom("program_leaders as l")
    .innerJoin("organizations as o", "o.id", "l.leader_id")
    .select(["l.id", "l.status", "l.leader_id as leaderId", "o.name as leader"])
    .where("l.id", "=", leadId)
    .forUpdate("l")
    .executeTakeFirstOrThrow();
  if (!mayChangeLeader(proposal.status)) throw new DomainError("lead_program_over");
  return { ...lead, proposal };
}

export type LockedLead = Awaited<ReturnType<typeof lockLead>>;
