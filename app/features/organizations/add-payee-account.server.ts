import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { storeFile } from "~/features/files/store-file.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { lockOrganization } from "./lock-organization.server";
import { tellPayeeEvent } from "./tell-payee-event.server";
import { type PayeeKind, accountDigits, payeeKindRefusal } from "./payee-account";
import { communityPowers } from "~/features/identity/powers";

export type AddPayeeAccountInput = {
  key: string;
  organizationId: string;
  kind: PayeeKind;
  bankName: string;
  accountNumber: string;
  holderName: string;
  /** Number of the village regulation (Perdes APBDes) under which the money enters the village treasury; only for that kind. */
  villageRegulation?: string | null;
  /** The first page of the passbook, or a letter of the bank. */
  proof?: File | null;
};

/**
 * Adds an account to which a community organisation can be paid; it can be used once the desk has checked it. Everybody whose money could go there is alarmed. Refuses
 * `payee_family_needs_sponsor`, `payee_sponsor_missing`, `payee_regulation_missing`, `payee_number_invalid`, `payee_account_known`.
 */
export async function addPayeeAccount(
  trx: Transaction<DB>,
  actor: Actor,
  input: AddPayeeAccountInput,
): Promise<{ payeeAccountId: string }> {
  requireMembership(actor, input.organizationId, ...communityPowers.adds_payee_accounts);
  const organization = await lockOrganization(trx, input.organizationId);
  if (organization.kind !== "community") throw new DomainError("not_allowed");
  const { proof, ...said } = input;
  const seen = { ...said, proof: proof ? `${proof.name}:${proof.size}` : null, actor: actor.userId };
  return once(trx, { key: input.key, operation: "add_payee_account", input: seen }, async () => {
    const number = accountDigits(input.accountNumber);
    await requireUsable(trx, organization, input, number);
    const stored = proof ? await storeFile(trx, actor, { organizationId: organization.id, access: "private", file: proof }) : null;
    const payeeAccountId = newId();
    await trx
      .insertInto("payee_accounts")
      .values({
        id: payeeAccountId,
        organization_id: organization.id,
        kind: input.kind,
        bank_name: input.bankName,
        account_number: number,
        holder_name: input.holderName,
        village_regulation: input.kind === "village_treasury" ? (input.villageRegulation ?? null) : null,
        proof_file_id: stored?.fileId ?? null,
        created_at: now(),
      })
      .execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "payee_account.added",
      subject: { kind: "payee_account", id: payeeAccountId },
      organizationId: organization.id,
      details: { kind: input.kind, bank: input.bankName },
    });
    await tellPayeeEvent(trx, organization, { happened: "added", account: { id: payeeAccountId, bankName: input.bankName, number } });
    return { payeeAccountId };
  });
}

async function requireUsable(
  trx: Transaction<DB>,
  organization: Awaited<ReturnType<typeof lockOrganization>>,
  input: AddPayeeAccountInput,
  number: string,
): Promise<void> {
  const refusal = payeeKindRefusal(input.kind, { element: organization.element, sponsorId: organization.sponsor_id });
  if (refusal) throw new DomainError(refusal, { field: "kind" });
  if (!/^\d{6,20}$/.test(number)) throw new DomainError("payee_number_invalid", { field: "accountNumber" });
  if (input.kind === "village_treasury" && !input.villageRegulation?.trim()) {
    throw new DomainError("payee_regulation_missing", { field: "villageRegulation" });
  }
  const known = await trx
    .selectFrom("payee_accounts")
    .select("id")
    .where("organization_id", "=", organization.id)
    .where("account_number", "=", number)
    .where((eb) => eb(eb.fn<string>("lower", ["bank_name"]), "=", input.bankName.toLowerCase()))
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (known) throw new DomainError("payee_account_known", { field: "accountNumber" });
}
