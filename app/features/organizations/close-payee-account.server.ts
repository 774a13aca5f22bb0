import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { tellPayeeEvent } from "./tell-payee-event.server";
import { communityPowers } from "~/features/identity/powers";

/**
 * Takes an account out of use; accounts of sponsored organisations with the same number have to be checked again, and all sides are
 * alarmed. Refuses `payee_account_not_found`, and `payee_account_in_use` while a proposal that isn't over names it.
 */
export async function closePayeeAccount(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; payeeAccountId: string },
): Promise<void> {
  requireMembership(actor, input.organizationId, ...communityPowers.adds_payee_accounts);
  const account = await trx
    .selectFrom("payee_accounts")
    .select(["id", "bank_name", "account_number"])
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
  await reopenSponsored(trx, input.organizationId, account.account_number);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "payee_account.closed",
    subject: { kind: "payee_account", id: account.id },
    organizationId: input.organizationId,
  });
  const organization = await trx
    .selectFrom("organizations")
    .select(["id", "name", "sponsor_id"])
    .where("id", "=", input.organizationId)
    .executeTakeFirstOrThrow();
  await tellPayeeEvent(trx, organization, {
    happened: "closed",
    account: { id: account.id, bankName: account.bank_name, number: account.account_number },
  });
}

/** Whoever is paid through this organisation named the same account: its check no longer holds. */
async function reopenSponsored(trx: Transaction<DB>, sponsorId: string, accountNumber: string): Promise<void> {
  await trx
    .updateTable("payee_accounts")
    .set({ verified_at: null, verified_by: null })
    .where("kind", "=", "sponsor")
    .where("account_number", "=", accountNumber)
    .where("closed_at", "is", null)
    .where("organization_id", "in", (eb) => eb.selectFrom("organizations").select("id").where("sponsor_id", "=", sponsorId))
    .execute();
}
