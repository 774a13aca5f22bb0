import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { requireNoTie } from "./require-no-tie.server";
import { maskedAccount } from "./payee-account";
import { platformPowers } from "~/features/identity/powers";

/**
 * Marks an account as checked, so that proposals can name it; whoever checks is not a member of the organisation. The chair and the
 * treasurer are told by email. Refuses `payee_account_not_found`, `payee_account_decided`, and `payee_sponsor_mismatch` when a
 * sponsor's account is not among the checked accounts of the sponsor itself.
 */
export async function verifyPayeeAccount(trx: Transaction<DB>, actor: Actor, input: { payeeAccountId: string }): Promise<void> {
  requirePlatform(actor, ...platformPowers.checks_payee_accounts);
  const account = await trx
    .selectFrom("payee_accounts as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["p.id", "p.organization_id", "p.bank_name", "p.account_number", "p.holder_name", "p.verified_at", "p.closed_at", "o.name"])
    .select(["p.kind", "o.sponsor_id"])
    .where("p.id", "=", input.payeeAccountId)
    .forUpdate("p")
    .executeTakeFirst();
  if (!account) throw new DomainError("payee_account_not_found");
  if (account.verified_at || account.closed_at) throw new DomainError("payee_account_decided");
  await requireNoTie(trx, actor, account.organization_id);
  if (account.kind === "sponsor") await requireSponsorsOwn(trx, account);
  await trx
    .updateTable("payee_accounts")
    .set({ verified_at: now(), verified_by: actor.userId })
    .where("id", "=", account.id)
    .where("verified_at", "is", null)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "payee_account.verified",
    subject: { kind: "payee_account", id: account.id },
    organizationId: account.organization_id,
  });
  for (const person of await peopleWithRoles(trx, account.organization_id, "chair", "treasurer")) {
    await queueEmail(trx, {
      template: "payee-account-verified",
      to: person,
      props: {
        organization: account.name,
        bank: account.bank_name,
        maskedNumber: maskedAccount(account.account_number),
        holder: account.holder_name,
        url: absoluteUrl("/ruang/lembaga/rekening"),
      },
      dedupeKey: `payee-account-verified:${account.id}:${person.userId}`,
    });
  }
}

/** An account said to be the sponsor's is one that the sponsor itself has had checked. */
async function requireSponsorsOwn(trx: Transaction<DB>, account: { sponsor_id: string | null; account_number: string }): Promise<void> {
  const same = account.sponsor_id
    ? await trx
        .selectFrom("payee_accounts")
        .select("id")
        .where("organization_id", "=", account.sponsor_id)
        .where("account_number", "=", account.account_number)
        .where("verified_at", "is not", null)
        .where("closed_at", "is", null)
        .executeTakeFirst()
    : undefined;
  if (!same) throw new DomainError("payee_sponsor_mismatch");
}
