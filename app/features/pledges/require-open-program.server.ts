import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { requireCommunityUnfrozen, requireUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { standingIsValid } from "~/features/organizations/standing";
import { fundableStatuses, type ProposalStatus } from "~/features/proposals/proposal";
import { DomainError } from "~/kernel/domain-error";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";

/** Refuses `program_closed` when a program takes no commitments today (suspended, over, past its last day), and `organization_frozen`. */
export async function requireOpenProgram(trx: Transaction<DB>, program: { id: string; status: ProposalStatus }): Promise<void> {
  const { open_until, organization_id } = await trx
    .selectFrom("proposals")
    .select(["open_until", "organization_id"])
    .where("id", "=", program.id)
    .executeTakeFirstOrThrow();
  const open = fundableStatuses.some((status) => status === program.status) && open_until !== null && open_until >= today();
  if (!open) throw new DomainError("program_closed");
  await requireCommunityUnfrozen(trx, organization_id, "pledges");
}

/** Refuses `standing_invalid` unless the company's standing is approved and still holds, and `organization_frozen`. */
export async function requireCompanyStanding(trx: Transaction<DB>, companyId: string): Promise<void> {
  const company = await trx
    .selectFrom("organizations")
    .select(["standing", "standing_valid_until"])
    .where("id", "=", companyId)
    .where("kind", "=", "company")
    .executeTakeFirst();
  if (!company || !standingIsValid(company, today())) throw new DomainError("standing_invalid");
  await requireUnfrozen(trx, [companyId], "pledges");
}

/** What may still be committed. True until the transaction ends, when the program is locked: every commitment locks it. */
export async function leftOfTarget(trx: Transaction<DB>, proposalId: string): Promise<Rupiah> {
  const fund = await trx.selectFrom("funds").select(["target", "committed"]).where("proposal_id", "=", proposalId).executeTakeFirst();
  return (fund?.target ?? 0n) - (fund?.committed ?? 0n);
}
