import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { lockOrganization } from "~/features/organizations/lock-organization.server";
import { tellPayeeEvent } from "~/features/organizations/tell-payee-event.server";
import { getProgramForMoney } from "~/features/proposals/program-queries.server";
import { requireUntied } from "~/features/ties/require-untied.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { platformPowers } from "~/features/identity/powers";

/**
 * The desk has checked who owns the account that a program's money goes to now: disbursement goes on. Refuses `payee_change_not_found`,
 * `payee_unverified` (check the account itself first) `own_organization` and `declared_tie`.
 */
export async function checkPayeeChange(trx: Transaction<DB>, actor: Actor, input: { proposalId: string }): Promise<void> {
  requirePlatform(actor, ...platformPowers.checks_payee_accounts);
  const program = await getProgramForMoney(trx, input.proposalId);
  await requireUntied(trx, actor, [program.organizationId]);
  const change = await trx
    .selectFrom("payee_changes as c")
    .innerJoin("payee_accounts as a", "a.id", "c.to_account_id")
    .select(["c.id", "a.id as accountId", "a.bank_name as bankName", "a.account_number as number", "a.verified_at", "a.closed_at"])
    .where("c.proposal_id", "=", program.id)
    .where("c.checked_at", "is", null)
    .executeTakeFirst();
  if (!change) throw new DomainError("payee_change_not_found");
  if (!change.verified_at || change.closed_at) throw new DomainError("payee_unverified");
  await trx
    .updateTable("payee_changes")
    .set({ checked_by: actor.userId, checked_at: now() })
    .where("proposal_id", "=", program.id)
    .where("id", "=", change.id)
    .where("checked_at", "is", null)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "program.payee_checked",
    subject: { kind: "proposal", id: program.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { account: change.accountId },
  });
  const account = { id: change.accountId, bankName: change.bankName, number: change.number };
  await tellPayeeEvent(trx, await lockOrganization(trx, program.organizationId), { happened: "checked", account, program });
}
