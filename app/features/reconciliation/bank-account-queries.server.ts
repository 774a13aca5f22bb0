import type { Kysely, Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import type { BankAccount } from "./examine-statement.server";

type Reader = Kysely<DB> | Transaction<DB>;

/** The platform's accounts at banks, oldest first: the first is where companies transfer to. */
export async function bankAccounts(db: Reader): Promise<BankAccount[]> {
  return db
    .selectFrom("bank_accounts")
    .select([
      "id",
      "bank_name as bankName",
      "number",
      "holder_name as holderName",
      "opening_balance as openingBalance",
      "opened_on as openedOn",
    ])
    .orderBy("opened_on")
    .orderBy("id")
    .execute();
}

export async function getBankAccount(db: Reader, id: string): Promise<BankAccount> {
  const account = isId(id) ? (await bankAccounts(db)).find((one) => one.id === id) : undefined;
  if (!account) throw new DomainError("bank_account_unknown", { field: "rekening" });
  return account;
}
