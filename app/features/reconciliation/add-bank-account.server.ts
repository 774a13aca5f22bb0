import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requirePlatform } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { DomainError, isDomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";

export type AddBankAccountInput = {
  key: string;
  bankName: string;
  number: string;
  holderName: string;
  /** Balance in rupiah at the start of the day from which statements are imported; not money of any program. */
  openingBalance: Rupiah;
  openedOn: Day;
};

/** Adds an account of the platform at a bank. Refuses `bank_account_known` for a number that is there, `bank_account_number` for a strange one. */
export async function addBankAccount(trx: Transaction<DB>, actor: Actor, input: AddBankAccountInput): Promise<{ bankAccountId: string }> {
  const { organizationId } = requirePlatform(actor, "administrator");
  return once(trx, { key: input.key, operation: "add-bank-account", input: { ...input, actor: actor.userId } }, async () => {
    const bankAccountId = newId();
    await refusing(
      trx
        .insertInto("bank_accounts")
        .values({
          id: bankAccountId,
          bank_name: input.bankName.trim(),
          number: input.number,
          holder_name: input.holderName.trim(),
          opening_balance: input.openingBalance,
          opened_on: input.openedOn,
          created_at: now(),
        })
        .execute(),
      { bank_accounts_number_key: "bank_account_known", bank_accounts_number_form: "bank_account_number" },
    ).catch((error: unknown) => {
      throw isDomainError(error) ? new DomainError(error.code, { field: "nomor" }) : error;
    });
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "bank_account.added",
      subject: { kind: "bank_account", id: bankAccountId },
      organizationId,
      details: { bank: input.bankName, number: input.number.slice(-4), opening: String(input.openingBalance) },
    });
    return { bankAccountId };
  });
}
