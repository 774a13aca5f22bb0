import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { lockOrganization } from "~/features/organizations/lock-organization.server";
import { tellPayeeEvent } from "~/features/organizations/tell-payee-event.server";
import { payeeChoices } from "~/features/proposals/draft-queries.server";
import { getProgramForMoney } from "~/features/proposals/program-queries.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { treasuryRoles } from "./disbursement";

/** Statuses in which an order to the bank is being signed or carried out: its account must not change under it. */
const signing = ["prepared", "approved", "sent"] as const;

/**
 * Sends a program's money to another account of its community, its sponsor or its village from now on. Ownership is checked again by the
 * desk, and nothing is disbursed before; both sides are alarmed. Refuses `program_not_open`, `payee_foreign`, `payee_same`,
 * `payee_reason_missing`, `payee_change_under_way` while a disbursement is being signed or sent, and `payee_change_open`.
 */
export async function changePayee(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; payeeAccountId: string; reason: string },
): Promise<{ changeId: string }> {
  const program = await getProgramForMoney(trx, input.proposalId);
  requireMembership(actor, program.organizationId, ...treasuryRoles);
  if (program.status !== "published" && program.status !== "running") throw new DomainError("program_not_open");
  const choices = await payeeChoices(trx, program.organizationId);
  if (!choices.some(({ id }) => id === input.payeeAccountId)) throw new DomainError("payee_foreign", { field: "payeeAccountId" });
  const { payee_account_id: from } = await trx
    .selectFrom("proposals")
    .select("payee_account_id")
    .where("id", "=", program.id)
    .executeTakeFirstOrThrow();
  if (!from || from === input.payeeAccountId) throw new DomainError("payee_same", { field: "payeeAccountId" });
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("payee_reason_missing", { field: "reason" });
  await requireNothingSigned(trx, program.id);

  const changeId = newId();
  const insert = trx
    .insertInto("payee_changes")
    .values({
      proposal_id: program.id,
      id: changeId,
      from_account_id: from,
      to_account_id: input.payeeAccountId,
      reason,
      changed_by: actor.userId,
      changed_at: now(),
    })
    .execute();
  await refusing(insert, { payee_changes_one_open: "payee_change_open" });
  await trx.updateTable("proposals").set({ payee_account_id: input.payeeAccountId }).where("id", "=", program.id).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "program.payee_changed",
    subject: { kind: "proposal", id: program.id },
    organizationId: program.organizationId,
    proposalId: program.id,
    details: { from, to: input.payeeAccountId },
  });
  const account = await trx
    .selectFrom("payee_accounts")
    .select(["id", "bank_name as bankName", "account_number as number"])
    .where("id", "=", input.payeeAccountId)
    .executeTakeFirstOrThrow();
  await tellPayeeEvent(trx, await lockOrganization(trx, program.organizationId), { happened: "changed", account, program, reason });
  return { changeId };
}

async function requireNothingSigned(trx: Transaction<DB>, proposalId: string): Promise<void> {
  const under = await trx
    .selectFrom("disbursements")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("status", "in", [...signing])
    .executeTakeFirst();
  if (under) throw new DomainError("payee_change_under_way");
}
