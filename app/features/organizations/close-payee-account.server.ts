import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Takes an account out of use. Refuses `payee_account_in_use` while a proposal that isn't over names it. */
export async function closePayeeAccount(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; payeeAccountId: string },
): Promise<void> {
  requireMembership(actor, input.organizationId, "chair", "treasurer");
  const account = await trx
    .selectFrom("payee_accounts")
    .select("id")
    .where("id", "=", input.payeeAccountId)
    .where("organization_id", "=", input.organizationId)
    .where("closed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!account) throw new DomainError("payee_account_not_found");
  const used = await trx
    .selectFrom("proposals")
    .select("id")
    .where("payee_account_id", "=", account.id)
    .where("status", "not in", ["completed", "rejected", "withdrawn", "expired"])
    .executeTakeFirst();
  if (used) throw new DomainError("payee_account_in_use");
  await trx.updateTable("payee_accounts").set({ closed_at: now() }).where("id", "=", account.id).execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "payee_account.closed",
    subject: { kind: "payee_account", id: account.id },
    organizationId: input.organizationId,
  });
}
